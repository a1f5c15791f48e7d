import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { loadDossier } from "../../src/index.js";
import { figureLinks } from "../../src/pages/counted/links.js";
import { ownFigure } from "../support/own-figures.js";

const dossier = loadDossier();
const ids = new Set(dossier.incidents.map(({ incident_id }) => incident_id));

/** Columns whose number is one of incidents: as many must stand behind it. */
const ofIncidents: Readonly<Record<string, readonly string[]>> = {
	"incidents-per-period": ["incidents", "day_known", "week_or_month_known"],
	"rate-per-year": ["incidents"],
	"incidents-by-kind": ["incidents"],
	"source-coverage": ["incidents"],
	"year-to-year-change": ["incidents", "earlier_incidents"],
	"cumulative-incidents": ["incidents", "so_far", "in_twelve_months"],
	"incidents-along-border-by-year": ["n"],
	"incidents-by-province": ["n"],
	"incidents-per-100-km": ["n"],
	"distance-to-crossing": ["at_least", "as_placed", "at_most"],
	"share-by-segment": ["n", "of"],
	"kinds-by-segment": ["n"],
	"incidents-by-frontier": ["on_line", "other_border", "both"],
	"crossing-timelines": ["at_least", "as_placed", "at_most"],
	"reporting-bias": ["incidents"],
	"agreement-by-side": ["incidents"],
	"agreement-by-source-kind": ["incidents"],
	"data-quality": ["incidents"],
};

/** Charts that count no incidents: probabilities, smoothed shares, methods, forecasts, questions on one day. */
const withoutIncidents = [
	"rate-change",
	"heat-map",
	"truth-methods",
	"leading-answer-accuracy",
	"calibration",
	"aggregation-sensitivity",
];

/** An apportioned incident is behind every month of which a part of it is counted. */
const apportioned = ["seasonality", "incidents-by-verification-status", "rate-sensitivity"];

describe("the incidents behind the numbers of a chart", () => {
	test.each(catalogue.map(({ id }) => id))("%s", (id) => {
		const { table } = ownFigure(id);
		const { counted } = figureLinks(ownFigure(id), dossier);
		expect(counted).toHaveLength(table.length);
		let led = 0;
		for (const [index, row] of table.entries())
			for (const [column, behind] of Object.entries(counted[index] ?? {})) {
				const where = `${id} ${JSON.stringify(row).slice(0, 120)} ${column}`;
				expect(Object.keys(row), where).toContain(column);
				expect(new Set(behind).size, where).toBe(behind.length);
				for (const each of behind) expect(ids.has(each), where).toBe(true);
				const cell = row[column];
				if (typeof cell === "number" && id !== "months-by-count") {
					if (ofIncidents[id]?.includes(column)) expect(behind.length, where).toBe(cell);
					else if (apportioned.includes(id)) expect(behind.length, where).toBeGreaterThanOrEqual(Math.ceil(cell));
					// Of claims and questions several may be about one incident.
					else expect(behind.length, where).toBeLessThanOrEqual(cell);
					expect(behind.length > 0, where).toBe(cell > 0);
				}
				led += behind.length;
			}
		for (const { customdata, hovertext } of ownFigure(id).data) {
			if (customdata === undefined || customdata.length === 0) continue;
			expect(customdata).toHaveLength(hovertext.length);
			for (const shown of customdata.flat())
				if (typeof shown === "string") expect(ids.has(shown), shown).toBe(true);
				else if (shown !== null) expect(table[shown], `${id} ${shown}`).toBeDefined();
		}
		expect(led > 0).toBe(!withoutIncidents.includes(id));
	});

	test("months by count: as many incidents as months times the count", () => {
		const figure = ownFigure("months-by-count");
		const { counted } = figureLinks(figure, dossier);
		for (const [index, row] of figure.table.entries())
			expect(counted[index]?.months?.length).toBe(Number(row.incidents) * Number(row.months));
	});
});
