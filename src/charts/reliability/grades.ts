import type { Excluded } from "../../records/exclusions.js";
import type { SourceGrade } from "../../reliability/accuracy/grades.js";
import { beside, columnHead } from "../parts/columns-beside.js";
import { colours, type Figure, frame, ink, type Provenance, plain, wrap } from "../parts/frame.js";
import { countLabel, joinList, percentLabel, periodLabel } from "../parts/labels.js";
import { shareAxis } from "../parts/share-axis.js";
import { excludedClaimsLabel, noIntent } from "./labels.js";

/** Sources with fewer settled claims are counted and not drawn. */
const fewestToShow = 3;
const rowHeight = 28;
const floors = [0.35, 0.5, 0.65, 0.8] as const;

/**
 * Admiralty letters of sources in the order of their names, with the interval that each stands on. F is drawn
 * in grey and without a share: not known is not bad.
 *
 * @param names of sources by id
 */
export function gradesChart(
	grades: readonly SourceGrade[],
	names: ReadonlyMap<string, string>,
	excluded: readonly Excluded[],
	provenance: Provenance,
): Figure {
	const name = ({ source_id }: SourceGrade) => names.get(source_id) ?? source_id;
	const rows = grades
		.filter(({ n }) => n >= fewestToShow)
		.sort((a, b) => (name(a).toLowerCase() < name(b).toLowerCase() ? 1 : -1));
	const graded = grades.filter(({ letter }) => letter !== "F");
	const rest = grades.filter(({ n }) => n < fewestToShow);
	const colourOf = ({ letter }: SourceGrade) => (letter === "F" ? "#b5b5b5" : colours.incident);
	const letterWords = ({ letter, letter_at_best }: SourceGrade) =>
		letter === "F" || letter === letter_at_best ? letter : `${letter}, at best ${letter_at_best}`;
	const limits = (row: SourceGrade) => `${percentLabel(row.low)} to ${percentLabel(row.high)}`;
	const hover = (row: SourceGrade) =>
		`${plain(name(row))}: ${letterWords(row)}<br>${row.supported} of ${row.n} settled claims borne out, ${limits(row)}<br>${row.unresolved} not settled, ${row.excluded} left out`;
	return frame(
		{
			id: "grades",
			subject: "reliability",
			plotHeight: Math.max(3, rows.length) * rowHeight + 10,
			data: [
				...rows.map((row, y) => ({
					type: "scatter" as const,
					mode: "lines" as const,
					x: [row.low, row.high],
					y: [y, y],
					line: { color: colourOf(row), width: row.letter === "F" ? 2 : 4 },
					opacity: row.letter === "F" ? 1 : 0.55,
					hoverinfo: "text" as const,
					hovertext: hover(row),
				})),
				{
					type: "scatter" as const,
					mode: "markers" as const,
					x: rows.map(({ letter, share }) => (letter === "F" ? null : share)),
					y: rows.map((_, y) => y),
					marker: { size: 12, color: colours.incident },
					hoverinfo: "text" as const,
					hovertext: rows.map(hover),
				},
			],
			layout: {
				margin: { l: 258, r: 306, t: 28, b: 36 },
				xaxis: {
					...shareAxis,
					range: [0, 1],
					showgrid: false,
				},
				yaxis: {
					range: [-0.6, Math.max(3, rows.length) - 0.4],
					tickvals: rows.map((_, y) => y),
					ticktext: rows.map((row) => wrap(plain(name(row)), 236, 12)),
					showgrid: false,
					zeroline: false,
				},
				shapes: floors.map((floor) => ({
					type: "line" as const,
					x0: floor,
					x1: floor,
					y0: 0,
					y1: 1,
					yref: "paper" as const,
					line: { color: ink.grid, width: 1 },
					layer: "below" as const,
				})),
				annotations: [
					...["E", "D", "C", "B", "A"].map((letter, index) => {
						const [from, to] = [floors[index - 1] ?? 0, floors[index] ?? 1];
						return {
							x: (from + to) / 2,
							y: 1,
							yref: "paper" as const,
							text: letter,
							showarrow: false,
							yanchor: "bottom" as const,
							font: { size: 12, color: ink.soft },
						};
					}),
					...columns.flatMap(({ heading, xshift, of }) => [
						...rows.map((row, y) =>
							beside(
								y,
								heading === "grade" ? letterWords(row) : of(row),
								xshift,
								row.letter === "F" ? ink.soft : ink.text,
							),
						),
						columnHead(heading, xshift),
					]),
				],
			},
			table: [...grades]
				.sort((a, b) => (a.source_id < b.source_id ? -1 : 1))
				.map((row) => ({
					source_id: row.source_id,
					source_kind: row.source_kind,
					letter: row.letter,
					letter_at_best: row.letter_at_best,
					n: row.n,
					supported: row.supported,
					unresolved: row.unresolved,
					excluded: row.excluded,
					low: row.low,
					high: row.high,
				})),
		},
		{
			title: `${graded.length} of ${countLabel(grades.length, "source")} ${graded.length === 1 ? "has" : "have"} a record long enough for a grade; the others are F, which means not known and not bad`,
			subtitle:
				"Before any name: few cases, chosen because they were disputed, judged by verdicts that may err. Admiralty letter by the lower end of the 90 % credible interval of the share borne out; in the order of names",
			caption: `${periodLabel(provenance)}. n = ${grades.reduce((sum, { n }) => sum + n, 0)} judged claims, a source's first word on a question; ${grades.reduce((sum, row) => sum + row.unresolved, 0)} more are on questions not settled. ${excludedClaimsLabel(excluded)} F under ten judged claims, whatever the share. Letters begin at ${joinList(floors.map((floor) => `${Math.round(floor * 100)}`))} % (D, C, B, A), which is the kit's own scale. Not drawn: ${countLabel(rest.length, "source")} with fewer than three judged claims, all F. Sources are pooled in part with their kind. ${noIntent}`,
			alt: `Of ${countLabel(grades.length, "source")} ${graded.length} can be graded${graded.length === 0 ? "" : `: ${graded.map((row) => `${name(row)} ${letterWords(row)} (${row.supported} of ${row.n} borne out, ${limits(row)})`).join("; ")}`}. ${countLabel(rows.length - graded.length, "source")} with three to nine judged claims and ${rest.length} with fewer are F.`,
		},
		provenance,
	);
}

const columns: readonly {
	readonly heading: string;
	readonly xshift: number;
	readonly of: (row: SourceGrade) => string;
}[] = [
	{ heading: "grade", xshift: 14, of: ({ letter }) => letter },
	{ heading: "borne out", xshift: 110, of: ({ supported, n }) => `${supported} of ${n}` },
	{ heading: "open", xshift: 190, of: ({ unresolved }) => String(unresolved) },
	{ heading: "left out", xshift: 240, of: (row) => String(row.excluded) },
];
