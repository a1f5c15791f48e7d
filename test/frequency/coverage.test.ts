import { expect, test } from "vitest";
import { compareNeighbours, compareSpans } from "../../src/frequency/comparison.js";
import { countIncidents } from "../../src/frequency/counts.js";
import { coverage, markLowCoverage } from "../../src/frequency/coverage.js";
import { daysBetweenIncidents } from "../../src/frequency/days-between-incidents.js";
import { languageOfPage } from "../../src/frequency/page-language.js";
import { rateChange } from "../../src/frequency/rate-change.js";
import { ratesPer30Days } from "../../src/frequency/rates.js";
import { seasons } from "../../src/frequency/seasons.js";
import { originalSourcesPerIncident, sensitivity } from "../../src/frequency/sensitivity.js";
import { claim, dossierOf, incident, occurred, source } from "./dossier.js";

const sources = [source("a", "iran_state", "IR"), source("b", "taliban", "AF"), source("c", "independent", "AF")];
const first = incident({ date_start: "2021-01-05" });
const window = ["2021-01-01", "2021-02-28"] as const;
const claims = [
	{ ...claim("a", "2021-01-06"), url: "https://example.ir/fa/news/1" },
	{ ...claim("a", "2021-01-07"), url: "https://en.example.com/1" },
	claim("b", "2021-01-06"),
	claim("c", "2021-01-31"),
	claim("c", "2021-02-01", "repeats"),
	claim("b", null),
	claim("b", "2021-03-01"),
];
const dossier = dossierOf([first], { sources, claims }, window);

test("sources are counted once a month, by side and country; repeats, undated and late claims are excluded by reason (by hand)", () => {
	const { rows, n, excluded } = coverage(dossier, { by: "month" });
	expect(rows[0]).toMatchObject({
		sources: 3,
		iran_state: 1,
		taliban: 1,
		afghan_republic: 0,
		third_party: 1,
		countries: "AF IR",
		languages: "en fa",
		claims: 4,
		claims_language_unknown: 2,
		low_coverage: false,
	});
	expect(rows[1]).toMatchObject({ sources: 0, claims: 0, low_coverage: true });
	expect(excluded).toEqual([
		{ reason: "repeat", n: 1 },
		{ reason: "undated", n: 1 },
		{ reason: "outside_period", n: 1 },
	]);
	expect(n + excluded.reduce((sum, each) => sum + each.n, 0)).toBe(claims.length);
});

test("one source's whole output removed, with the incident that only it reported: a month of three others keeps its coverage, one of two others loses it, none gains any (by hand)", () => {
	const days = ["2021-01-10", "2021-02-10", "2021-03-10"];
	const incidents = days.map((date_start) => incident({ date_start }));
	const about = (place: number) => `${incidents[place]?.incident_id}.occurred`;
	// January: a and three others; February: a and two others; March: a alone, of an incident that only it reports.
	const said = [
		...["a", "b", "c", "d"].map((id) => claim(id, "2021-01-11", "asserts", about(0))),
		...["a", "b", "c"].map((id) => claim(id, "2021-02-11", "asserts", about(1))),
		claim("a", "2021-03-11", "asserts", about(2)),
	];
	const rows = (kept: typeof incidents, list: typeof said) => {
		const all = dossierOf(kept, { claims: list }, ["2021-01-01", "2021-03-31"]);
		return markLowCoverage(countIncidents(all, { by: "month" }).rows, coverage(all, { by: "month" })).map(
			({ count, low_coverage }) => [count, low_coverage],
		);
	};
	expect(rows(incidents, said)).toEqual([
		[1, false],
		[1, false],
		[1, true],
	]);
	const others = said.filter(({ source_id }) => source_id !== "a");
	expect(rows(incidents.slice(0, 2), others)).toEqual([
		[1, false],
		[1, true],
		[0, true],
	]);
	// Without any claim, who was reporting is not known.
	expect(rows(incidents.slice(0, 1), [])).toEqual([
		[1, null],
		[0, null],
		[0, null],
	]);
});

