import { describe, expect, test } from "vitest";
import { originalSourcesOf, sourceChains } from "../../src/claims/original-source.js";
import { loadDossier } from "../../src/load/dossier.js";
import { problemLine } from "../../src/load/problem.js";
import type { Claim } from "../../src/records/records.js";
import { claim } from "../frequency/dossier.js";
import { scratchData } from "../scratch.js";

/** Claims written as `source=value` or, for a repeat, `source>via=value`; `source>` names nobody. */
const claimsOf = (...lines: readonly string[]): Claim[] =>
	lines.map((line) => {
		const [, source = "", arrow, via, value] = /^(\w+)(>?)(\w*)=(\d+)$/.exec(line) ?? [];
		const via_source_id = via === "" || via === undefined ? null : via;
		return {
			...claim(source, null, arrow ? "repeats" : "asserts"),
			via_source_id,
			claim_id: line,
			value: Number(value),
		};
	});
const originals = (...lines: readonly string[]) => {
	const claims = claimsOf(...lines);
	return claims.map(originalSourcesOf({ claims }));
};

describe("originalSourcesOf(dossier)", () => {
	test.each([
		["a claim of one's own", ["a=2"], ["a"]],
		["a repeat", ["a=2", "b>a=2"], ["a", "a"]],
		["a repeat of a repeat of a repeat", ["a=2", "b>a=2", "c>b=2", "d>c=2"], ["a", "a", "a", "a"]],
		["the order of the rows does not matter", ["d>c=2", "c>b=2", "b>a=2", "a=2"], ["a", "a", "a", "a"]],
		["a source that is not recorded on the question", ["b>a=2", "c>b=2"], ["a", "a"]],
		["a repeat that names nobody, and its repeats", ["b>=2", "c>b=2", "d>c=2"], [null, null, null]],
		[
			"a source that repeats one answer and gives another itself",
			["a=2", "b>a=2", "b=3", "c>b=2", "d>b=3"],
			["a", "a", "b", "a", "b"],
		],
		["two repeats of one source, one of which names nobody", ["a=2", "b>=2", "b>a=2", "c>b=2"], ["a", null, "a", "a"]],
		["a circle of two", ["a>b=2", "b>a=2", "c>b=2"], [null, null, null]],
		["a source that repeats itself", ["a>a=2"], [null]],
		["two sources that repeat each other's own answers", ["a=2", "b=3", "a>b=3", "b>a=2"], ["a", "b", "b", "a"]],
	])("%s", (_, lines, wanted) => {
		expect(originals(...lines)).toEqual(wanted);
	});

	test("claims on another question say nothing about this one", () => {
		const [a, b, c] = claimsOf("a=2", "b>a=2", "c>b=2") as [Claim, Claim, Claim];
		const claims = [a, { ...b, proposition_id: "other" }, c];
		expect(originalSourcesOf({ claims })(c)).toBe("b");
	});

	test("sourceChains gives every source in between", () => {
		const claims = claimsOf("a=2", "b>a=2", "c>b=2", "e>=2", "f>e=2");
		const chains = claims.map(sourceChains(claims));
		expect(chains[2]).toEqual({ sources: ["c", "b", "a"], end: "original" });
		expect(chains[4]).toEqual({ sources: ["f", "e"], end: "untraced" });
	});
});

describe("a chain that is too long to be believed", () => {
	const chain = (repeats: number) =>
		claimsOf("s0=2", ...Array.from({ length: repeats }, (_, index) => `s${index + 1}>s${index}=2`));
	const ends = (repeats: number) => {
		const claims = chain(repeats);
		return claims.map(sourceChains(claims)).map(({ end }) => end);
	};

	test("a hundred repeats are followed to the original source, one more is not", () => {
		expect(ends(100).at(-1)).toBe("original");
		expect(ends(101).slice(-2)).toEqual(["original", "too_long"]);
	});

	test("the work stays in step with the rows", () => {
		const began = process.cpuUsage();
		expect(ends(20_000).filter((end) => end === "too_long")).toHaveLength(20_000 - 100);
		expect(process.cpuUsage(began).user / 1e6).toBeLessThan(15);
	});

	test("it is a problem of the data", () => {
		const { folder, append } = scratchData();
		const on = { proposition_id: "2021-12-01-kang-shaghalak-armed-clash.occurred", reported_by: "", value: "true" };
		const lines = Array.from({ length: 102 }, (_, index) => {
			append("sources.csv", { source_id: `zz-${index}`, name: `ZZ ${index}`, parent_id: "" });
			const via =
				index === 0
					? { stance: "asserts", via_source_id: "" }
					: { stance: "repeats", via_source_id: `zz-${index - 1}` };
			return append("claims.csv", { ...on, ...via, claim_id: `zz${index}`, source_id: `zz-${index}` });
		});
		expect(loadDossier(folder, { onProblem: "report" }).problems.map(problemLine)).toEqual([
			`claims.csv:${lines[101]} via_source_id: more than 100 sources repeat one another: zz-100`,
		]);
	});
});

describe("repeats that go round in a circle are a problem of the data", () => {
	test("every claim of the circle is named, and how to mend it", () => {
		const { folder, append } = scratchData();
		const on = { proposition_id: "2021-12-01-kang-shaghalak-armed-clash.occurred", reported_by: "", stance: "repeats" };
		const lines = [
			append("claims.csv", { ...on, claim_id: "zz1", source_id: "zz-one", via_source_id: "zz-two" }),
			append("claims.csv", { ...on, claim_id: "zz2", source_id: "zz-two", via_source_id: "zz-one" }),
		];
		append("sources.csv", { source_id: "zz-one", name: "ZZ One", parent_id: "" });
		append("sources.csv", { source_id: "zz-two", name: "ZZ Two", parent_id: "" });
		expect(loadDossier(folder, { onProblem: "report" }).problems.map(problemLine)).toEqual([
			expect.stringMatching(
				new RegExp(
					`^claims.csv:${lines[0]} via_source_id: repeats in a circle, zz-one → zz-two → zz-one: .*: "?zz-two`,
				),
			),
			expect.stringMatching(
				new RegExp(
					`^claims.csv:${lines[1]} via_source_id: repeats in a circle, zz-two → zz-one → zz-two: .*: "?zz-one`,
				),
			),
		]);
	});
});
