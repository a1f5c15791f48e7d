import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/charts/parts/frame.js";
import * as charts from "../../src/charts/reliability/charts.js";
import { loadDossier } from "../../src/load/dossier.js";
import { NotEnoughDataError } from "../../src/records/not-enough-data.js";
import type { Dossier } from "../../src/records/records.js";
import { compareMethods } from "../../src/reliability/truth/method-comparison.js";
import { ownDossier as real } from "../support/own-figures.js";
import { notPlain } from "../support/plain-english.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));

/** Each chart with every set of options that it has. */
const variants: readonly (readonly [name: string, draw: (dossier: Dossier) => Figure])[] = [
	["casualtyFigures", (dossier) => charts.casualtyFigures(dossier)],
	["casualtyFigures, one side or more", (dossier) => charts.casualtyFigures(dossier, { minimumSides: 1 })],
	["reportingBias", (dossier) => charts.reportingBias(dossier)],
	["reportingBias, circular included", (dossier) => charts.reportingBias(dossier, { circular: "include" })],
	["truthMethods", (dossier) => charts.truthMethods(dossier)],
	["truthMethods, circular included", (dossier) => charts.truthMethods(dossier, { circular: "include" })],
	["agreement by side", (dossier) => charts.agreement(dossier)],
	["agreement by type of source", (dossier) => charts.agreement(dossier, { by: "source_kind" })],
	["agreement, exact", (dossier) => charts.agreement(dossier, { counts: "exact", statement: "last" })],
	["calibration", (dossier) => charts.calibration(dossier)],
	["calibration of the vote", (dossier) => charts.calibration(dossier, { method: "vote", circular: "include" })],
	["robustness", (dossier) => charts.robustness(dossier)],
	["robustness by one-coin", (dossier) => charts.robustness(dossier, { method: "one_coin" })],
	["corroboration", (dossier) => charts.corroboration(dossier)],
	["corroboration by side", (dossier) => charts.corroboration(dossier, { by: "side" })],
];
const drawn = new Map(variants.map(([name, draw]) => [name, draw(real)]));
const figureOf = (name: string): Figure => {
	const figure = drawn.get(name);
	if (!figure) throw new Error(`no such chart: ${name}`);
	return figure;
};

/** `Of 257 claims …, 92 are drawn and 165 are excluded.` */
const sums = (notes: readonly string[]) =>
	notes.flatMap((note) => {
		const [, total, used, excluded] =
			/(?:^|: of |^Of )(?:Of )?([\d,]+) \w+(?: on casualty figures)?, ([\d,]+) .*?and ([\d,]+) .*excluded/.exec(note) ??
			[];
		const number = (text: string) => Number(text.replaceAll(",", ""));
		return total && used && excluded ? [[number(total), number(used), number(excluded)] as const] : [];
	});

describe.each(variants)("%s", (name, draw) => {
	test("included and excluded add up to the total, and to the reasons", () => {
		const { notes } = figureOf(name);
		const found = sums(notes);
		expect(found.length, notes.join("\n")).toBeGreaterThan(0);
		for (const [total, used, excluded] of found) expect(used + excluded).toBe(total);
		for (const note of notes.filter((each) => each.startsWith("Excluded: "))) {
			const [, n = "", reasons = ""] = /^Excluded: ([\d,]+) claims? \((.*)\)\.$/.exec(note) ?? [];
			const parts = [...reasons.matchAll(/(?:^|, | and )([\d,]+) /g)].map(([, part = ""]) => Number(part));
			expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(n.replaceAll(",", "")));
			expect(found[0]?.[2]).toBe(Number(n.replaceAll(",", "")));
		}
	});

	test("speaks plain English with every option, within the limits of length", () => {
		const { title, subtitle, caption, alt, notes, data } = figureOf(name);
		expect(title.length, title).toBeLessThanOrEqual(90);
		expect(subtitle.length, subtitle).toBeLessThanOrEqual(110);
		const hovers = data.flatMap((trace) => (trace as { hovertext?: string[] }).hovertext ?? []);
		expect([title, subtitle, caption, alt, ...notes, ...hovers].flatMap(notPlain)).toEqual([]);
		for (const hover of hovers.filter((each) => each !== "")) {
			expect(hover).toMatch(/^<b>.+<\/b>(<br>.+)+$/s);
			// What it is, then five lines; a long question takes more than one.
			expect(hover.split("</b>")[1]?.match(/<br>[a-z0-9% ,]+: /gi)?.length ?? 0).toBeLessThanOrEqual(5);
		}
	});

	test("of a dossier without a claim there is no chart, but a reason", () => {
		const empty = { ...six, claims: [], propositions: [], verdict_basis: [], interests: [] };
		expect(() => draw(empty)).toThrow(NotEnoughDataError);
	});

	test("of six incidents and of one it says something true, or why there is none", () => {
		const [first] = six.claims;
		const one = { ...six, claims: first ? [first] : [], verdict_basis: [] };
		for (const dossier of [six, one])
			try {
				const { title, caption, alt, notes, data, layout } = draw(dossier);
				expect(title.length, title).toBeLessThanOrEqual(90);
				expect(JSON.stringify([title, caption, alt, notes, data, layout])).not.toMatch(/NaN|undefined|Infinity/);
				expect([title, caption, alt, ...notes].join(" ")).not.toMatch(
					/\b1 (claims|questions|sides|answers|incidents|are)\b/,
				);
			} catch (error) {
				expect(error).toBeInstanceOf(NotEnoughDataError);
			}
	});
});

