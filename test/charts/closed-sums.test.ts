import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureOrReason } from "../../src/charts/catalogue-entry.js";
import { isResolved } from "../../src/claims/resolved.js";
import { sourcesById } from "../../src/claims/sides.js";
import { hasAnswer } from "../../src/claims/statements.js";
import { type Dossier, filterDossier } from "../../src/index.js";
import { ownDossier, ownFigure } from "../support/own-figures.js";
import { smallDossier } from "../support/small-dossiers.js";

const numbersOf = (text: string) =>
	(text.match(/(?<![\w.,])\d[\d,]*(?![\w.])/g) ?? []).map((each) => Number(each.replaceAll(",", "")));
const sum = (parts: readonly number[]) => parts.reduce((total, each) => total + each, 0);

/** A total that a note states, what it is a total of, and its parts. */
interface ClosedSum {
	readonly of: string;
	readonly total: number;
	readonly parts: readonly number[];
	/** Reasons of what is excluded, where the same note or the next ones give them. */
	readonly reasons: readonly number[];
	readonly excluded: number;
}

/**
 * The sums that notes state in one of the kit's three forms: `94 of 106 incidents in the data are counted. Excluded: 12
 * incidents (…).`, `The data contain 106 incidents: 94 counted and 12 excluded.` and `Of 1,546 claims, 771 are used and
 * 775 are excluded.`
 */
function sumsOf(notes: readonly string[]): ClosedSum[] {
	return notes.flatMap((note, index): ClosedSum[] => {
		const [, counted = "", all = "", rest = ""] =
			/^([\d,]+) of ([\d,]+) \w+ in the data (?:is|are) counted\. (.*)$/s.exec(note) ??
			/^([\d,]+) of ([\d,]+) claims? (?:is|are) counted\. (.*)$/s.exec(note) ??
			[];
		if (counted !== "") {
			const [excluded = 0, ...reasons] = numbersOf(rest.replace(/^No .*/, "0"));
			const of = /claims? (is|are)/.test(note) ? "claims" : "incidents";
			return [{ of, total: numbersOf(all)[0] ?? 0, parts: [numbersOf(counted)[0] ?? 0, excluded], excluded, reasons }];
		}
		const [, total = "", of = "", parts = "", inside = ""] =
			/^The data contain ([\d,]+) (incident)s?: ([^.]*)\.()/.exec(note) ??
			/(?:^|: )[Oo]f ([\d,]+) ([a-z ]+?)(?: on casualty figures| of a source and a question| on it)?, ([^.(:]*)(.*)$/s.exec(
				note,
			) ??
			[];
		if (total === "") return [];
		const [, said = null] = /([\d,]+)(?: without one)?(?: (?:is|are))? excluded/.exec(parts) ?? [];
		const excluded = Number(said?.replaceAll(",", "") ?? 0);
		const own = numbersOf(/^\s*[(:]([^).]*)/.exec(inside)?.[1] ?? "");
		const next = notes.slice(index + 1).filter((each) => /^Excluded(?: too)?: /.test(each));
		// `Excluded: 775 claims (…)` repeats the total before its reasons.
		const reasons =
			said === null
				? []
				: own.length > 0
					? own
					: next.flatMap((each) => numbersOf(each.replace(/^Excluded: [\d,]+ \w+ \(/, "")));
		return [
			{ of: of.replace(/([^s])$/, "$1s"), total: numbersOf(total)[0] ?? 0, parts: numbersOf(parts), excluded, reasons },
		];
	});
}

/** What a first sum is a total of, counted from the rows alone. */
function totalsOf(dossier: Dossier): Record<string, number> {
	const sources = sourcesById(dossier);
	const types = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const own = dossier.claims.filter(
		(row) => row.stance !== "repeats" && hasAnswer(row) && sources.get(row.source_id)?.collective === false,
	);
	return {
		incidents: dossier.incidents.length,
		claims: dossier.claims.length,
		questions: dossier.propositions.length,
		"resolved questions": dossier.propositions.filter(isResolved).length,
		pairs: new Set(own.map((row) => `${row.source_id} ${row.proposition_id}`)).size,
		"claims on casualty figures": dossier.claims.filter((row) =>
			/^(killed_|wounded_|captured_personnel$|posts_captured$)/.test(types.get(row.proposition_id)?.key ?? ""),
		).length,
	};
}

function check(notes: readonly string[], dossier: Dossier) {
	const sums = sumsOf(notes);
	const totals = totalsOf(dossier);
	const whole = sums.filter(({ of, total }) => totals[of] === total || totals[`${of} on casualty figures`] === total);
	expect(whole, notes.join("\n")).not.toEqual([]);
	for (const { total, parts } of whole.slice(0, 1)) expect(sum(parts), notes.join("\n")).toBe(total);
	for (const { excluded, reasons } of sums.filter((each) => each.reasons.length > 0))
		expect(sum(reasons), notes.join("\n")).toBe(excluded);
	return whole;
}

describe("included and excluded make all rows of the data, and the reasons make what is excluded", () => {
	test.each(catalogue.map(({ id }) => id))("%s", (id) => {
		check(ownFigure(id).notes, ownDossier);
	});

	test("of filtered data too", () => {
		const clashes = filterDossier(ownDossier, { kind: "armed_clash" });
		const sums = catalogue
			.filter((_, index) => index % 5 === 0)
			.flatMap((entry) => {
				const figure = figureOrReason(entry, clashes);
				return typeof figure === "string" ? [] : check(figure.notes, clashes);
			});
		expect(sums.length).toBeGreaterThan(4);
	});

	test("of one incident too", () => {
		const one = smallDossier({
			incidents: [["2024-05-01", "armed_clash", 0]],
			questions: [[0, "occurred", "confirmed"]],
			claims: [
				[0, 0, "asserts", 0, 0],
				[0, 2, "repeats", 1, 0],
			],
		});
		for (const entry of catalogue) {
			const figure = figureOrReason(entry, one);
			if (typeof figure !== "string") check(figure.notes, one);
		}
	});
});

test("the check finds a sum that is not closed, and reasons that are not (by hand)", () => {
	const made = { ...ownDossier, claims: ownDossier.claims.slice(0, 10) };
	expect(() => check(["Of 10 claims, 7 are used and 3 are excluded."], made)).not.toThrow();
	expect(() => check(["Of 10 claims, 7 are used and 2 are excluded."], made)).toThrow();
	expect(() => check(["Of 9 claims, 7 are used and 2 are excluded."], made)).toThrow();
	expect(() =>
		check(
			["Of 10 claims, 7 are used and 3 are excluded.", "Excluded: 3 claims (1 without a date and 1 repeat)."],
			made,
		),
	).toThrow();
	expect(() => check(["n = 10 claims"], made)).toThrow();
});
