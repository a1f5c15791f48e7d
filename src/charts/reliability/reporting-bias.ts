import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import { minimumClaims } from "../../reliability/accuracy/accuracy.js";
import { type ReportingBias, reportingBiases } from "../../reliability/casualties/reporting-bias.js";
import { resampling } from "../../reliability/resampling.js";
import { type Circular, circularOptions } from "../../reliability/truth/method-answers.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import { captionLabel, countLabel, excludedLabel, joinList, percentLabel, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { sideLabels } from "./labels.js";

/** Options of `reportingBias`. */
export interface ReportingBiasOptions {
	/** `exclude` (default): a source on whose claim a verdict relies is not measured by that verdict. */
	readonly circular?: Circular;
}

/** What the chart cannot be drawn without. */
export const reportingBiasNeeds: readonly Need[] = [aClaim];

const rowHeight = 36;
const ticks = [0.25, 0.5, 2 / 3, 0.8, 1, 1.25, 1.5, 2, 4];

/** Everything the chart shows, computed with the same options. */
function numbersOf(dossier: Dossier, { circular = "exclude" }: ReportingBiasOptions) {
	knownOption("circular", circular, circularOptions);
	const biases = reportingBiases(dossier, { circular });
	const enough = biases.rows.filter(isEnough);
	if (enough.length === 0)
		throw new NotEnoughDataError(
			`no side has ${minimumClaims} casualty figures that can be compared with a verdict or another side`,
		);
	return { ...biases, circular, enough, significant: enough.filter(isSignificant), level: percentLabel(biases.level) };
}
type Numbers = ReturnType<typeof numbersOf>;

const isEnough = ({ n }: ReportingBias): boolean => n >= minimumClaims;

/** The bias is not 0 by the model's interval, and not by the one that allows for correlation within incidents. */
const isSignificant = ({ low, high, clustered_low, clustered_high }: ReportingBias): boolean =>
	clustered_low !== null &&
	clustered_high !== null &&
	(Math.min(low, clustered_low) > 0 || Math.max(high, clustered_high) < 0);

/** A multiple of 1 + count as a difference: `16% lower`. */
function differenceLabel(bias: number): string {
	const difference = Math.expm1(bias);
	const whole = percentLabel(Math.abs(difference));
	return whole === "0%" ? "no difference" : `${whole} ${difference < 0 ? "lower" : "higher"}`;
}
const signed = (multiple: number): string => {
	const whole = percentLabel(Math.abs(multiple - 1));
	return whole === "0%" ? whole : `${multiple > 1 ? "+" : "−"}${whole}`;
};
const signedRange = (low: number, high: number): string => `${signed(Math.exp(low))} to ${signed(Math.exp(high))}`;

/**
 * Systematic under- or over-reporting of casualty figures by side: how far 1 + the reported number is above or below
 * the verdict, in percent, with 95% intervals (bar: claims independent, line: clustered by incident). Excludes
 * repeats, aggregate reports, figures of one side only, and circular verdicts.
 *
 * @throws NotEnoughDataError where no side has ten such figures
 * @throws `unknown circular: maybe (known: exclude, include)`
 * @example
 * charts.reportingBias(loadDossier()).table.map(({ side }) => side) // → ["iran_state", "taliban", "third_party"]
 */
export function reportingBias(dossier: Dossier, options: ReportingBiasOptions = {}): Figure {
	knownOptions(options, ["circular"]);
	requireData(dossier, reportingBiasNeeds);
	const numbers = numbersOf(dossier, options);
	const { rows, enough, level } = numbers;
	const provenance = provenanceOf(dossier);
	const shown = [...rows].reverse();
	const colourOf = (row: ReportingBias) => (isEnough(row) ? colours[row.side] : "#b5b5b5");
	const limits = (row: ReportingBias) => [row.low, row.high, row.clustered_low ?? 0, row.clustered_high ?? 0];
	const reach = 1.05 * Math.max(Math.log(2), ...rows.flatMap(limits).map(Math.abs));
	const marked = ticks.filter((tick) => Math.abs(Math.log(tick)) <= reach);
	const interval = (
		row: ReportingBias,
		y: number,
		ends: readonly [number, number],
		width: number,
		opacity: number,
	) => ({
		type: "scatter" as const,
		mode: "lines" as const,
		x: [...ends],
		y: [y, y],
		line: { color: colourOf(row), width },
		opacity,
		hoverinfo: "skip" as const,
	});
	return frame(
		{
			id: "reporting-bias",
			subject: "reliability",
			plotHeight: Math.max(3, shown.length) * rowHeight + 10,
			data: [
				...shown.flatMap((row, y) => [
					...(row.clustered_low === null || row.clustered_high === null || !isEnough(row)
						? []
						: [interval(row, y, [row.clustered_low, row.clustered_high], 1.5, 1)]),
					interval(row, y, [row.low, row.high], isEnough(row) ? 6 : 2, isEnough(row) ? 0.5 : 1),
				]),
				{
					type: "scatter",
					mode: "markers",
					x: enough.map(({ bias_log }) => bias_log),
					y: enough.map((row) => shown.indexOf(row)),
					marker: { size: 12, color: enough.map(({ side }) => colours[side]) },
					hoverinfo: "text",
					customdata: rowNumbers(enough, rows),
					hovertext: enough.map((row) =>
						hoverCard(sideLabels[row.side], [
							["reported numbers", differenceLabel(row.bias_log)],
							[`${level} interval`, signedRange(row.low, row.high)],
							[
								`${level} interval, clustered`,
								row.clustered_low === null || row.clustered_high === null
									? "too few incidents"
									: signedRange(row.clustered_low, row.clustered_high),
							],
							["claims", row.n],
							["on confirmed figures", row.n_confirmed],
						]),
					),
				},
			],
			layout: {
				margin: { l: 196, r: 240, t: 26, b: 46 },
				xaxis: {
					range: [-reach, reach],
					tickvals: marked.map(Math.log),
					ticktext: marked.map(signed),
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.soft,
					title: { text: "reported numbers (1 + count) compared with the verdict", standoff: 8 },
				},
				yaxis: {
					range: [-0.6, shown.length - 0.4],
					tickvals: shown.map((_, y) => y),
					ticktext: shown.map(({ side }) => sideLabels[side]),
					showgrid: false,
					zeroline: false,
				},
				annotations: shown.map((row, y) => ({
					xref: "paper" as const,
					x: 1,
					xshift: 12,
					y,
					text: isEnough(row)
						? `n = ${row.n}, ${row.n_confirmed} on confirmed figures`
						: `n = ${row.n}, too few to estimate`,
					showarrow: false,
					xanchor: "left" as const,
					font: { size: 12, color: isEnough(row) ? ink.text : ink.soft },
				})),
			},
			table: rows.map((row) => ({
				side: row.side,
				n: row.n,
				n_confirmed: row.n_confirmed,
				incidents: row.incidents,
				bias_log: isEnough(row) ? row.bias_log : null,
				low: row.low,
				high: row.high,
				clustered_low: row.clustered_low,
				clustered_high: row.clustered_high,
				enough_claims: isEnough(row),
			})),
		},
		{
			title: titleOf(numbers),
			subtitle: `Over- or under-reporting by side, ${level} interval (bar: claims independent, line: clustered by incident)`,
			caption: captionLabel(
				provenance,
				`${countLabel(numbers.n, "claim")} on ${countLabel(numbers.questions, "casualty figure")}`,
				numbers.excluded,
				{ singular: "claim" },
			),
			notes: notesOf(numbers),
			alt: altOf(numbers),
		},
		provenance,
	);
}

