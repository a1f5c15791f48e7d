import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { aggregationSensitivity } from "../../src/charts/reliability/aggregation-sensitivity.js";
import { tableFiles } from "../../src/command/table-text.js";
import type { Imported } from "../../src/import/importer.js";
import { reports } from "../../src/import/reports.js";
import { loadDossier } from "../../src/load/dossier.js";
import { groupBy } from "../../src/records/group-by.js";
import type { Dossier } from "../../src/records/records.js";
import { selectIncidents } from "../../src/records/selection.js";
import { aggregateAnswers } from "../../src/reliability/reports/aggregation.js";
import { type DisagreementOptions, disagreement } from "../../src/reliability/reports/disagreement.js";
import { scratchFolder } from "../scratch.js";
import { anywhere, imported } from "./folder.js";

const file = fileURLToPath(new URL("../fixtures/maverick/reports.csv", import.meta.url));
// What pandas gave: README.md beside the file.
const expected = JSON.parse(readFileSync(new URL("../fixtures/maverick/expected.json", import.meta.url), "utf8"));
const mapping = JSON.parse(readFileSync(new URL("../../data/import/reports.map.json", import.meta.url), "utf8"));

/** The rows as a dossier. Côte d'Ivoire is far from the kit's border, which loading reports and this test does not mind. */
function dossierOf(imported: Imported): Dossier {
	const folder = scratchFolder();
	for (const [name, text] of Object.entries(tableFiles(imported.tables))) writeFileSync(join(folder, name), text);
	return loadDossier(folder, { onProblem: "report" }).dossier;
}
function mapped(change: (columns: Record<string, unknown>) => void): string {
	const copy = structuredClone(mapping);
	change(copy.columns);
	const path = join(scratchFolder(), "map.json");
	writeFileSync(path, JSON.stringify(copy));
	return path;
}

let maverick: Imported;
let dossier: Dossier;
beforeAll(async () => {
	maverick = await reports.read([file], anywhere);
});

describe("MAVERICK: every report and every event", () => {
	test("counts equal those of pandas, and no row is dropped", () => {
		dossier = dossierOf(maverick);
		expect([maverick.rows, maverick.dropped]).toEqual([expected.reports, []]);
		expect(dossier.incidents).toHaveLength(expected.events);
		const occurred = new Map<string, number>();
		for (const { proposition_id } of dossier.claims)
			if (proposition_id.endsWith(".occurred")) occurred.set(proposition_id, (occurred.get(proposition_id) ?? 0) + 1);
		const perEvent = [...occurred.values()];
		expect(perEvent.reduce((sum, n) => sum + n, 0)).toBe(expected.reports);
		expect(perEvent.filter((n) => n > 1)).toHaveLength(expected.events_with_two_or_more_reports);
		expect(Math.max(...perEvent)).toBe(expected.most_reports_on_one_event);
	});

	test("days: the earliest of an event's reports", () => {
		const days = dossier.incidents.map(({ date_start }) => date_start).sort();
		expect([days[0], days.at(-1)]).toEqual([expected.first_day, expected.last_day]);
		const years: Record<string, number> = {};
		for (const day of days) years[day.slice(0, 4)] = (years[day.slice(0, 4)] ?? 0) + 1;
		expect(years).toEqual(expected.events_per_year);
	});

	test("what the table contradicts is kept and said", () =>
		expect(maverick.notes).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^10 rows with a last day before the first, which is not used, the first: reports\.csv:/),
				expect.stringMatching(/^Numbers that could not be read, or whose range contradicts them: 4\./),
			]),
		));

	test("one event by hand: CIV-0001", () => {
		// Five reports: Xinhua twice, Reuters, UNOCI and Amnesty.
		const killed = dossier.claims.filter(({ proposition_id }) => proposition_id === "event-civ-0001.killed_total");
		expect(killed.map(({ value }) => value)).toEqual([8, 14, 33, 37, 40]);
		expect(killed[0]).toMatchObject({ source_id: "xinhua-news-agency", published_on: "2011-01-03", value_min: null });
		expect(dossier.incidents.find(({ incident_id }) => incident_id === "event-civ-0001")).toMatchObject({
			date_start: "2011-01-03",
			place: "Duékoué",
			lat: 6.74202,
			geo_precision: "district",
		});
	});

	test("a report that was carried by All Africa is its outlet's, read there", () => {
		const carried = dossier.claims.filter(({ reported_by }) => reported_by === "all-africa");
		const lines = readFileSync(file, "utf8").match(/[^/]\(All Africa\)/g) ?? [];
		expect(carried.filter(({ proposition_id }) => proposition_id.endsWith(".occurred"))).toHaveLength(lines.length);
		expect(dossier.sources.find(({ source_id }) => source_id === "all-africa")?.kind).toBe("aggregator");
	});
});

