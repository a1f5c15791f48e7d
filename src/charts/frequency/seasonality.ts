import { countIncidents } from "../../frequency/counts.js";
import { daysOfRate, type RateRow, ratesPer30Days } from "../../frequency/rates.js";
import { type SeasonRow, seasons, seasonTest, type YearKind } from "../../frequency/seasons.js";
import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { chartRandom } from "../../statistics/random.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need, twoIncidents, twoPeriods } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, joinList, monthLabel, percentLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { countAxis, limitBars } from "./axes.js";
import {
	apportionedNote,
	ci,
	garwoodNote,
	permutationNote,
	rangeLabel,
	reportedNote,
	selectionNotes,
} from "./notes.js";

/** What the chart cannot be drawn without. */
export const seasonalityNeeds: readonly Need[] = [anIncident, twoPeriods("month"), twoIncidents];

/** Options of `seasonality`. */
export interface SeasonalityOptions {
	/** A year from January, or the water year of the Helmand from October; by default that. */
	readonly year?: YearKind;
}

function numbersOf(dossier: Dossier, { year = "water" }: SeasonalityOptions) {
	const byMonth = seasons(dossier, year);
	const by = year === "water" ? "water_year" : "year";
	const { rows, years } = byMonth;
	const [first] = rows;
	const highest = rows.reduce(
		(best, row) => (row.rate_per_30_days > best.rate_per_30_days ? row : best),
		first as SeasonRow,
	);
	const own = years.filter(({ month }) => month === highest.month).map(({ count }) => count);
	return {
		...byMonth,
		by,
		test: seasonTest(byMonth, chartRandom()),
		byYear: ratesPer30Days(countIncidents(dossier, { by, dates: "apportioned" })),
		highest,
		/** Largest part of the highest month's incidents that fell in one year. */
		share: Math.max(0, ...own) / Math.max(1, highest.count),
	};
}

const nameOf = (month: number) => monthLabel(`2000-${String(month).padStart(2, "0")}-01`).slice(0, -5);

function title({ rows, test, highest, share }: ReturnType<typeof numbersOf>): string {
	if (test.p > 1 - intervalLevel) return "No season can be shown: differences between months could be chance";
	if (rows.every((row) => row === highest || row.high < highest.low) && share <= 0.5)
		return `More incidents are reported in ${nameOf(highest.month)} than in any other month of the year`;
	return "Months of the year differ by more than chance, but no single month stands out";
}

/**
 * Incidents per 30 observed days by month of the year and by year, with exact 95% Poisson intervals; rings are single
 * months. Dates known to a week or a month are apportioned. Excludes aggregate reports and other borders.
 *
 * @throws NotEnoughDataError without an incident or with a single month; RangeError `unknown kind of year: fiscal (known: …)`
 * @example
 * charts.seasonality(dossier, { year: "calendar" }).table[0] // → { name: "January", count: 2, days_observed: 31 }
 */
