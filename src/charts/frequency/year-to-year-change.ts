import type { Data } from "plotly.js-dist";
import { type ComparisonRow, compareNeighbours } from "../../frequency/comparison.js";
import { yearlyRates } from "../../frequency/yearly-rates.js";
import type { Dossier } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { overdispersedRatio } from "../../statistics/rate-comparison.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need, twoIncidents, twoPeriods } from "../needs.js";
import { drawnRows, foldedNotes } from "../parts/drawn-rows.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, joinList, probabilityLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { firstOf } from "../parts/text.js";
import { ci, dispersionNote, lowerFirst, reportedNote, selectionNotes, startNote } from "./notes.js";

/** What the chart cannot be drawn without. */
export const yearToYearChangeNeeds: readonly Need[] = [anIncident, twoPeriods("year"), twoIncidents];

function numbersOf(dossier: Dossier) {
	const { counts, dispersion } = yearlyRates(dossier);
	const times = Math.max(1, dispersion);
	const comparisons = compareNeighbours(counts, times);
	// Corrected for as many comparisons (Bonferroni): what the title may call a change.
	const corrected = comparisons.map((row) => ({
		period: row.period,
		...overdispersedRatio(
			{ count: row.n, exposure: row.days_observed },
			{ count: row.earlier_n, exposure: row.earlier_days_observed },
			times,
			1 - (1 - intervalLevel) / comparisons.length,
		),
	}));
	return { counts, dispersion, comparisons, changes: changed(corrected) };
}

const pair = ({ period, earlier_period }: ComparisonRow) =>
	`${period.slice(0, 4)} against ${earlier_period.slice(0, 4)}`;
const times = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const limits = (low: number, high: number | null) =>
	high === null ? `above ${times(low)}` : `${times(low)}–${times(high)}`;

interface Limits {
	readonly period: string;
	readonly low: number;
	readonly high: number | null;
}

/** With more years than these a sentence counts them. */
const mostNamed = 4;

/** Years whose ratio lies, with its limits, on one side of 1: `lower in 2022`. */
function changed(rows: readonly Limits[]): string {
	const years = (isChanged: (row: Limits) => boolean) => {
		const found = rows.filter(isChanged).map(({ period }) => period.slice(0, 4));
		return found.length > mostNamed ? `${found.length} years` : joinList(found);
	};
	const lower = years(({ high }) => high !== null && high < 1);
	const higher = years(({ low }) => low > 1);
	return [lower === "" ? "" : `lower in ${lower}`, higher === "" ? "" : `higher in ${higher}`]
		.filter(Boolean)
		.join(", ");
}

/**
 * The rate of each year divided by that of the year before (log scale), with the 95% interval assuming independent
 * incidents (thick) and allowing for clustering (fine). Excludes aggregate reports and other borders.
 *
 * @throws NotEnoughDataError without an incident or with a single year
 * @example
 * charts.yearToYearChange(loadDossier()).table[0] // → { year: "2022", earlier_year: "2021", days_observed: 365, earlier_days_observed: 184 }
 */