describe("disagreement on MAVERICK", () => {
	const rowsOf = (options: DisagreementOptions, from = dossier) =>
		disagreement(from, { of: "reports", draws: 0, ...options });
	let all: ReturnType<typeof rowsOf> | undefined;
	const row = (key: string) => {
		all ??= rowsOf({ scope: "all" });
		return all.find(({ group }) => group === key);
	};

	test("equals pandas on events with two reports or more", () => {
		const keys = {
			killed_total: "deaths_best",
			wounded_total: "injuries_best",
			"other:town": "city",
			"other:party": "actor1",
		};
		const found = rowsOf({ scope: "two_reports" });
		for (const [key, column] of Object.entries(keys)) {
			const own = found.find(({ group }) => group === key);
			const by = expected.disagreement_within_events_of_two_or_more_reports_missing_ignored[column];
			expect(own?.n).toBe(expected.events_with_two_or_more_reports);
			expect(own?.share_with_disagreement?.value, column).toBeCloseTo(
				by.share_of_events_with_two_or_more_distinct_values,
				6,
			);
			expect(own?.divergence?.value, column).toBeCloseTo(by.mean_distinct_minus_one, 6);
		}
		const killed = found.find(({ group }) => group === "killed_total");
		expect(killed?.mean_range?.value).toBeCloseTo(expected.mean_range_of_deaths_best, 5);
		expect(killed?.ranges_apart).toBe(expected.events_whose_low_high_ranges_do_not_all_overlap);
	});

	test("of first days, where the mapping leaves the last day out", async () => {
		const map = mapped((columns) => {
			delete columns.last_day;
			columns.date_precision = { value: "day" };
		});
		// Events with one report say nothing about disagreement, and only make the test slow.
		const [header = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
		const eventOf = (line: string) => line.slice(0, line.indexOf(","));
		const perEvent = groupBy(lines, eventOf);
		const several = join(scratchFolder(), "several.csv");
		writeFileSync(
			several,
			[header, ...lines.filter((line) => (perEvent.get(eventOf(line))?.length ?? 0) > 1)].join("\n"),
		);
		const first = dossierOf(await reports.read([several], { ...anywhere, map }));
		const by = expected.disagreement_within_events_of_two_or_more_reports_missing_ignored.date_start;
		const own = rowsOf({ scope: "two_reports" }, first).find(({ group }) => group === "other:date");
		expect(own?.share_with_disagreement?.value).toBeCloseTo(by.share_of_events_with_two_or_more_distinct_values, 6);
		expect(own?.divergence?.value).toBeCloseTo(by.mean_distinct_minus_one, 6);
	});

	// What base R 4 gave on the whole file by the definitions of eventreport 0.1.2 (R/modal_confidence.R, share_disagreement.R,
	// mean_dscore.R, mean_range.R, mean_sd.R), over all 2,200 events.
	test.each([
		["killed_total", 0.084091, 0.138182, 0.96286, 0.865909, 2.095409],
		["wounded_total", 0.077727, 0.124545, 0.968281, 0.995455, 2.677563],
	])("%s over all events equals R", (key, share, divergence, modal, range, sd) => {
		const own = row(key);
		expect(own?.n).toBe(2200);
		expect(own?.share_with_disagreement?.value).toBeCloseTo(share, 6);
		expect(own?.divergence?.value).toBeCloseTo(divergence, 6);
		expect(own?.modal_agreement?.value).toBeCloseTo(modal, 6);
		expect(own?.mean_range?.value).toBeCloseTo(range, 6);
		expect(own?.mean_sd?.value).toBeCloseTo(sd, 6);
	});

	// The same program: modal confidence of city and actor1, where missing values are left out.
	test("modal agreement of names equals R", () => {
		expect(row("other:town")?.modal_agreement?.value).toBeCloseTo(0.998543, 6);
		expect(row("other:party")?.modal_agreement?.value).toBeCloseTo(0.958237, 6);
	});

	test("one answer for each original source gives fewer answers, and each is counted once", () => {
		const found = disagreement(dossier, { scope: "all", draws: 0 });
		const killed = found.find(({ group }) => group === "killed_total");
		const excluded = killed?.excluded.reduce((sum, { n }) => sum + n, 0) ?? 0;
		expect((killed?.answers ?? 0) + excluded).toBe(expected.reports);
		expect(excluded).toBeGreaterThan(0);
	});
});

// Sums of what base R gave for each event: smallest mode of deaths_best, least deaths_low, greatest deaths_high, median.
test.each([
	["most_frequent", 3290],
	["lowest", 3046],
	["highest", 5183],
	["median", 4113.5],
] as const)("people killed in all by the rule %s equal R", (rule, total) => {
	const answers = aggregateAnswers(dossier, rule, { of: "reports" }).filter(({ key }) => key === "killed_total");
	expect(answers).toHaveLength(2200);
	expect(answers.reduce((sum, { value }) => sum + Number(value), 0)).toBe(total);
});

test("the chart of aggregation rules is drawn without a border", () => {
	const figure = aggregationSensitivity(dossier, { of: "reports" });
	const killed = figure.table.filter(({ number }) => number === "killed");
	expect(Object.fromEntries(killed.map(({ rule, value }) => [rule, value]))).toMatchObject({
		most_frequent: 3290,
		lowest: 3046,
		highest: 5183,
	});
	expect(figure.table.some(({ number }) => number === "near_crossing")).toBe(false);
	expect(figure.title).toMatch(/^People reported (killed|wounded): /);
});

test("the command writes a folder without a border that passes every check", async () => {
	const few = join(scratchFolder(), "few.csv");
	writeFileSync(few, readFileSync(file, "utf8").split("\n").slice(0, 41).join("\n"));
	const { printed, dossier: loaded } = await imported("reports", [few], "--within", "none");
	expect(printed).toMatchObject({ rows: 40, kept: 40, dropped: [] });
	expect(loaded.border).toEqual([]);
	expect(loaded.places.some(({ name }) => name === "Duékoué")).toBe(true);
	expect(selectIncidents(loaded).incidents).toHaveLength(loaded.incidents.length);
});

test("a place of a country that is known gets its point in places.csv", () => {
	const place = maverick.tables.places?.find(({ name }) => name === "Duékoué");
	expect(place).toMatchObject({ country: ["CI"], lat: 6.74202, precision_km: 25 });
});

test("other columns need a mapping: the error names those that there are", async () => {
	const path = join(scratchFolder(), "other.csv");
	writeFileSync(path, "event,date,deaths\n1,2011-01-03,2\n");
	await expect(reports.read([path], anywhere)).rejects.toThrow("the columns there are: event, date, deaths");
});
