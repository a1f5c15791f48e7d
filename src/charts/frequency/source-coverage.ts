import { type Side, sides } from "../../claims/sides.js";
import { type Counts, countIncidents } from "../../frequency/counts.js";
import { type Coverage, coverage } from "../../frequency/coverage.js";
import type { Step } from "../../frequency/date-index.js";
import { periodName } from "../../frequency/period-name.js";
import { knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, aDatedClaim, anIncident, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { alignmentLabels, captionLabel, countLabel, excludedLabel, percentLabel, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { barsOver, countAxis, lowCoverageLegend, lowCoverageShades, timeAxis, wholeTicks } from "./axes.js";
import { coverageNote, incidentWithoutSourcesNote, reportedNote, selectionNotes, startNote } from "./notes.js";
import { type PeriodNoun, periodInWords, periodNoun } from "./period-labels.js";

/** What the chart cannot be drawn without. */
export const sourceCoverageNeeds: readonly Need[] = [anIncident, aClaim, aDatedClaim];

/** Options of `sourceCoverage`. */
export interface SourceCoverageOptions {
	/** Length of a period; by default a month. */
	readonly by?: Step;
}

const sideLabels: Readonly<Record<Side, string>> = {
	iran_state: alignmentLabels.iran_state,
	taliban: alignmentLabels.taliban,
	afghan_republic: alignmentLabels.afghan_republic,
	third_party: "Third parties",
};

interface Numbers {
	readonly by: Step;
	readonly noun: PeriodNoun;
	readonly counts: Counts;
	readonly covered: Coverage;
	/** Periods of low coverage, periods without an incident, and those that are both. */
	readonly low: number;
	readonly empty: number;
	readonly emptyLow: number;
}

function numbersOf(dossier: Dossier, { by = "month" }: SourceCoverageOptions): Numbers {
	const counts = countIncidents(dossier, { by });
	const noun = periodNoun(by);
	const covered = coverage(dossier, { by });
	const { observed_from, observed_to } = counts.window;
	if (counts.rows.length < 2)
		throw new NotEnoughDataError(
			`the days searched, ${observed_from} to ${observed_to}, lie in one ${noun.one}: there is nothing to compare it with`,
		);
	const isEmpty = counts.rows.map(({ count }) => count === 0);
	return {
		by,
		noun,
		counts,
		covered,
		low: covered.rows.filter(({ low_coverage }) => low_coverage).length,
		empty: isEmpty.filter(Boolean).length,
		emptyLow: covered.rows.filter(({ low_coverage }, index) => low_coverage && isEmpty[index]).length,
	};
}

const whole = (count: number) => count.toLocaleString("en");

function title({ noun, covered, low, empty, emptyLow }: Numbers): string {
	if (empty === 0)
		return `${whole(low)} of ${countLabel(covered.rows.length, noun.one, noun.many)} have low source coverage; none is empty`;
	if (emptyLow === 0) return `No empty ${noun.one} has low source coverage`;
	if (empty === 1) return `The only empty ${noun.one} had low source coverage: incidents may be missing`;
	return `${emptyLow === empty ? `All ${whole(empty)}` : `${whole(emptyLow)} of the ${whole(empty)}`} empty ${noun.many} had low source coverage: incidents may be missing`;
}

/**
 * Incidents per period above the number of different sources that reported in it, by side; periods with fewer than 3
 * sources are shaded. Sources that only repeat others and claims without a date are excluded.
 *
 * @throws NotEnoughDataError without an incident, a claim or two periods; RangeError `unknown period: fortnight (known: …)`
 * @example
 * charts.sourceCoverage(dossier, { by: "quarter" }).table[0] // → { period: "2022-Q1", incidents: 3, iran_state: 2, taliban: 1 }
 */
export function sourceCoverage(dossier: Dossier, options: SourceCoverageOptions = {}): Figure {
	knownOptions(options, ["by"]);
	requireData(dossier, sourceCoverageNeeds);
	const numbers = numbersOf(dossier, options);
	const { by, noun, counts, covered, low, empty, emptyLow } = numbers;
	const { rows, low_coverage_below } = covered;
	const provenance = provenanceOf(dossier);
	const bars = barsOver(rows, covered.window);
	const time = timeAxis(covered.window);
	const languages = [...new Set(rows.flatMap((row) => row.languages.split(" ")))].filter((code) => code !== "").sort();
	const unknown = rows.reduce((sum, row) => sum + row.claims_language_unknown, 0) / Math.max(1, covered.n);
	const totalClaims = covered.excluded.reduce((sum, { n }) => sum + n, covered.n);
	return frame(
		{
			id: "source-coverage",
			subject: "frequency",
			plotHeight: 400,
			data: [
				{
					...bars,
					type: "bar",
					y: counts.rows.map(({ count }) => count),
					// Not the blue of incidents, which is too near to that of the Iranian state below.
					marker: { color: ink.text },
					showlegend: false,
					customdata: rowNumbers(counts.rows),
					hovertext: counts.rows.map(
						({ period, count }) => `<b>${periodInWords(by, period)}</b><br>incidents: ${count}`,
					),
					hoverinfo: "text",
				},
				...sides.map((side) => ({
					...bars,
					type: "bar" as const,
					y: rows.map((row) => row[side]),
					xaxis: "x2" as const,
					yaxis: "y2" as const,
					name: sideLabels[side],
					marker: { color: colours[side] },
					customdata: rowNumbers(rows),
					meta: "claims",
					hovertext: rows.map(
						(row) =>
							`<b>${periodInWords(by, row.period)}</b><br>${sideLabels[side]}: ${row[side]} of ${countLabel(row.sources, "source")}<br>based in: ${row.countries === "" ? "not known" : row.countries}<br>languages of pages: ${row.languages === "" ? "not known" : row.languages}<br>claims: ${row.claims}`,
					),
					hoverinfo: "text" as const,
				})),
				...lowCoverageLegend(covered),
			],
			layout: {
				barmode: "stack",
				margin: { l: 56, r: 36, t: 26, b: 48 },
				xaxis: { ...time, anchor: "y", showticklabels: false },
				xaxis2: { ...time, anchor: "y2" },
				yaxis: countAxis("incidents", {
					domain: [0.55, 1],
					anchor: "x",
					nticks: 5,
					...wholeTicks(Math.max(...counts.rows.map(({ count }) => count))),
				}),
				yaxis2: countAxis("sources", {
					domain: [0, 0.46],
					anchor: "x2",
					nticks: 5,
					...wholeTicks(Math.max(...rows.map(({ sources }) => sources))),
				}),
				shapes: lowCoverageShades(covered, "x2"),
				showlegend: true,
				legend: { orientation: "h", x: 1, xanchor: "right", y: 1, yanchor: "bottom", traceorder: "normal" },
			},
			table: rows.map((row, index) => ({
				period: periodName(by, row.period),
				from: row.period,
				to: row.period_end,
				incidents: counts.rows[index]?.count ?? 0,
				sources: row.sources,
				...Object.fromEntries(sides.map((side) => [side, row[side]])),
				countries: row.countries,
				languages: row.languages,
				claims_language_unknown: row.claims_language_unknown,
				claims: row.claims,
				low_coverage: row.low_coverage,
			})),
		},
		{
			title: title(numbers),
			subtitle: `Incidents (above) and sources reporting (below) per ${noun.one}; low coverage: fewer than ${low_coverage_below} sources`,
			caption: captionLabel(
				provenance,
				`${countLabel(counts.n, "incident")} and ${countLabel(covered.n, "claim")}`,
				counts.excluded,
				{
					more: `Sources: with a claim dated in the ${noun.one}. A ${noun.one} without incidents also leaves less to report.`,
				},
			),
			notes: [
				...selectionNotes(dossier, counts),
				`${whole(covered.n)} of ${countLabel(totalClaims, "claim")} ${wordFor(covered.n, "is", "are", totalClaims)} counted. ${excludedLabel(covered.excluded, "claim")}`,
				reportedNote,
				startNote,
				coverageNote(covered, noun),
				`The threshold of ${low_coverage_below} is a choice of this kit. More sources do not rule out incidents either.`,
				incidentWithoutSourcesNote(noun),
				`Source coverage is low in ${whole(low)} of ${countLabel(rows.length, noun.one, noun.many)}. Rates of these ${noun.many} are not reliable.`,
				"A source is on the side that its alignment names; every other alignment, and one that is not known, is a third party. A collective source counts as one.",
				`Languages named in the addresses of the pages: ${languages.length === 0 ? "none" : languages.join(", ")}. For ${percentLabel(unknown)} of the claims the address names none.`,
			],
			alt: `Bars show incidents and reporting sources for ${countLabel(rows.length, noun.one, noun.many)}. ${countLabel(low, noun.one, noun.many)} ${wordFor(low, "has", "have")} fewer than ${low_coverage_below} sources, among them ${whole(emptyLow)} of ${countLabel(empty, `empty ${noun.one}`, `empty ${noun.many}`)}.`,
		},
		provenance,
	);
}
