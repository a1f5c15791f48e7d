import { type Counts, countIncidents } from "../../frequency/counts.js";
import { type Coverage, coverage } from "../../frequency/coverage.js";
import type { Step } from "../../frequency/date-index.js";
import { type Peak, peaks } from "../../frequency/peaks.js";
import { periodName } from "../../frequency/period-name.js";
import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { chartRandom } from "../../statistics/random.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, joinList, percentLabel, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { barsOver, countAxis, limitBars, lowCoverageLegend, lowCoverageShades, timeAxis, wholeTicks } from "./axes.js";
import {
	ci,
	coverageNote,
	garwoodNote,
	incidentWithoutSourcesNote,
	noCoverageNote,
	rangeLabel,
	reportedNote,
	selectionNotes,
	startNote,
} from "./notes.js";
import { inPeriod, type PeriodNoun, periodInWords, periodNoun } from "./period-labels.js";

/** What the chart cannot be drawn without. */
export const incidentsPerPeriodNeeds: readonly Need[] = [anIncident];

/** Options of `incidentsPerPeriod`. */
export interface IncidentsPerPeriodOptions {
	/** Length of a period; by default a month. */
	readonly by?: Step;
}

interface Numbers {
	readonly by: Step;
	readonly noun: PeriodNoun;
	readonly totals: Counts;
	/** Incidents of each period whose day is known, and the others. */
	readonly known: readonly number[];
	readonly vague: readonly number[];
	readonly covered: Coverage;
	readonly peak: Peak | undefined;
	readonly empty: number;
	readonly emptyLow: number;
	readonly parts: number;
}

function numbersOf(dossier: Dossier, { by = "month" }: IncidentsPerPeriodOptions): Numbers {
	const totals = countIncidents(dossier, { by });
	const day = countIncidents(dossier, { by, where: ({ date_precision }) => date_precision === "day" });
	const covered = coverage(dossier, { by });
	const known = totals.rows.map((_, index) => day.rows[index]?.count ?? 0);
	return {
		by,
		noun: periodNoun(by),
		totals,
		known,
		vague: totals.rows.map(({ count }, index) => count - (known[index] ?? 0)),
		covered,
		peak: peaks(totals, chartRandom())[0],
		empty: totals.rows.filter(({ count }) => count === 0).length,
		emptyLow: totals.rows.filter(({ count }, index) => count === 0 && covered.rows[index]?.low_coverage).length,
		parts: totals.rows.filter(({ is_part }) => is_part).length,
	};
}

const whole = (count: number) => count.toLocaleString("en");

/** With more bars than that an interval on each would hide them. */
const mostIntervals = 150;

function title({ by, noun, totals, peak, empty }: Numbers): string {
	const all = totals.rows.length;
	const [only] = totals.rows;
	if (all === 1 && only) return `${countLabel(totals.n, "incident")} reported ${inPeriod(by, only.period)}`;
	const none =
		empty === 0
			? `Every ${noun.one} has a reported incident`
			: `${whole(empty)} of ${countLabel(all, noun.one, noun.many)} ${wordFor(empty, "has", "have")} no reported incident`;
	const [most = [], count = 0] = [peak?.periods, peak?.count];
	// Where many share a small maximum, naming them says nothing.
	if (most.length > 2 || count < 2) return none;
	const names = joinList(most.map((start) => periodInWords(by, start)));
	const noneShort =
		empty === 0
			? none
			: `${countLabel(empty, noun.one, noun.many)} ${wordFor(empty, "has", "have")} no reported incident`;
	const both = `${noneShort}; ${names} ${wordFor(most.length, "has", "have")} the most (${whole(count)})`;
	return both.length > 90 ? none : both;
}

/**
 * Incidents per period as bars, each over its own observed days, with exact 95% Poisson intervals; periods of low source
 * coverage are shaded, part periods pale. Excludes aggregate reports and other borders.
 *
 * @throws NotEnoughDataError without an incident; RangeError `unknown period: fortnight (known: …)`
 * @example
 * charts.incidentsPerPeriod(dossier, { by: "quarter" }).table.map(({ incidents }) => incidents) // → [3, 1, 0, 0]
 */
