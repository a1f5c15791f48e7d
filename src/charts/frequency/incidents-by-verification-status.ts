import { countIncidents } from "../../frequency/counts.js";
import type { Step } from "../../frequency/date-index.js";
import { periodName } from "../../frequency/period-name.js";
import { type VerificationStatus, verificationStatusNames } from "../../frequency/verification-status.js";
import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, anIncident, aQuestionOfOccurrence, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, joinList, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { barsOver, countAxis, limitBars, timeAxis, wholeTicks } from "./axes.js";
import { verificationStatusLabels } from "./group-labels.js";
import { apportionedNote, ci, garwoodNote, reportedNote, selectionNotes } from "./notes.js";
import { periodInWords, periodNoun } from "./period-labels.js";

/** What the chart cannot be drawn without. */
export const incidentsByVerificationStatusNeeds: readonly Need[] = [anIncident, aClaim, aQuestionOfOccurrence];

/** Options of `incidentsByVerificationStatus`. */
export interface IncidentsByVerificationStatusOptions {
	/** Length of a period; by default a quarter. */
	readonly by?: Step;
}

const layerColours: Readonly<Record<VerificationStatus, string>> = {
	confirmed: colours.confirmed,
	not_asked: colours.band,
	likely: colours.announced,
	contested: colours.contested,
	refuted: colours.refuted,
};

function numbersOf(dossier: Dossier, { by = "quarter" }: IncidentsByVerificationStatusOptions) {
	const counts = countIncidents(dossier, { by, group: "verification_status", dates: "apportioned" });
	const totals = countIncidents(dossier, { by, dates: "apportioned" });
	const layers = verificationStatusNames
		.map((status) => {
			const rows = counts.rows.filter(({ group }) => group === status);
			// Parts of apportioned dates add up to whole incidents, but for the last digits.
			return { status, rows, n: Math.round(rows.reduce((sum, { count }) => sum + count, 0)) };
		})
		.filter(({ n }) => n > 0);
	const of = (status: VerificationStatus) => layers.find((layer) => layer.status === status)?.n ?? 0;
	return { by, noun: periodNoun(by), counts, totals, layers, confirmed: of("confirmed"), refuted: of("refuted") };
}

/**
 * Incidents per period in layers by the verdict on whether they happened, confirmed at the bottom, with the exact 95%
 * Poisson interval of all. Dates known to a week or a month are apportioned. Excludes aggregate reports and other
 * borders.
 *
 * @throws NotEnoughDataError without an incident; RangeError `unknown period: fortnight (known: …)`
 * @example
 * charts.incidentsByVerificationStatus(dossier, { by: "year" }).table[0] // → { period: "2022", verification_status: "confirmed", incidents: 1 }
 */
export function incidentsByVerificationStatus(
	dossier: Dossier,
	options: IncidentsByVerificationStatusOptions = {},
): Figure {
	knownOptions(options, ["by"]);
	requireData(dossier, incidentsByVerificationStatusNeeds);
	const { by, noun, counts, totals, layers, confirmed, refuted } = numbersOf(dossier, options);
	const provenance = provenanceOf(dossier);
	const { x, width } = barsOver(totals.rows, totals.window);
	const seen = totals.rows.flatMap((row, index) =>
		row.count > 0 ? [{ ...row, at: row.count, x: x[index] ?? row.period }] : [],
	);
	const number = (count: number) => Number(count.toFixed(1));
	const top = Math.max(...totals.rows.map(({ high }) => high));
	return frame(
		{
			id: "incidents-by-verification-status",
			subject: "frequency",
			plotHeight: 300,
			data: [
				...layers.map(({ status, rows, n }) => ({
					type: "bar" as const,
					name: `${verificationStatusLabels[status].toLowerCase()} (${n})`,
					x,
					width,
					y: rows.map(({ count }) => count),
					marker: {
						color: layerColours[status],
						line: { color: ink.soft, width: rows.map(({ count }) => (count > 0 ? 0.6 : 0)) },
					},
					customdata: rowNumbers(rows, counts.rows),
					hovertext: rows.map(
						({ period, count }, index) =>
							`<b>${periodInWords(by, period)}</b><br>${verificationStatusLabels[status].toLowerCase()}: ${number(count)}<br>all incidents: ${number(totals.rows[index]?.count ?? 0)}`,
					),
					hoverinfo: "text" as const,
				})),
				{
					type: "scatter",
					mode: "markers",
					x: seen.map((row) => row.x),
					y: seen.map(({ count }) => count),
					marker: { size: 1, color: ink.soft },
					error_y: limitBars(seen, { color: ink.soft, thickness: 1, width: 3 }),
					hoverinfo: "skip",
					showlegend: false,
				},
			],
			layout: {
				barmode: "stack",
				margin: { l: 56, r: 36, t: 34, b: 48 },
				xaxis: timeAxis(totals.window),
				yaxis: countAxis("incidents", { range: [0, top * 1.04], ...wholeTicks(top) }),
				showlegend: true,
				legend: { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom", traceorder: "normal" },
			},
			table: counts.rows.map(({ period, period_end, group, count, low, high, days_observed }) => ({
				period: periodName(by, period),
				from: period,
				to: period_end,
				verification_status: group,
				incidents: count,
				low,
				high,
				days_observed,
			})),
		},
		{
			title: `${confirmed} of ${countLabel(counts.n, "reported incident")} ${wordFor(confirmed, "is", "are", counts.n)} confirmed to have happened`,
			subtitle: `Incidents per ${noun.one} by the verdict on whether they happened; lines: ${ci} of the total`,
			caption: captionLabel(provenance, countLabel(counts.n, "incident"), counts.excluded),
			notes: [
				...selectionNotes(dossier, counts),
				reportedNote,
				apportionedNote,
				`By verification status: ${joinList(layers.map(({ status, n }) => `${n} ${verificationStatusLabels[status].toLowerCase()}`))}.`,
				"Question not asked: the data hold no question whether the incident happened, only questions about what happened in it.",
				`Every layer counts its incidents in full. The number that happened lies between those confirmed (${confirmed}) and those not refuted (${counts.n - refuted}).`,
				garwoodNote,
			],
			alt: `Stacked bars show incidents per ${noun.one} by verification status. In all: ${joinList(layers.map(({ status, n }) => `${n} ${verificationStatusLabels[status].toLowerCase()}`))}.`,
		},
		provenance,
	);
}