describe("six invented incidents, by hand", () => {
	test("Iranian guards killed: 2 against at least 9; the civilians' 0 to 3, 2 to 5 and 3 overlap", () => {
		const { title, table } = charts.casualtyFigures(six);
		expect(title).toBe("The sides' casualty figures do not overlap in 1 of 2 cases");
		expect(table.map((row) => [row.casualty_figure, row.side, row.low, row.high])).toEqual([
			["Iranian guards killed", "iran_state", 2, 2],
			["Iranian guards killed", "taliban", 9, null],
			["Civilians killed", "iran_state", 0, 3],
			["Civilians killed", "taliban", 2, 5],
			["Civilians killed", "third_party", 3, 3],
		]);
	});

	test("'at least nine' is a dot and an arrow, not an end; two to five is two dots", () => {
		const marks = charts.casualtyFigures(six).data as { name?: string; marker?: { symbol?: string | string[] } }[];
		const taliban = marks.find(({ name }) => name === "Taliban");
		expect(taliban?.marker?.symbol).toEqual(["circle", "triangle-right", "circle", "circle"]);
	});

	test("no side has ten figures, no two sides share ten incidents", () => {
		expect(() => charts.reportingBias(six)).toThrow("no side has 10 casualty figures");
		expect(() => charts.agreement(six)).toThrow("no two sides answer the same questions on 10 incidents");
	});

	test("d.occurred ties, so three of four resolved questions have an answer; one depends on one source", () => {
		// a: agency, spokesman and paper say yes. b: 3 by the paper and the agency against 0 and 2 to 5. c: three say yes.
		const { title, table } = charts.robustness(six);
		expect(title).toBe("1 of 4 resolved questions depends on a single source");
		expect(table.find(({ proposition_id }) => proposition_id === "d.occurred")?.vote_answer).toBeNull();
		expect(table.find(({ proposition_id }) => proposition_id === "c.closed")).toMatchObject({
			original_sources: 3,
			vote_answer: "yes",
			vote_removed_at_least: 3,
		});
		expect(table.find(({ proposition_id }) => proposition_id === "b.killed_civilians")).toMatchObject({
			vote_answer: "3",
			vote_removed_at_least: 1,
		});
	});

	test("four incidents are too few to compare methods, and a gap of calibration could be chance", () => {
		expect(() => charts.truthMethods(six)).toThrow("only 4 incidents with an answered resolved question");
		for (const { against_vote, low } of compareMethods(six).methods)
			expect([against_vote, low]).toEqual(["not_different", null]);
		expect(charts.calibration(six).title).toMatch(/; could be chance$/);
	});
});