export function seasonality(dossier: Dossier, options: SeasonalityOptions = {}): Figure {
	knownOptions(options, ["year"]);
	requireData(dossier, seasonalityNeeds);
	const numbers = numbersOf(dossier, options);
	const { rows, years, counts, dispersion, test, byYear, by, highest, share } = numbers;
	const isWater = by === "water_year";
	const provenance = provenanceOf(dossier);
	const x = rows.map(({ month }) => nameOf(month).slice(0, 3));
	const nYears = [...new Set(rows.map(({ n_years }) => n_years))].sort((a, b) => a - b);
	const yearName = ({ period, period_end }: RateRow) =>
		isWater ? `${period.slice(0, 4)}/<br>${period_end.slice(0, 4)}` : period.slice(0, 4);
	const points = (own: readonly Pick<RateRow, "rate_per_30_days" | "low" | "high">[], labels: readonly string[]) => ({
		type: "scatter" as const,
		mode: "markers" as const,
		x: [...labels],
		y: own.map((row) => row.rate_per_30_days),
		marker: { color: colours.incident, size: 9 },
		error_y: limitBars(
			own.map((row) => ({ ...row, at: row.rate_per_30_days })),
			{ color: colours.incident, thickness: 2, width: 4 },
		),
		hoverinfo: "text" as const,
	});
	const rate = (row: Pick<RateRow, "rate_per_30_days" | "low" | "high">) =>
		`per ${daysOfRate} days: ${row.rate_per_30_days.toFixed(2)}<br>${ci}: ${rangeLabel(row, 2)}`;
	// An apportioned month can hold a part of an incident.
	const number = (count: number) => Number(count.toFixed(1));
	return frame(
		{
			id: "seasonality",
			subject: "frequency",
			plotHeight: 300,
			data: [
				{
					type: "scatter",
					mode: "markers",
					name: "single months",
					x: years.map(({ month }) => nameOf(month).slice(0, 3)),
					y: years.map((row) => row.rate_per_30_days),
					marker: { color: ink.line, size: 5, symbol: "circle-open" },
					hovertext: years.map(
						({ year, month, count }) =>
							`<b>${nameOf(month)} ${isWater && month >= 10 ? year - 1 : year}</b><br>incidents: ${number(count)}`,
					),
					hoverinfo: "text",
				},
				{
					...points(rows, x),
					name: `all years, with ${ci}`,
					customdata: rowNumbers(rows),
					hovertext: rows.map(
						(row) =>
							`<b>${nameOf(row.month)}</b><br>incidents: ${number(row.count)}<br>${rate(row)}<br>years observed: ${row.n_years}`,
					),
				},
				{
					...points(byYear, byYear.map(yearName)),
					xaxis: "x2",
					yaxis: "y2",
					marker: {
						color: byYear.map(({ is_part }) => (is_part ? ink.paper : colours.incident)),
						size: 9,
						line: { color: colours.incident, width: 2 },
					},
					showlegend: false,
					hovertext: byYear.map(
						(row) =>
							`<b>${isWater ? `October ${row.period.slice(0, 4)} to September ${row.period_end.slice(0, 4)}` : row.period.slice(0, 4)}</b><br>incidents: ${number(row.n)} in ${countLabel(row.days_observed, "day")}<br>${rate(row)}`,
					),
				},
			],
			layout: {
				margin: { l: 56, r: 24, t: 26, b: 46 },
				xaxis: {
					type: "category",
					categoryorder: "array",
					categoryarray: x,
					range: [-0.5, 11.5],
					domain: [0, 0.62],
					showgrid: false,
					linecolor: ink.line,
				},
				xaxis2: {
					type: "category",
					range: [-0.5, byYear.length - 0.5],
					domain: [0.66, 1],
					anchor: "y2",
					tickangle: 0,
					showgrid: false,
					linecolor: ink.line,
				},
				yaxis: countAxis(`incidents per ${daysOfRate} days`),
				yaxis2: countAxis("", { anchor: "x2", matches: "y", showticklabels: false }),
				annotations: [
					{
						text: isWater ? "by water year (October to September)" : "by year",
						xref: "paper",
						yref: "paper",
						x: 0.66,
						y: 1,
						xanchor: "left",
						yanchor: "bottom",
						yshift: 4,
						showarrow: false,
					},
				],
				showlegend: true,
				legend: { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom" },
			},
			table: rows.map(({ month, ...row }) => ({ month, name: nameOf(month), ...row })),
		},
		{
			title: title(numbers),
			subtitle: `Incidents per ${daysOfRate} days by month of the year and by ${isWater ? "water year" : "year"}, lines ${ci}; rings: single months`,
			caption: captionLabel(provenance, countLabel(counts.n, "incident"), counts.excluded, {
				more: byYear.some(({ is_part }) => is_part) ? "Hollow: part year." : "",
			}),
			notes: [
				...selectionNotes(dossier, counts),
				reportedNote,
				apportionedNote,
				...(isWater ? ["Months are in the order of the water year of the Helmand river, from October."] : []),
				`Each month was observed in ${joinList(nYears.map(String))} ${nYears.length === 1 && nYears[0] === 1 ? "year" : "years"}.`,
				garwoodNote,
				`Variance of the months around one rate, divided by the mean: ${dispersion.index.toFixed(1)}.`,
				permutationNote(test, "the months of the year"),
				`The highest rate is in ${nameOf(highest.month)}; ${percentLabel(share)} of its ${countLabel(number(highest.count), "incident")} fell in one year.`,
			],
			alt: `Points show incidents per ${daysOfRate} days for twelve months: ${rows.map((row) => `${nameOf(row.month)} ${row.rate_per_30_days.toFixed(1)}`).join(", ")}. Beside them stand the rates of ${countLabel(byYear.length, isWater ? "water year" : "year")}.`,
		},
		provenance,
	);
}