export function yearToYearChange(dossier: Dossier): Figure {
	requireData(dossier, yearToYearChangeNeeds);
	const { comparisons: all, counts, dispersion, changes } = numbersOf(dossier);
	const shown = drawnRows(all, ({ period }) => Number(period.slice(0, 4)));
	const comparisons = shown.drawn;
	const provenance = provenanceOf(dossier);
	const finite = comparisons.flatMap((row) => [row.low_overdispersed, row.high_overdispersed, row.ratio]);
	const farthest = Math.max(
		4,
		...finite.map((value) => (value === null || value === 0 ? 1 : Math.max(value, 1 / value))),
	);
	// Whatever lies beyond has an arrow for its end.
	const most = Math.min(32, 2 ** Math.ceil(Math.log2(farthest)));
	const within = (value: number) => Math.min(most, Math.max(1 / most, value));
	const ticks = [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32].filter((tick) => within(tick) === tick);
	const y = comparisons.map((_, index) => comparisons.length - 1 - index);
	const ends = comparisons.flatMap(({ low_overdispersed: low, high_overdispersed: high }, index) => {
		const at = y[index] ?? 0;
		return [
			...(low < 1 / most ? [{ x: 1 / most, y: at, symbol: "triangle-left" as const }] : []),
			...(high === null || high > most ? [{ x: most, y: at, symbol: "triangle-right" as const }] : []),
		];
	});
	const lines = (
		width: number,
		low: (row: ComparisonRow) => number,
		high: (row: ComparisonRow) => number | null,
	): Data => ({
		type: "scatter",
		mode: "lines",
		// One line a year: a gap between two of them is a null.
		x: comparisons.flatMap((row) => [within(low(row)), within(high(row) ?? most), null]),
		y: y.flatMap((at) => [at, at, null]),
		line: { color: colours.incident, width },
		hoverinfo: "skip",
	});
	const independent = changed(all);
	return frame(
		{
			id: "year-to-year-change",
			subject: "frequency",
			plotHeight: Math.max(120, 42 * comparisons.length),
			data: [
				{
					type: "scatter",
					mode: "lines",
					x: [1, 1],
					y: [-0.6, comparisons.length - 0.4],
					line: { color: ink.line, width: 2 },
					hoverinfo: "skip",
				},
				lines(
					1,
					(row) => row.low_overdispersed,
					(row) => row.high_overdispersed,
				),
				lines(
					4,
					(row) => row.low,
					(row) => row.high,
				),
				{
					type: "scatter",
					mode: "markers",
					x: ends.map(({ x }) => x),
					y: ends.map((end) => end.y),
					marker: { symbol: ends.map(({ symbol }) => symbol), color: colours.incident, size: 9 },
					hoverinfo: "skip",
				},
				{
					type: "scatter",
					mode: "markers",
					x: comparisons.map(({ ratio }) => (ratio === null ? null : within(ratio))),
					y,
					marker: { color: colours.incident, size: 11 },
					customdata: rowNumbers(comparisons),
					hovertext: comparisons.map(
						(row) =>
							`<b>${pair(row)}</b><br>rate ratio: ${row.ratio === null ? "none, no incident before" : times(row.ratio)}<br>${ci}: ${limits(row.low, row.high)}<br>${ci}, clustered: ${limits(row.low_overdispersed, row.high_overdispersed)}<br>incidents: ${row.n} against ${row.earlier_n}<br>days observed: ${row.days_observed} against ${row.earlier_days_observed}`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 130, r: 100, t: 10, b: 46 },
				xaxis: {
					type: "log",
					range: [-Math.log10(most) - 0.03, Math.log10(most) + 0.03],
					tickvals: ticks,
					ticktext: ticks.map((tick) => (tick < 1 ? `1/${Math.round(1 / tick)}` : String(tick))),
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "rate ratio to the year before (1 = no change)", standoff: 6 },
				},
				yaxis: {
					range: [-0.6, comparisons.length - 0.4],
					tickvals: y,
					ticktext: comparisons.map(pair),
					showgrid: false,
					zeroline: false,
				},
				annotations: comparisons.map((row, index) => ({
					xref: "paper" as const,
					x: 1,
					xanchor: "left" as const,
					xshift: 8,
					y: y[index] ?? 0,
					text: `n = ${row.n} and ${row.earlier_n}`,
					showarrow: false,
				})),
			},
			table: all.map((row) => ({
				year: row.period.slice(0, 4),
				earlier_year: row.earlier_period.slice(0, 4),
				incidents: row.n,
				earlier_incidents: row.earlier_n,
				days_observed: row.days_observed,
				earlier_days_observed: row.earlier_days_observed,
				ratio: row.ratio,
				low: row.low,
				high: row.high,
				p: row.p,
				low_overdispersed: row.low_overdispersed,
				high_overdispersed: row.high_overdispersed,
			})),
		},
		{
			title:
				changes === ""
					? "Year-to-year changes are within what chance could produce"
					: `Against the year before, the rate of reported incidents was ${changes}`,
			subtitle: `Rate ratio to the year before, log scale; ${ci}: bold if incidents are independent, fine if clustered`,
			caption: captionLabel(provenance, countLabel(counts.n, "incident"), counts.excluded),
			notes: [
				...selectionNotes(dossier, counts),
				reportedNote,
				startNote,
				"A rate is the number of incidents divided by the observed days of the year.",
				`Thick lines: conditional binomial test on the observed days (Przyborowski & Wilenski 1940), assuming independent incidents. ${joinList(comparisons.map((row) => `${row.period.slice(0, 4)}: ${probabilityLabel(row.p)}`))}; not corrected for ${countLabel(all.length, "test")}.`,
				`Fine lines: ${lowerFirst(dispersionNote(dispersion))}`,
				...(changes === "" && independent !== ""
					? [`Significant only if incidents are independent: the rate was ${independent}.`]
					: []),
				`The title names a change only if the ${ci}, allowing for clustering and corrected for the number of comparisons (Bonferroni), excludes 1.`,
				...foldedNotes(shown, "ratio", "the latest"),
				...(ends.length === 0 ? [] : ["A triangle marks a limit beyond the axis, or no limit."]),
				"A change in which sources were reporting also changes the rate; no interval covers it.",
			],
			alt: `Points show the rate ratio of each year to the year before, with ${ci} allowing for clustering. ${firstOf(all.map((row) => `${pair(row)}: ${row.ratio === null ? "no ratio" : times(row.ratio)} (${limits(row.low_overdispersed, row.high_overdispersed)}, n = ${row.n} and ${row.earlier_n})`))}.`,
		},
		provenance,
	);
}