test("a year has low coverage where more than half of its days lie in such months: 31 of 59 (by hand)", () => {
	const year = countIncidents(dossier, { by: "year" }).rows;
	const late = { ...dossier, claims: ["a", "b", "c"].map((id) => claim(id, "2021-02-03")) };
	expect(markLowCoverage(year, coverage(late, { by: "month" }))[0]).toMatchObject({
		low_coverage_days: 31,
		low_coverage: true,
	});
	expect(markLowCoverage(year, coverage(dossier, { by: "month" }))[0]).toMatchObject({
		low_coverage_days: 28,
		low_coverage: false,
	});
});

test("without one source's whole output the month has low coverage", () => {
	const without = { ...dossier, claims: claims.filter(({ source_id }) => source_id !== "a") };
	const rates = ratesPer30Days(countIncidents(without, { by: "month" }));
	expect(markLowCoverage(rates, coverage(dossier, { by: "month" }))[0]).toMatchObject({ n: 1, low_coverage: false });
	expect(markLowCoverage(rates, coverage(without, { by: "month" }))[0]).toMatchObject({ n: 1, low_coverage: true });
});

test("days between incidents on days 5, 5 and 25 are 0 and 20; the longest quiet reaches the window's end (by hand)", () => {
	const three = ["2021-01-05", "2021-01-05", "2021-01-25"].map((date_start) => incident({ date_start }));
	const vague = incident({ date_start: "2021-02-01", date_precision: "month" });
	const result = daysBetweenIncidents(dossierOf([...three, vague], {}, window));
	expect(result.rows.map(({ days }) => days)).toEqual([0, 20]);
	expect(result).toMatchObject({ n: 3, mean_days: 10, longest: { from: "2021-01-25", to: "2021-02-28", days: 34 } });
	expect(result.excluded).toEqual([{ reason: "day_not_known", n: 1 }]);
	// 3 events, share 34 of 58: more than half, so one term: 4 (1 − 34/58)³.
	expect(result.longest_p).toBeCloseTo(4 * (24 / 58) ** 3, 9);
});

