import type { QuestionReports } from "../../reliability/questions/reports-per-original-source.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, percentLabel, periodLabel } from "../parts/labels.js";

/** Counts that have a bar of their own; what is more shares the last. */
const bars = 9;

/**
 * How many questions are told in one report, two, three …, beside how many rest on one origin, two, three …:
 * what a reader who counts reports believes against what is left when repeats count as one.
 */
export function reportsPerOriginalSource(spread: readonly QuestionReports[], provenance: Provenance): Figure {
	const labels = Array.from({ length: bars + 1 }, (_, index) => (index === bars ? `${bars} or more` : String(index)));
	const tally = (of: (row: QuestionReports) => number) =>
		labels.map((_, index) => spread.filter((row) => Math.min(bars, of(row)) === index).length);
	const [reports, origins] = [tally((row) => row.reports), tally((row) => row.origins)];
	const sum = (of: (row: QuestionReports) => number) => spread.reduce((total, row) => total + of(row), 0);
	const share = (part: number) => percentLabel(spread.length === 0 ? 0 : part / spread.length);
	const single = { reports: reports[1] ?? 0, origins: (origins[0] ?? 0) + (origins[1] ?? 0) };
	const agreed = spread.filter(({ opposed_origins }) => opposed_origins > 0).length;
	const opposed = spread.filter(({ sides }) => sides >= 2).length;
	const bar = (counts: readonly number[], name: string, marker: object) => ({
		type: "bar" as const,
		name,
		x: labels,
		y: [...counts],
		marker,
		text: counts.map((count) => (count === 0 ? "" : String(count))),
		textposition: "outside" as const,
		cliponaxis: false,
		hoverinfo: "text" as const,
		hovertext: counts.map((count, index) => `${countLabel(count, "question")} with ${labels[index]} ${name}`),
	});
	return frame(
		{
			id: "reports-and-origins",
			subject: "reliability",
			plotHeight: 300,
			data: [
				bar(reports, "reports", { color: colours.band, line: { color: colours.incident, width: 1 } }),
				bar(origins, "origins", { color: colours.incident }),
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
					title: { text: "reports, or origins, of one question", standoff: 8 },
				},
				yaxis: { rangemode: "tozero", gridcolor: ink.grid, title: { text: "questions", standoff: 8 } },
			},
			table: labels.map((label, index) => ({
				count: label,
				questions_with_so_many_reports: reports[index] ?? 0,
				questions_with_so_many_origins: origins[index] ?? 0,
			})),
		},
		{
			title: `${share(single.origins)} of questions rest on one origin or none that can be traced; counted by reports, ${share(single.reports)} would seem to rest on one`,
			subtitle: "Questions by how many reports tell of them, and by how many origins those go back to",
			caption: `${periodLabel(provenance)}. n = ${countLabel(spread.length, "question")} with ${countLabel(
				sum((row) => row.reports),
				"report",
			)} from ${countLabel(
				sum((row) => row.origins),
				"origin",
			)}, counted question by question; ${countLabel(
				sum((row) => row.untraced),
				"repeat",
			)} name no original and count as no origin. On ${countLabel(opposed, "question")} two sides or more speak for themselves, on ${agreed} the two states' sides give the same answer.`,
			alt: `Of ${countLabel(spread.length, "question")}, ${single.reports} are told in a single report and ${single.origins} go back to one origin or none that can be traced. On ${opposed} two sides or more speak for themselves.`,
		},
		provenance,
	);
}
