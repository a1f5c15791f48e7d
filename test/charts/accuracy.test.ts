import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { figureOrReason } from "../../src/charts/catalogue-entry.js";
import type { Figure } from "../../src/charts/parts/frame.js";
import * as charts from "../../src/charts/reliability/charts.js";
import { reliabilityCharts } from "../../src/charts/reliability/list.js";
import { loadDossier } from "../../src/load/dossier.js";
import { NotEnoughDataError } from "../../src/records/not-enough-data.js";
import type { Claim, Dossier } from "../../src/records/records.js";
import { minimumClaims } from "../../src/reliability/accuracy/accuracy.js";
import { reliabilitySummary } from "../../src/reliability/summary.js";
import { notPlain } from "../support/plain-english.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));
const real = loadDossier();
const textOf = ({ title, subtitle, caption, alt, notes, data, layout }: Figure) =>
	JSON.stringify([title, subtitle, caption, alt, notes, data, layout]);
/** A dossier cut to the claims given. */
const withClaims = (dossier: Dossier, claims: readonly Claim[]): Dossier => ({ ...dossier, claims });

describe("each chart draws from a dossier alone", () => {
	test.each([
		["accuracy-by-source-kind", "No type of source has enough resolved claims to estimate its accuracy"],
		["accuracy-by-side", "No side has enough resolved claims to estimate its accuracy"],
		// State agency, spokesman, local paper, residents against the agency's first no.
		["claim-timeline", "Was there a clash? 4 original sources say yes, 1 says no"],
		["accuracy-over-time", "By 31 December 2022 no side had enough resolved claims to estimate"],
		// d.occurred and three others have two original sources or more; f.initiator has one.
		["reports-per-original-source", "17% of questions have at most one original source; 17% have at most one claim"],
		// Three sources have a resolved claim, none ten.
		["named-sources", "None of 3 sources has enough resolved claims to estimate accuracy"],
		["accuracy-by-interest", "Too few resolved claims in or against a side's own interest to compare"],
		// 1, 5 and 21 days: three of five.
		["time-to-resolution", "0% of questions are resolved on the first day, 60% by the end of the period"],
		// One right and three wrong, then three right; four incidents are too few to call it a change.
		[
			"leading-answer-accuracy",
			"The leading answer is right on 25% of questions at first, 100% later; could be chance",
		],
		["corrections", "Sources that commented again on a question changed their answer in 1 of 1 case"],
	])("%s of six invented incidents says what the hand found", (id, title) => {
		expect(reliabilityCharts.find((entry) => entry.id === id)?.draw(six).title).toBe(title);
	});

	test.each(reliabilityCharts)(
		"$id of a dossier without claims gives the reason, also when called directly",
		(entry) => {
			const empty = { ...six, claims: [], propositions: [], verdict_basis: [], interests: [] };
			expect(figureOrReason(entry, empty)).toBe("no source has answered any question yet");
			expect(() => entry.draw(empty)).toThrow(NotEnoughDataError);
		},
	);

	test.each(reliabilityCharts)("$id of a single claim is true and whole, or gives a reason", (entry) => {
		for (const claim of six.claims) {
			const drawn = figureOrReason(entry, withClaims(six, [claim]));
			if (typeof drawn === "string") expect(drawn).toMatch(/^[a-z]/);
			else {
				expect(textOf(drawn)).not.toMatch(/NaN|undefined|Infinity|\[object/);
				expect([drawn.title, drawn.caption, drawn.alt, ...drawn.notes].join(" ")).not.toMatch(
					/\b1 (claims|questions|incidents|sources|reports|changes|statements)\b/,
				);
			}
		}
	});

	test("without a resolved question no accuracy is drawn", () => {
		const open = {
			...six,
			propositions: six.propositions.map((row) => ({ ...row, verdict_status: "unresolved" as const })),
		};
		expect(() => charts.accuracy(open)).toThrow(
			/^no claim can be compared with a verdict \(15 on unresolved questions, 5 excluded\)$/,
		);
		for (const draw of [charts.accuracyOverTime, charts.accuracyByInterest, charts.namedSources])
			expect(() => draw(open)).toThrow(NotEnoughDataError);
		expect(() => charts.leadingAnswerAccuracy(open)).toThrow(NotEnoughDataError);
	});
});

describe("accuracy", () => {
	test("15 of 32 is drawn as counted, 47%, beside the pooled estimate (old chart: 53%)", () => {
		const { table, data, title } = charts.accuracy(real);
		const row = table.find(({ group }) => group === "independent_media");
		expect(row).toMatchObject({ n: 32, supported: 15, share: 15 / 32 });
		expect(row?.pooled_share).toBeGreaterThan(0.5);
		const drawn = data.flatMap((trace) => (trace as { x?: number[] }).x ?? []);
		expect(drawn).toContain(15 / 32);
		expect(drawn).toContain(row?.pooled_share);
		expect(data.flatMap((trace) => (trace as { name?: string }).name ?? [])).toEqual([
			"counted share",
			"estimate, 95% interval",
			"share with circular verdicts included<br>(they rely on the source's own claim)",
		]);
		// A group with too few resolved claims gets no interval: a bar would look like an estimate.
		const traces = data as { readonly mode?: string; readonly x?: unknown[] }[];
		const bars = traces.filter(({ mode, x }) => mode === "lines" && x?.length === 2);
		expect(bars).toHaveLength(table.filter(({ enough_claims }) => enough_claims).length);
		// The valid test finds no difference, and the title claims none.
		expect(title).toMatch(/could be chance$/);
	});

	test.each(["source_kind", "side", "alignment", "basis"] as const)("by %s: the id, and rows that add up", (by) => {
		const { id, table, notes } = charts.accuracy(real, { by });
		expect(id).toBe(`accuracy-by-${by.replace("_", "-")}`);
		const sum = (...columns: string[]) =>
			table.reduce((total, row) => total + columns.reduce((all, column) => all + Number(row[column]), 0), 0);
		expect(sum("n", "unresolved", "excluded")).toBe(real.claims.length);
		expect(notes[0]).toBe(
			`Of ${real.claims.length.toLocaleString("en")} claims, ${sum("n")} are resolved and counted, ${sum("unresolved")} are on unresolved questions and ${sum("excluded")} are excluded.`,
		);
		for (const row of table) {
			expect(row.share === null).toBe(!row.enough_claims);
			expect(Number(row.n) >= minimumClaims).toBe(row.enough_claims);
		}
	});

	test("six incidents by side: 2 of 4, 3 of 4, none (by hand); by latest statements 3 of 4; circular included 4 of 6", () => {
		const counts = (options: charts.AccuracyOptions) =>
			charts.accuracy(six, { by: "side", ...options }).table.map(({ group, supported, n }) => [group, supported, n]);
		const rest = [
			["taliban", 3, 4],
			["third_party", 0, 0],
		];
		expect(counts({})).toEqual([["iran_state", 2, 4], ...rest]);
		expect(counts({ statement: "last" })).toEqual([["iran_state", 3, 4], ...rest]);
		expect(counts({ circular: "include" })).toEqual([
			["iran_state", 4, 6],
			["taliban", 3, 4],
			["third_party", 2, 2],
		]);
		expect(counts({ asOf: "2022-03-31" })).toEqual([
			["iran_state", 1, 3],
			["taliban", 2, 2],
			["third_party", 0, 0],
		]);
	});

	test("options are said in caption and notes, and change what is marked", () => {
		const { caption, notes, table, data } = charts.accuracy(real, {
			circular: "include",
			statement: "last",
			confidence: ["high"],
			asOf: "2025-12-31",
		});
		expect(caption).toContain(
			"Latest statements; circular verdicts included; verdicts of high confidence only; as known on 31 December 2025.",
		);
		expect(notes).toContain("Only verdicts of high confidence count.");
		expect(notes.join(" ")).toContain("with its latest statement");
		expect(Object.keys(table[0] ?? {})).toContain("share_circular_excluded");
		expect(JSON.stringify(data)).toContain("circular verdicts excluded");
	});

	test("unknown options are refused, with the known values", () => {
		expect(() => charts.accuracy(real, { by: "country" as "side" })).toThrow(
			"unknown grouping: country (known: source_kind, side, alignment, basis)",
		);
		expect(() => charts.accuracy(real, { circular: "kept" as "include" })).toThrow(RangeError);
		expect(() => charts.accuracyOverTime(real, { by: "sides" as "side" })).toThrow(RangeError);
		expect(() => charts.accuracyByInterest(real, { statement: "middle" as "first" })).toThrow(RangeError);
	});

	test("the notes name the test that was run, and what the invalid one would find", () => {
		const { notes } = charts.accuracy(real);
		expect(notes.filter((note) => note.startsWith("Permutation test"))).toEqual([
			expect.stringMatching(
				/^Permutation test \(types of source permuted within incidents.*no significant difference\.$/,
			),
			expect.stringMatching(/^Permutation test \(single claims permuted, ignoring clustering.*invalid because/),
		]);
	});
});

describe("accuracy over time", () => {
	test("by side as before, by another grouping only groups that ever have enough claims", () => {
		const panels = (options: charts.AccuracyOverTimeOptions) =>
			Object.keys(charts.accuracyOverTime(real, options).layout).filter((key) => key.startsWith("xaxis")).length;
		expect(panels({})).toBe(4);
		const { table } = charts.accuracyOverTime(real, { by: "source_kind" });
		const enough = new Set(table.filter((row) => row.enough_claims).map(({ group }) => group));
		expect(panels({ by: "source_kind" })).toBe(enough.size);
	});

	test("a window that holds no quarter's end gives the reason", () => {
		const short = {
			...real,
			observation: { ...real.observation, observed_from: "2022-01-01", observed_to: "2022-03-30" },
		};
		expect(() => charts.accuracyOverTime(short)).toThrow("no quarter of a year ends within the observed period");
	});
});

describe("claim timeline", () => {
	test("of every question of the dossier: it draws, its words are whole, its title fits", () => {
		for (const { proposition_id } of real.propositions) {
			const figure = charts.claimTimeline(real, proposition_id);
			expect(textOf(figure), proposition_id).not.toMatch(/NaN|undefined|Infinity|\[object/);
			expect(figure.title.length, figure.title).toBeLessThanOrEqual(90);
			expect(figure.subtitle.length, figure.subtitle).toBeLessThanOrEqual(110);
			expect(figure.table.length).toBe(real.claims.filter((row) => row.proposition_id === proposition_id).length);
		}
	});

	test("a wrong id is a RangeError that names the nearest; an incident's id names its questions", () => {
		const wrong = (id: string) => () => charts.claimTimeline(six, id);
		expect(wrong("a.occured")).toThrow(RangeError);
		expect(wrong("a.occured")).toThrow(/^unknown question: a\.occured \(did you mean a\.occurred, /);
		expect(wrong("b-fire")).toThrow("unknown question: b-fire (an incident; its questions: b.killed_civilians)");
	});

	test("a verdict that is not resolved is called the best supported answer", () => {
		const id = real.propositions.find(
			({ verdict_status, verdict_value, type }) =>
				verdict_status === "unresolved" && verdict_value === true && type === "boolean",
		)?.proposition_id;
		expect(charts.claimTimeline(real, id).subtitle).toMatch(/verdict: unresolved \(best supported: yes\)$/);
		expect(charts.claimTimeline(six, "f.initiator").subtitle).toMatch(/verdict: unresolved$/);
		expect(charts.claimTimeline(six, "d.occurred").subtitle).toMatch(/verdict: no \(refuted\)$/);
	});

	test("repeats can be excluded; what is left without them is a reason", () => {
		expect(charts.claimTimeline(six, "a.occurred", { repeats: "exclude" }).table).toHaveLength(5);
		expect(charts.claimTimeline(six, "a.occurred").table).toHaveLength(7);
		const repeats = withClaims(
			six,
			six.claims.filter(({ stance }) => stance === "repeats"),
		);
		expect(() => charts.claimTimeline(repeats, "a.occurred", { repeats: "exclude" })).toThrow(NotEnoughDataError);
		expect(() => charts.claimTimeline(repeats, "c.closed")).toThrow("no source has answered c.closed yet");
		expect(() => charts.claimTimeline(six, "a.occurred", { repeats: "hide" as "exclude" })).toThrow(RangeError);
	});

	test("no question with two answers: a reason", () =>
		expect(() => charts.claimTimeline(withClaims(six, six.claims.slice(19)))).toThrow(
			"no question is answered both yes and no",
		));
});

describe("other charts", () => {
	test("named sources: accuracy or grade, one table of all sources", () => {
		const [accuracy, grade] = [charts.namedSources(real), charts.namedSources(real, { show: "grade" })];
		expect(grade.table).toEqual(accuracy.table);
		expect(accuracy.table).toHaveLength(new Set(real.claims.map(({ source_id }) => source_id)).size);
		expect(textOf(grade)).toContain(`"grade"`);
		for (const { letter, n, share } of accuracy.table) {
			expect(letter === "F").toBe(Number(n) < minimumClaims);
			expect(share === null).toBe(Number(n) < minimumClaims);
		}
		expect(() => charts.namedSources(real, { show: "rank" as "grade" })).toThrow(
			"unknown show: rank (known: accuracy, grade)",
		);
	});

	test("reports by incident: six-incident table by hand (9, 5, 3, 2, 1 reports; 4, 5, 3, 2, 1 original sources)", () => {
		const counts = (column: string) =>
			charts.reportsPerOriginalSource(six, { by: "incident" }).table.map((row) => row[column]);
		expect(counts("incidents_by_reports")).toEqual([0, 1, 1, 1, 0, 1, 0, 0, 0, 1]);
		expect(counts("incidents_by_original_sources")).toEqual([0, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
		expect(() => charts.reportsPerOriginalSource(six, { by: "day" as "incident" })).toThrow(
			"unknown unit: day (known: question, incident)",
		);
	});

	test("corrections: only declared ones", () => {
		const all = charts.corrections(real);
		const declared = charts.corrections(real, { changes: "declared" });
		expect(declared.table.length).toBe(all.table.filter((row) => row.declared).length);
		expect(declared.table.length).toBeLessThan(all.table.length);
		expect(() => charts.corrections(real, { changes: "some" as "all" })).toThrow(RangeError);
	});

	test("leading answer: as many days as asked, and both lines", () => {
		const { table, title } = charts.leadingAnswerAccuracy(real, { days: 7 });
		expect(table).toHaveLength(16);
		expect(charts.leadingAnswerAccuracy(real, { circular: "exclude" }).title).not.toBe(title);
		expect(() => charts.leadingAnswerAccuracy(real, { days: 0.5 })).toThrow(RangeError);
		expect(() => charts.leadingAnswerAccuracy(real, { circular: "kept" as "include" })).toThrow(RangeError);
	});

	test("time to resolution: grouped as asked, counted and excluded add up", () => {
		const groups = (by: "first_side" | "incident_kind" | "both") => [
			...new Set(charts.timeToResolution(real, { by }).table.map(({ grouped_by }) => grouped_by)),
		];
		expect(groups("both")).toEqual(["all", "first_side", "incident_kind"]);
		expect(groups("incident_kind")).toEqual(["all", "incident_kind"]);
		const [total, counted, excluded] = (charts.timeToResolution(real).notes[0]?.match(/\d+/g) ?? []).map(Number);
		expect((counted ?? 0) + (excluded ?? 0)).toBe(total);
		expect(total).toBe(real.propositions.length);
		expect(() => charts.timeToResolution(real, { by: "kind" as "both" })).toThrow(RangeError);
	});
});

describe("summary of reliability", () => {
	test("three sentences with n and intervals, whose numbers are those of the object", () => {
		const { sentences, supported, resolved, share, low, high, sides, claims, unresolved, excluded } =
			reliabilitySummary(real);
		expect(sentences).toHaveLength(3);
		expect(sentences.flatMap(notPlain)).toEqual([]);
		expect(sentences[0]).toContain(
			`${supported} of ${resolved} resolved claims (${Math.round(share * 100)}%, 95% interval`,
		);
		expect(low).toBeLessThan(share);
		expect(high).toBeGreaterThan(share);
		expect(sides.every(({ n }) => n >= minimumClaims)).toBe(true);
		expect(resolved + unresolved + excluded.reduce((sum, { n }) => sum + n, 0)).toBe(claims);
		expect(sentences[1]).toContain("could be chance");
	});

	test("six incidents, by hand: 5 of 8; without a resolved claim a reason", () => {
		expect(reliabilitySummary(six).sentences[0]).toBe(
			"The verdict supports 5 of 8 resolved claims (63%, 4 incidents, too few for an interval).",
		);
		expect(() => reliabilitySummary({ ...six, claims: [] })).toThrow(NotEnoughDataError);
	});
});
