import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import {
	type IncidentReports,
	type QuestionReports,
	reportsPerIncident,
	reportsPerQuestion,
} from "../../reliability/questions/reports-per-original-source.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, isAre, percentLabel, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";

/** What is counted: questions (default) or incidents. */
export interface ReportsPerOriginalSourceOptions {
	/** What the reports are counted by (default: question). */
	readonly by?: "question" | "incident";
}

/** What the chart cannot be drawn without. */
export const reportsPerOriginalSourceNeeds: readonly Need[] = [aClaim];

const units = ["question", "incident"] as const;
/** Counts with a bar of their own; higher counts share the last. */
const bars = 9;

/**
 * Questions (or incidents) by number of reports, beside the same by number of original sources: twelve outlets that
 * repeat one agency are twelve reports and one original source. Unit: questions; counts, so no interval. Nothing with a
 * claim is excluded.
 *
 * @throws RangeError for an unknown unit; NotEnoughDataError without a claim
 * @example
 * charts.reportsPerOriginalSource(dossier).table[2] // → { count: "2", questions_by_reports: 2, questions_by_original_sources: 2 }
 */
export function reportsPerOriginalSource(dossier: Dossier, options: ReportsPerOriginalSourceOptions = {}): Figure {
	const { by = "question" } = knownOptions(options, ["by"]);
	knownOption("unit", by, units);
	requireData(dossier, reportsPerOriginalSourceNeeds);
	const rows: readonly (QuestionReports | IncidentReports)[] =
		by === "question" ? reportsPerQuestion(dossier) : reportsPerIncident(dossier);
	if (rows.length === 0) throw new NotEnoughDataError(`no ${by} has a claim`);
	const all = by === "question" ? dossier.propositions.length : dossier.incidents.length;
	const labels = Array.from({ length: bars + 1 }, (_, index) => (index === bars ? `${bars} or more` : String(index)));
	const tally = (of: (row: QuestionReports | IncidentReports) => number) =>
		labels.map((_, index) => rows.filter((row) => Math.min(bars, of(row)) === index).length);
	const [reports, sources] = [tally((row) => row.reports), tally((row) => row.original_sources)];
	const sum = (of: (row: QuestionReports | IncidentReports) => number) =>
		rows.reduce((total, row) => total + of(row), 0);
	const single = { reports: reports[1] ?? 0, sources: (sources[0] ?? 0) + (sources[1] ?? 0) };
	const share = (part: number) => percentLabel(part / rows.length);
	const agreed = rows.filter(({ agreeing_sources }) => agreeing_sources > 0).length;
	const several = rows.filter(({ sides }) => sides >= 2).length;
	const [untraced, collective] = [sum((row) => row.untraced_repeats), sum((row) => row.collective_sources)];
	const provenance = provenanceOf(dossier);
	const bar = (counts: readonly number[], name: string, one: string, marker: object) => ({
		type: "bar" as const,
		name,
		x: labels,
		y: [...counts],
		marker,
		text: counts.map((count) => (count === 0 ? "" : String(count))),
		textposition: "outside" as const,
		cliponaxis: false,
		hoverinfo: "text" as const,
		customdata: rowNumbers(labels),
		meta: `${by}s_by_${name === "claims" ? "reports" : "original_sources"}`,
		hovertext: counts.map(
			(count, index) =>
				`<b>${labels[index]} ${index === 1 ? one : name}</b><br>${by}s: ${count} of ${rows.length} (${share(count)})`,
		),
	});
	return frame(
		{
			id: "reports-per-original-source",
			subject: "reliability",
			plotHeight: 300,
			data: [
				bar(reports, "claims", "claim", { color: colours.band, line: { color: colours.incident, width: 1 } }),
				bar(sources, "original sources", "original source", { color: colours.incident }),
			],
			layout: {
				margin: { l: 56, r: 24, t: 34, b: 48 },
				barmode: "group",
				bargap: 0.25,
				showlegend: true,
				legend: { orientation: "h", x: 1, xanchor: "right", y: 1.02, yanchor: "bottom" },
				xaxis: {
					type: "category",
					linecolor: ink.line,
					title: { text: `number of claims (pale) or of original sources (dark)`, standoff: 8 },
				},
				yaxis: { rangemode: "tozero", gridcolor: ink.grid, title: { text: `${by}s`, standoff: 8 } },
			},
			table: labels.map((label, index) => ({
				count: label,
				[`${by}s_by_reports`]: reports[index] ?? 0,
				[`${by}s_by_original_sources`]: sources[index] ?? 0,
			})),
		},
		{
			title: `${share(single.sources)} of ${by}s have at most one original source; ${single.reports < single.sources ? "only " : ""}${share(single.reports)} have at most one claim`,
			subtitle: `${by === "question" ? "Questions" : "Incidents"}, each counted twice: by its claims (pale) and by the original sources behind them (dark)`,
			caption: captionLabel(
				provenance,
				`${countLabel(rows.length, by)}, ${countLabel(
					sum((row) => row.reports),
					"claim",
				)}`,
				[],
				{
					singular: by,
					more: `A claim is one source's answer; its original source said it first.${(sources[0] ?? 0) === 0 ? "" : " 0: only repeats that name no source."}`,
				},
			),
			notes: [
				`Of ${countLabel(all, by)}, ${rows.length} with a claim ${isAre(rows.length)} counted and ${all - rows.length} without one ${isAre(all - rows.length)} excluded.`,
				`${countLabel(
					sum((row) => row.reports),
					"claim",
				)} ${wordFor(
					sum((row) => row.reports),
					"goes",
					"go",
				)} back to ${countLabel(
					sum((row) => row.original_sources),
					"original source",
				)}, counted ${by} by ${by}: a source that reports on two ${by}s counts twice.`,
				"A report that repeats another source counts for the source that it goes back to. Twelve outlets that repeat one agency are one original source.",
				`${countLabel(untraced, "repeat")} ${wordFor(untraced, "names", "name")} no original source and ${wordFor(untraced, "adds", "add")} none. ${countLabel(collective, "original source")} ${isAre(collective)} a label for several unnamed sources and ${wordFor(collective, "counts", "count")} as one each.`,
				`On ${countLabel(several, by)}, two sides or more report themselves. On ${agreed}, the two states' sides give the same answer.`,
			],
			alt: `Of ${countLabel(rows.length, by)}, ${single.reports} ${wordFor(single.reports, "has", "have")} a single claim and ${single.sources} ${wordFor(single.sources, "goes", "go")} back to one original source or none. On ${several}, two sides or more report themselves.`,
		},
		provenance,
	);
}