describe("options", () => {
	const wrong = (value: string) => value as never;
	test.each<readonly [string, () => Figure, string]>([
		[
			"minimumSides",
			() => charts.casualtyFigures(six, { minimumSides: 3 as never }),
			"unknown minimumSides: 3 (known: 1, 2)",
		],
		[
			"circular",
			() => charts.reportingBias(six, { circular: wrong("maybe") }),
			"unknown circular: maybe (known: exclude, include)",
		],
		[
			"circular",
			() => charts.truthMethods(six, { circular: wrong("maybe") }),
			"unknown circular: maybe (known: exclude, include)",
		],
		[
			"circular",
			() => charts.calibration(six, { circular: wrong("maybe") }),
			"unknown circular: maybe (known: exclude, include)",
		],
		[
			"method",
			() => charts.calibration(six, { method: wrong("dice") }),
			"unknown method: dice (known: one_coin, vote)",
		],
		["method", () => charts.robustness(six, { method: wrong("dice") }), "unknown method: dice (known: vote, one_coin)"],
		["by", () => charts.agreement(six, { by: wrong("colour") }), "unknown grouping: colour (known: side, source_kind)"],
		[
			"statement",
			() => charts.agreement(six, { statement: wrong("middle") }),
			"unknown statement: middle (known: first, last)",
		],
		["counts", () => charts.agreement(six, { counts: wrong("rough") }), "unknown counts: rough (known: near, exact)"],
		[
			"by",
			() => charts.corroboration(six, { by: wrong("colour") }),
			"unknown grouping: colour (known: verdict_status, side)",
		],
	])("%s that is not known is a wrong argument", (_, draw, message) => {
		expect(draw).toThrow(RangeError);
		expect(draw).toThrow(message);
	});

	test("minimumSides: 1 draws the figures of one side too, from the same table", () => {
		const [two, one] = [figureOf("casualtyFigures"), figureOf("casualtyFigures, one side or more")];
		expect(one.table).toEqual(two.table);
		const rows = ({ layout }: Figure) => layout.yaxis?.ticktext?.length ?? 0;
		expect(rows(one)).toBeGreaterThan(rows(two));
		expect(one.notes.join(" ")).not.toContain("reported by one side only)");
	});

	test("circular: include uses more claims", () => {
		const used = (name: string) => sums(figureOf(name).notes)[0]?.[1] as number;
		expect(used("reportingBias, circular included")).toBeGreaterThan(used("reportingBias"));
		expect(used("truthMethods, circular included")).toBeGreaterThan(used("truthMethods"));
		expect(used("calibration of the vote")).toBeGreaterThan(used("calibration"));
	});

	test("circular: the shares of either chart of methods stand beside those of the other", () => {
		const [without, withThem] = [figureOf("truthMethods"), figureOf("truthMethods, circular included")];
		expect(without.table.map((row) => [row.share, row.share_circular_included])).toEqual(
			withThem.table.map((row) => [row.share_circular_excluded, row.share]),
		);
	});

	test("by: the two matrices have ids of their own", () => {
		expect([figureOf("agreement by side").id, figureOf("agreement by type of source").id]).toEqual([
			"agreement-by-side",
			"agreement-by-source-kind",
		]);
	});

	test("counts: exact and near differ, and the last statement of a source is another", () => {
		const share = (figure: Figure) => figure.table.map((row) => row.share);
		expect(share(charts.agreement(real, { counts: "exact" }))).not.toEqual(share(figureOf("agreement by side")));
		expect(figureOf("agreement, exact").notes.join(" ")).toContain("with its latest statement");
	});

	test("method: bars and diamonds change places, the table stays", () => {
		expect(figureOf("robustness by one-coin").table).toEqual(figureOf("robustness").table);
		expect(figureOf("robustness by one-coin").title).not.toBe(figureOf("robustness").title);
	});

	test("by: whether coloured by status or by side, the answers are the same", () => {
		const total = ({ data }: Figure) =>
			data.flatMap((trace) => (trace as { x: number[] }).x).reduce((sum, each) => sum + each, 0);
		const [status, side] = [figureOf("corroboration"), figureOf("corroboration by side")];
		expect(total(status)).toBe(status.table.length);
		expect(total(side)).toBe(status.table.length);
		expect(side.data).toHaveLength(4);
	});
});

describe("the findings", () => {
	test("a side's bias stands in the title only where both its intervals exclude 0", () => {
		const { title, table } = figureOf("reportingBias");
		const names = {
			iran_state: "Iranian state",
			taliban: "Taliban",
			third_party: "hird parties",
			afghan_republic: "Afghan Republic",
		};
		for (const row of table) {
			const ends = [row.low, row.high, row.clustered_low, row.clustered_high];
			const isSure =
				row.enough_claims === true &&
				(ends.every((end) => end !== null && Number(end) > 0) || ends.every((end) => end !== null && Number(end) < 0));
			expect(title.includes(names[row.side as keyof typeof names]), `${row.side}: ${title}`).toBe(isSure);
		}
	});

	test("no bias in the table of a side with too few claims", () => {
		for (const row of figureOf("reportingBias").table) {
			expect(row.bias_log === null).toBe(row.enough_claims === false);
			expect(Number(row.n) >= 10).toBe(row.enough_claims);
		}
	});

	test("the limits of a share hold it, and those for all pairs are no narrower", () => {
		for (const row of figureOf("agreement by side").table) {
			if (row.share === null) continue;
			const [low, share, high] = [row.low, row.share, row.high].map(Number) as [number, number, number];
			expect(low <= share && share <= high).toBe(true);
			expect(Number(row.simultaneous_low)).toBeLessThanOrEqual(low);
			expect(Number(row.simultaneous_high)).toBeGreaterThanOrEqual(high);
		}
	});
});

test("signs of HTML in a question are text in the hover", () => {
	const hostile: Dossier = {
		...six,
		propositions: six.propositions.map((row) => ({ ...row, text: `<img src=x onerror="alert(1)"> ${row.text}` })),
	};
	expect(JSON.stringify(charts.casualtyFigures(hostile).data)).not.toContain("<img");
	expect(JSON.stringify(charts.casualtyFigures(hostile).data)).toContain("&lt;img");
});