/** The sources of a side, as a sentence begins. */
const sourcesOf: Readonly<Record<ReportingBias["side"], string>> = {
	afghan_republic: "Afghan Republic sources",
	iran_state: "Iranian state sources",
	taliban: "Taliban sources",
	third_party: "Third parties",
};
const moreOrFewer = (bias: number): string => differenceLabel(bias).replace("lower", "fewer").replace("higher", "more");

function titleOf({ significant }: Numbers): string {
	if (significant.length === 0) return "Over- or under-reporting of casualties by any side could be chance";
	const counted = `${significant.length} sides report casualties systematically above or below the verdicts`;
	if (significant.length > 2) return counted;
	const named = significant.map(({ side, bias_log }) => [sourcesOf[side], moreOrFewer(bias_log)] as const);
	const [[first = "", more = ""] = [], second] = named;
	const title = `${first} report ${more} casualties than the verdicts and other sides${second ? `, ${second[0]} ${second[1]}` : ""}`;
	const shorter = joinList(named.map(([who, how]) => `${who} report ${how} casualties`));
	return [title, shorter].find(({ length }) => length <= 90) ?? counted;
}

function altOf({ enough, n, questions, level }: Numbers): string {
	const rows = enough.map(
		(row) =>
			`${sideLabels[row.side]} ${differenceLabel(row.bias_log)} (${signedRange(row.low, row.high)}, n = ${row.n})`,
	);
	return `Reported casualty figures compared with the verdict, by side, with ${level} intervals: ${rows.join("; ")}. The chart uses ${countLabel(n, "claim")} on ${countLabel(questions, "casualty figure")}.`;
}

function notesOf({ n, excluded, enough, significant, circular, priorClaims, level, converged }: Numbers): string[] {
	const out = excluded.reduce((sum, each) => sum + each.n, 0);
	return [
		`Of ${countLabel(n + out, "claim")} on casualty figures, ${n} ${wordFor(n, "is", "are")} used and ${out} ${wordFor(out, "is", "are")} excluded.`,
		excludedLabel(excluded, "claim"),
		"Each source counts with its latest statement.",
		`Bars: ${level} credible intervals of a Gaussian model on ln(1 + count) with one bias for each side, which takes claims as independent.`,
		`Lines: ${level} confidence intervals that allow for correlation within incidents (jackknife, one incident omitted at a time). With fewer than ${resampling.minimumIncidents} incidents there is no line, and the title claims no difference.`,
		significant.length === 0
			? "No side's bias differs from 0 by both intervals."
			: `${joinList(significant.map(({ side }) => sideLabels[side]))}: both intervals exclude 0.`,
		`The prior of no bias has the weight of ${countLabel(priorClaims, "claim")}. A range enters as an interval, "at least" as an interval without an upper end.`,
		"Figures without a confirmed verdict only compare the sides with each other: they do not show which side is off.",
		"Each side has one bias for its own losses and for the other side's; opposite errors cancel.",
		`A side with fewer than ${minimumClaims} claims is grey and has no estimate; ${countLabel(enough.length, "side")} ${wordFor(enough.length, "has", "have")} enough.`,
		circular === "exclude"
			? "A source on whose claim a verdict relies is not measured by that verdict."
			: "Circular verdicts are included: some sources are measured by verdicts that rely on their own claims.",
		...(converged ? [] : ["The model did not converge: take the estimates with care."]),
	];
}