test("a rate that falls from 6 to 0 a month after June changes in July (by hand)", () => {
	const busy = ["01", "02", "03", "04", "05", "06"].flatMap((month) =>
		Array.from({ length: 6 }, (_, place) => incident({ date_start: `2021-${month}-10` }, place)),
	);
	const change = rateChange(dossierOf(busy), "days");
	expect(change.mode).toBe("2021-07-01");
	expect(change.log_bayes_factor).toBeGreaterThan(5);
	expect(change.log_bayes_factor_poisson).toBeGreaterThan(change.log_bayes_factor);
	expect(change.rows.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
});

test("where the sources fall as the incidents do, the change goes away with sources as exposure", () => {
	const months = Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, "0")}`);
	const loud = (index: number) => (index < 6 ? 6 : 1);
	const incidents = months.flatMap((month, index) =>
		Array.from({ length: loud(index) }, (_, place) => incident({ date_start: `${month}-10` }, place)),
	);
	const reports = months.flatMap((month, index) =>
		Array.from({ length: loud(index) }, (_, place) => claim(`s${place}`, `${month}-11`)),
	);
	const covered = dossierOf(incidents, { claims: reports });
	expect(rateChange(covered, "days").log_bayes_factor).toBeGreaterThan(3);
	expect(rateChange(covered, "active_sources").log_bayes_factor).toBeLessThan(0);
	expect(() => rateChange(covered, "weather" as never)).toThrow(
		"unknown exposure: weather (known: days, active_sources)",
	);
});

test("the water year begins in October and is named for the year it ends in (by hand)", () => {
	const autumn = dossierOf([incident({ date_start: "2021-10-01" }), incident({ date_start: "2021-09-30" })]);
	const water = seasons(autumn, "water");
	expect(water.rows.map(({ month }) => month)).toEqual([10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
	expect(water.years.filter(({ count }) => count > 0)).toEqual([
		{ year: 2021, month: 9, count: 1, days_observed: 30, rate_per_30_days: 1 },
		{ year: 2022, month: 10, count: 1, days_observed: 31, rate_per_30_days: 30 / 31 },
	]);
	expect(countIncidents(autumn, { by: "water_year" }).rows.map(({ period, count }) => [period, count])).toEqual([
		["2020-10-01", 1],
		["2021-10-01", 1],
	]);
	expect(water.dispersion.degrees).toBe(11);
	expect(() => seasons(autumn, "fiscal" as never)).toThrow("unknown kind of year: fiscal (known: calendar, water)");
});

test("each choice keeps what it names (by hand)", () => {
	const [a, b, c] = [
		incident({ date_start: "2021-01-05" }, 1),
		incident({ date_start: "2021-01-06", date_precision: "week" }, 2),
		incident({ date_start: "2021-01-07", frontier: "ir-pk" }, 3),
	];
	const propositions = [occurred(a.incident_id, "contested", null)];
	const about = propositions[0]?.proposition_id;
	const one = occurred(b.incident_id, "confirmed", true);
	const said = [
		claim("a", null, "asserts", one.proposition_id),
		claim("a", null, "asserts", about),
		claim("b", null, "denies", about),
		claim("c", null, "repeats", about),
	];
	const all = dossierOf([a, b, c], { propositions: [...propositions, one], claims: said }, window);
	expect(originalSourcesPerIncident(all).get(a.incident_id)).toBe(2);
	expect(sensitivity(all).map(({ variant, counts }) => `${variant} ${counts.n}`)).toEqual([
		"main 2",
		"dates_apportioned 2",
		"day_known 1",
		"two_sources 1",
		"confirmed_or_not_asked 1",
		"both_borders 3",
	]);
});

test("a repeat counts for the source it names, and for none where it names none (by hand)", () => {
	const row = occurred("i", "confirmed", true);
	const said = [claim("a", null, "asserts", "i.occurred"), claim("b", null, "repeats", "i.occurred")];
	const sourcesOf = (via_source_id: string | null) =>
		originalSourcesPerIncident({ propositions: [row], claims: said.map((each) => ({ ...each, via_source_id })) }).get(
			"i",
		);
	expect([sourcesOf(null), sourcesOf("a"), sourcesOf("wire")]).toEqual([1, 1, 2]);
});

test("4 in January against 1 in February, 31 and 28 days: ratio 1/4 × 31/28, p by hand; the rest is excluded", () => {
	const days = ["2021-01-02", "2021-01-03", "2021-01-04", "2021-01-05", "2021-02-05", "2021-05-01"];
	const all = dossierOf(days.map((date_start, place) => incident({ date_start }, place)));
	const spans = [
		{ from: "2021-01-01", to: "2021-01-31" },
		{ from: "2021-02-01", to: "2021-02-28" },
	] as const;
	const row = compareSpans(all, ...spans);
	expect(row).toMatchObject({ n: 1, earlier_n: 4, days_observed: 28, earlier_days_observed: 31, excluded: 1 });
	expect(row.ratio).toBeCloseTo(31 / 28 / 4, 12);
	// Of five, two or three in 28 of 59 days are likelier than one; none, one, four and five are not.
	const [late, early] = [28 / 59, 31 / 59];
	expect(row.p).toBeCloseTo(1 - 10 * late ** 2 * early ** 3 - 10 * late ** 3 * early ** 2, 6);
	expect(row).toMatchObject({ low_overdispersed: row.low, high_overdispersed: row.high });
	const { low_overdispersed: low, high_overdispersed: high } = compareSpans(all, ...spans, { dispersion: 3 });
	expect([low < row.low, Number(high) > Number(row.high)]).toEqual([true, true]);
	expect(() => compareSpans(all, spans[1], spans[0])).toThrow("spans overlap: 2021-01-01 to 2021-02-28");
	expect(() => compareSpans(all, { from: "2020-12-31", to: "2021-01-31" }, spans[1])).toThrow(
		"span outside the observed window: 2020-12-31 to 2021-01-31",
	);
});

test("each month against the one before, on its days: 1 in 31 against 0 in 28 (by hand)", () => {
	const [row] = compareNeighbours(countIncidents(dossier, { by: "month" }));
	expect(row).toMatchObject({ n: 0, earlier_n: 1, days_observed: 28, earlier_days_observed: 31, ratio: 0 });
	// The event fell where 31 of 59 days make it likelier: no split is likelier, so p is 1.
	expect(row?.p).toBeCloseTo(1, 9);
});

test.each([
	["https://en.irna.ir/news/1", "en"],
	["https://asriran.com/fa/news/792810", "fa"],
	["https://www.azadiradio.com/dari/1.html", "prs"],
	["https://pashto.example.com/a", "ps"],
	["https://www.anews.com.tr/world", null],
	["https://example.com/english-lessons/enough", null],
	[null, null],
])("the address %s tells %s", (url, language) => expect(languageOfPage(url)).toBe(language));