export function incidentsPerPeriod(dossier: Dossier, options: IncidentsPerPeriodOptions = {}): Figure {
	knownOptions(options, ["by"]);
	requireData(dossier, incidentsPerPeriodNeeds);
	const numbers = numbersOf(dossier, options);
	const { by, noun, totals, known, vague, covered, peak, empty, emptyLow, parts } = numbers;
	const rows = totals.rows;
	const provenance = provenanceOf(dossier);
	const isCovered = covered.n > 0;
	const { x, width } = barsOver(rows, totals.window);
	const seen = rows.flatMap((row, index) =>
		row.count > 0 ? [{ ...row, at: row.count, x: x[index] ?? row.period }] : [],
	);
	const emptyLimit = rows.find(({ count }) => count === 0)?.high;
	const vagueTotal = vague.reduce((sum, count) => sum + count, 0);
	const hasIntervals = rows.length <= mostIntervals;
	const top = Math.max(...rows.map(({ count, high }) => (hasIntervals ? high : count)));
	// A bar of less than a pixel would vanish: an outline keeps it visible.
	const outline = hasIntervals ? 0 : 1;
	const opacity = rows.map(({ is_part }) => (is_part ? 0.5 : 1));
	const hovertext = rows.map((row, index) => {
		const days = row.is_part ? `<br>observed: ${countLabel(row.days_observed, "day")} only` : "";
		return `<b>${periodInWords(by, row.period)}</b><br>incidents: ${row.count}<br>with known day: ${known[index] ?? 0}<br>${ci}: ${rangeLabel(row)}${isCovered ? `<br>sources reporting: ${covered.rows[index]?.sources ?? 0}` : ""}${days}`;
	});
	const customdata = rowNumbers(rows);
	const bar = { type: "bar" as const, x, width, hovertext, hoverinfo: "text" as const, customdata };
	return frame(
		{
			id: "incidents-per-period",
			subject: "frequency",
			plotHeight: 300,
			data: [
				{
					...bar,
					y: [...known],
					name: "day known",
					marker: {
						color: colours.incident,
						opacity,
						line: { color: colours.incident, width: known.map((count) => (count > 0 ? outline : 0)) },
					},
				},
				{
					...bar,
					y: [...vague],
					name: "only week or month known",
					marker: {
						color: colours.incident,
						opacity,
						pattern: { shape: "/", fgcolor: colours.incident, bgcolor: ink.paper, size: 5, solidity: 0.35 },
						// An outline of nothing would look like a count.
						line: { color: colours.incident, width: vague.map((count) => (count > 0 ? 1 : 0)) },
					},
				},
				{
					type: "scatter",
					mode: "markers",
					visible: hasIntervals,
					x: seen.map((row) => row.x),
					y: seen.map(({ count }) => count),
					marker: { size: 1, color: ink.line },
					error_y: limitBars(seen, { color: ink.line, thickness: 1, width: 0 }),
					hoverinfo: "skip",
					showlegend: false,
				},
				...lowCoverageLegend(covered),
			],
			layout: {
				barmode: "stack",
				margin: { l: 56, r: 36, t: 26, b: 48 },
				xaxis: timeAxis(totals.window),
				yaxis: countAxis("incidents", { range: [0, top * 1.06], ...wholeTicks(top) }),
				shapes: lowCoverageShades(covered),
				showlegend: true,
				legend: { orientation: "h", x: 1, xanchor: "right", y: 1, yanchor: "bottom", traceorder: "normal" },
			},
			table: rows.map(({ period, period_end, count, low, high, days_observed, is_part }, index) => ({
				period: periodName(by, period),
				from: period,
				to: period_end,
				incidents: count,
				day_known: known[index] ?? 0,
				week_or_month_known: vague[index] ?? 0,
				low,
				high,
				days_observed,
				part_period: is_part,
				sources: isCovered ? (covered.rows[index]?.sources ?? 0) : null,
				low_coverage: covered.rows[index]?.low_coverage ?? null,
			})),
		},
		{
			title: title(numbers),
			subtitle: `Incidents per ${noun.one} by start date${hasIntervals ? `; lines: ${ci} (Poisson)` : ""}${isCovered ? "; shaded: low source coverage" : ""}`,
			caption: captionLabel(
				provenance,
				`${countLabel(totals.n, "incident")} in ${countLabel(rows.length, noun.one, noun.many)}`,
				totals.excluded,
				{
					more: `${isCovered ? `Source coverage: sources with a claim dated in the ${noun.one}, on any incident.` : ""}${parts === 0 ? "" : ` Pale: part ${noun.many}.`}`.trim(),
				},
			),
			notes: [
				...selectionNotes(dossier, totals),
				reportedNote,
				startNote,
				`${vagueTotal} of ${countLabel(totals.n, "incident")} ${wordFor(vagueTotal, "is", "are", totals.n)} dated only to a week or a month (hatched), counted where that begins.`,
				garwoodNote,
				...(hasIntervals
					? []
					: [`With ${whole(rows.length)} ${noun.many} intervals are not drawn; they are in the table.`]),
				...(emptyLimit === undefined
					? []
					: [
							`For an empty ${noun.one} the interval reaches up to ${emptyLimit.toFixed(1)} incidents; it is not drawn.`,
						]),
				...(empty === 0 || !isCovered
					? []
					: [
							`In ${whole(emptyLow)} of the ${countLabel(empty, `empty ${noun.one}`, `empty ${noun.many}`)} source coverage is low.`,
						]),
				...(isCovered ? [coverageNote(covered, noun), incidentWithoutSourcesNote(noun)] : [noCoverageNote]),
				...(peak === undefined ? [] : [peakNote(numbers, peak)]),
			],
			alt: `Bars for ${countLabel(rows.length, noun.one, noun.many)} show ${countLabel(totals.n, "incident")}, at most ${peak?.count ?? 0} in one ${noun.one}. ${empty === 0 ? `No ${noun.one} is empty.` : `${countLabel(empty, noun.one, noun.many)} ${wordFor(empty, "is", "are")} empty${isCovered ? `, ${whole(emptyLow)} of these with low source coverage` : ""}.`}`,
		},
		provenance,
	);
}

function peakNote({ by, noun }: Numbers, { count, periods, low, high, draws }: Peak): string {
	const where =
		periods.length > 3 ? `${periods.length} ${noun.many}` : joinList(periods.map((start) => periodInWords(by, start)));
	const range = low === high ? periodInWords(by, low) : `from ${periodInWords(by, low)} to ${periodInWords(by, high)}`;
	return `The highest count is ${count} (${where}). Its bootstrap ${percentLabel(intervalLevel)} interval is ${range} (${draws.toLocaleString("en")} resamples of the incidents).`;
}
