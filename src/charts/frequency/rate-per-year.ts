import { compareHalves } from "../../frequency/comparison.js";
import { daysOfRate } from "../../frequency/rates.js";
import { type YearlyRate, type YearlyRates, yearlyRates } from "../../frequency/yearly-rates.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need, twoIncidents, twoPeriods } from "../needs.js";
import { colours, type Figure, figureWidth, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, dayLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { firstOf, thinLabels } from "../parts/text.js";
import { countAxis, limitBars } from "./axes.js";
import {
	ci,
	coverageNote,
	dispersionNote,
	garwoodNote,
	noCoverageNote,
	permutationNote,
	rangeLabel,
	reportedNote,
	selectionNotes,
	startNote,
} from "./notes.js";
import { periodNoun } from "./period-labels.js";

/** Points that leave room for their values beside them. */
const mostLabelled = 12;

/** What the chart cannot be drawn without. */
export const ratePerYearNeeds: readonly Need[] = [anIncident, twoPeriods("year"), twoIncidents];

const rate = ({ rate_per_30_days }: YearlyRate) => rate_per_30_days.toFixed(1);
const yearOf = ({ period }: YearlyRate) => period.slice(0, 4);
const wide = ({ low_overdispersed, high_overdispersed }: YearlyRate) =>
	rangeLabel({ low: low_overdispersed, high: high_overdispersed });

/** Beyond chance only by the strictest test: allowing for clustering, and for the choice of the two years. */
function title({ highest, lowest, extremes_differ }: YearlyRates): string {
	if (highest.rate_per_30_days === lowest.rate_per_30_days) return "All years have the same rate of reported incidents";
	const rates = `Reported incidents a month: ${rate(highest)} in ${yearOf(highest)}, ${rate(lowest)} in ${yearOf(lowest)}`;
	return extremes_differ ? `${rates}, a difference beyond chance` : `${rates}; the difference could be chance`;
}

function halvesNote(dossier: Dossier): string[] {
	const halves = compareHalves(dossier);
	if (halves === null || halves.ratio === null) return [];
	const limits = rangeLabel({ low: halves.low_overdispersed, high: halves.high_overdispersed }, 2);
	return [
		`Second half of the period (from ${dayLabel(halves.later.from)}) against the first: rate ratio ${halves.ratio.toFixed(2)}, ${ci} ${limits}, allowing for clustering.`,
		permutationNote(halves.test, "the two halves"),
	];
}

/**
 * Incidents per 30 observed days for each year, with the 95% interval allowing for clustering; years of mostly low source coverage are hollow. Excludes aggregate reports and other
 * borders.
 *
 * @throws NotEnoughDataError without an incident or with a single year
 * @example
 * charts.ratePerYear(loadDossier()).table[0] // → { year: "2021", days_observed: 184, part_year: true }
 */
export function ratePerYear(dossier: Dossier): Figure {
	requireData(dossier, ratePerYearNeeds);
	const rates = yearlyRates(dossier);
	const { rows, counts, dispersion, extremes, pairs, highest, lowest } = rates;
	const provenance = provenanceOf(dossier);
	const years = rows.map(yearOf);
	const isCovered = rows.some(({ low_coverage }) => low_coverage !== null);
	const points = {
		type: "scatter" as const,
		mode: "markers" as const,
		x: years,
		y: rows.map((row) => row.rate_per_30_days),
	};
	return frame(
		{
			id: "rate-per-year",
			subject: "frequency",
			plotHeight: 290,
			data: [
				{
					...points,
					marker: {
						size: 11,
						color: rows.map(({ low_coverage }) => (low_coverage ? ink.paper : colours.incident)),
						line: { color: colours.incident, width: 2 },
					},
					error_y: limitBars(
						rows.map((row) => ({
							at: row.rate_per_30_days,
							low: row.low_overdispersed,
							high: row.high_overdispersed,
						})),
						{ color: colours.incident, thickness: 3, width: 0 },
					),
					customdata: rowNumbers(rows),
					hovertext: rows.map(
						(row) =>
							`<b>${yearOf(row)}</b><br>incidents per ${daysOfRate} days: ${rate(row)}<br>${ci}, clustered: ${wide(row)}<br>${ci}, independent: ${rangeLabel(row)}<br>incidents: ${row.n} in ${countLabel(row.days_observed, "day")}${row.low_coverage_days === null ? "" : `<br>days of low coverage: ${row.low_coverage_days}`}`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 56, r: 24, t: 10, b: 78 },
				xaxis: {
					type: "category",
					showgrid: false,
					linecolor: ink.line,
					tickvals: years,
					ticktext: thinLabels(
						rows.map(
							(row) =>
								`<b>${yearOf(row)}</b><br>n = ${row.n}<br>${countLabel(row.days_observed, "day")}${row.low_coverage_days === null ? "" : `<br>low coverage: ${row.low_coverage_days}`}`,
						),
						figureWidth - 80,
						12,
					),
					tickangle: 0,
					range: [-0.5, years.length - 0.5],
				},
				yaxis: countAxis(`incidents per ${daysOfRate} days`, { nticks: 9 }),
				// Beside more points there is no room: the values are in the table and the hover.
				annotations: (rows.length > mostLabelled ? [] : rows).map((row, index) => ({
					x: index,
					y: row.rate_per_30_days,
					text: rate(row),
					xanchor: "left" as const,
					xshift: 12,
					showarrow: false,
					font: { size: 13 },
				})),
			},
			table: rows.map((row) => ({
				year: yearOf(row),
				incidents: row.n,
				days_observed: row.days_observed,
				rate_per_30_days: row.rate_per_30_days,
				low: row.low,
				high: row.high,
				low_overdispersed: row.low_overdispersed,
				high_overdispersed: row.high_overdispersed,
				part_year: row.is_part,
				low_coverage_days: row.low_coverage_days,
			})),
		},
		{
			title: title(rates),
			subtitle: `Incidents per ${daysOfRate} days; line: ${ci}, allowing for clusters${isCovered ? "; hollow: mostly low source coverage" : ""}`,
			caption: captionLabel(provenance, countLabel(counts.n, "incident"), counts.excluded, {
				more: rows.some(({ is_part }) => is_part) ? "Part years: rate over their observed days." : "",
			}),
			notes: [
				...selectionNotes(dossier, counts),
				reportedNote,
				startNote,
				`A part year is rated on its observed days.`,
				`The table has other intervals too, for incidents that are independent. ${garwoodNote}`,
				dispersionNote(dispersion),
				`Highest against lowest year (${yearOf(highest)}, ${yearOf(lowest)}): rate ratio ${ci} ${rangeLabel(extremes, 2)}, allowing for clustering and corrected for ${countLabel(pairs, "pair")} of years (Bonferroni). The title states a difference only if this excludes 1.`,
				...(rates.test === null ? [] : [permutationNote(rates.test, "all years together")]),
				...halvesNote(dossier),
				...(isCovered
					? [
							coverageNote(rates, periodNoun("month")),
							"A year is hollow if more than half of its observed days lie in months of low coverage. Its rate may be too low because reports are missing.",
						]
					: [noCoverageNote]),
				"No interval covers a change in which sources were reporting.",
			],
			alt: `Points show incidents per ${daysOfRate} days by year, with ${ci} allowing for clustering. ${firstOf(rows.map((row) => `${yearOf(row)}: ${rate(row)} (${wide(row)}, n = ${row.n})`))}.`,
		},
		provenance,
	);
}
