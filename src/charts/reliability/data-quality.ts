import type { Data, LayoutAxis } from "plotly.js-dist";
import { knownOptions } from "../../records/known-option.js";
import type { Dossier, IncidentKind } from "../../records/records.js";
import {
	type DataQualityRow,
	dataQuality as dataQualityOf,
	type QualityGrouping,
} from "../../reliability/questions/data-quality.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { beside, columnHead } from "../parts/columns-beside.js";
import { drawnRows, foldedNotes } from "../parts/drawn-rows.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import { captionLabel, countLabel, isAre, kindLabels, percentLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { readersLabel, readersNotes } from "./reader-labels.js";

/** Options of `dataQuality`. */
export interface DataQualityOptions {
	/** Rows: by `year` of the incident (default), or by its event type (`kind`). */
	readonly by?: QualityGrouping;
}

/** What the chart cannot be drawn without. */
export const dataQualityNeeds: readonly Need[] = [aClaim];

/** A share of the rows of a group, in a panel of its own. */
interface Panel {
	readonly heading: string;
	readonly part: (row: DataQualityRow) => number;
	readonly whole: (row: DataQualityRow) => number;
}

const claimPanels: readonly Panel[] = [
	{ heading: "claims with<br>a date", part: (row) => row.dated, whole: (row) => row.claims },
	{ heading: "claims with a<br>web address", part: (row) => row.with_page, whole: (row) => row.claims },
	{
		heading: "claims read on the<br>source's own page",
		part: (row) => row.read_on_page,
		whole: (row) => row.claims,
	},
];
const readerPanel: Panel = {
	heading: "read twice:<br>readers agree",
	part: (row) => row.read_twice - row.disputed,
	whole: (row) => row.read_twice,
};

/** Shades of one colour: the darker, the more original sources. */
const sourceShades: readonly {
	readonly name: string;
	readonly color: string;
	readonly text: string;
	readonly part: (row: DataQualityRow) => number;
}[] = [
	{
		name: "0 or 1",
		color: colours.band,
		text: ink.text,
		part: (row) => row.no_source + row.one_source,
	},
	{ name: "2", color: "#87a1b9", text: ink.text, part: (row) => row.two_sources },
	{
		name: "3 or more",
		color: colours.incident,
		text: ink.paper,
		part: (row) => row.three_or_more_sources,
	},
];

const rowHeight = 28;
/** A panel of shares has room for its numbers after the bar; the stacked panel is wider than one of them. */
const [endOfShares, widthOfStack, gap] = [1.42, 1.9, 0.025];

/**
 * How well documented the incidents are, by year or event type: claims with a date, with the address of the page and
 * read on the source's own page, and questions by number of original sources. With second readings also the questions
 * on which the readers agree. Counts of all rows, so no interval; nothing is excluded.
 *
 * @throws RangeError `unknown grouping: colour (known: year, kind)`; NotEnoughDataError without a claim
 * @example
 * charts.dataQuality(dossier).table[0] // → { group: "2022", incidents: 6, questions: 6, claims: 20, dated: 19 }
 */
export function dataQuality(dossier: Dossier, options: DataQualityOptions = {}): Figure {
	const { by = "year" } = knownOptions(options, ["by"]);
	requireData(dossier, dataQualityNeeds);
	const { rows: every, all, readers } = dataQualityOf(dossier, { by });
	const shown = drawnRows(every, (row) => every.indexOf(row));
	const groups = shown.drawn;
	const rows = [...groups, all];
	// Names of event types leave no room for the panel of readers: their numbers are in the table.
	const panels = [...claimPanels, ...(by === "year" && all.read_twice > 0 ? [readerPanel] : [])];
	// The last row, over all groups, is set apart.
	const y = rows.map((_, index) => (index === groups.length ? 0.65 : 1) - index - 1);
	const provenance = provenanceOf(dossier);
	const isPart = (year: string) =>
		by === "year" &&
		(provenance.observed_from > `${year}-01-01` || provenance.observed_to < `${year}-12-31`) &&
		provenance.observed_from <= `${year}-12-31` &&
		provenance.observed_to >= `${year}-01-01`;
	const labelOf = ({ group }: DataQualityRow) =>
		group === "all" ? "All" : (kindLabels[group as IncidentKind] ?? `${group}${isPart(group) ? " (part)" : ""}`);
	const domains = domainsOf([...panels.map(() => 1), widthOfStack]);
	const axisNumber = (index: number) => (index === 0 ? "" : String(index + 1));
	const single = all.no_source + all.one_source;
	return frame(
		{
			id: "data-quality",
			subject: "reliability",
			plotHeight: rows.length * rowHeight + 16,
			data: [
				...panels.map((panel, index) => shareBars(panel, rows, y, labelOf, `x${axisNumber(index)}`)),
				...sourceShades.map(
					({ name, color, text, part }): Data => ({
						type: "bar",
						orientation: "h",
						xaxis: `x${axisNumber(panels.length)}`,
						name,
						x: rows.map((row) => shareOf(part(row), row.questions)),
						y,
						width: 0.66,
						marker: { color },
						text: rows.map((row) => {
							const share = shareOf(part(row), row.questions);
							return share !== null && share >= 0.12 ? percentLabel(share) : "";
						}),
						textposition: "inside",
						insidetextanchor: "middle",
						textangle: 0,
						textfont: { size: 11, color: text },
						hoverinfo: "text",
						customdata: rowNumbers(rows),
						hovertext: rows.map((row) =>
							hoverCard(labelOf(row), [
								["original sources of a question", name],
								["questions", ofLabel(part(row), row.questions)],
								...(name === "0 or 1" ? [["of these without any", row.no_source] as const] : []),
							]),
						),
					}),
				),
			],
			layout: {
				barmode: "stack",
				margin: { l: by === "kind" ? 172 : 84, r: 132, t: 58, b: 26 },
				showlegend: true,
				legend: {
					orientation: "h",
					x: domains[panels.length]?.[0] ?? 0,
					xanchor: "left",
					y: 1,
					yanchor: "bottom",
					traceorder: "normal",
					itemclick: false,
					itemdoubleclick: false,
					font: { size: 11 },
				},
				...axes(domains, panels.length),
				yaxis: {
					tickvals: y,
					ticktext: rows.map((row) => (row === all ? `<b>${labelOf(row)}</b>` : labelOf(row))),
					range: [Math.min(...y) - 0.55, 0.55],
					showgrid: false,
					zeroline: false,
					ticklen: 4,
					tickcolor: ink.paper,
				},
				annotations: [
					...panels.map(({ heading }, index) => headingAt(heading, domains[index]?.[0] ?? 0, 4)),
					headingAt("questions by number of original sources", domains[panels.length]?.[0] ?? 0, 24),
					columnHead("claims", 12),
					columnHead("questions", 64),
					...rows.flatMap((row, index) => [
						beside(y[index] as number, row.claims.toLocaleString("en"), 12),
						beside(y[index] as number, row.questions.toLocaleString("en"), 64),
					]),
				],
			},
			table: [...every, all].map((row) => ({ ...row })),
		},
		{
			title: `${percentLabel(all.read_on_page / all.claims)} of claims were read on the source's own page; ${percentLabel(all.dated / all.claims)} have a date`,
			subtitle: `Share of claims or questions by ${by === "year" ? "year of the incident" : "event type"}; counts of all rows, so no interval`,
			caption: captionLabel(
				provenance,
				`${countLabel(all.claims, "claim")} and ${countLabel(all.questions, "question")} about ${countLabel(all.incidents, "incident")}`,
				[],
				{ more: readersLabel(readers) },
			),
			notes: [
				`Of ${countLabel(all.claims, "claim")}, ${all.claims.toLocaleString("en")} ${isAre(all.claims)} counted and 0 are excluded.`,
				"Every row of the dossier is counted, aggregate reports and incidents on other borders among them. The shares describe these rows and estimate nothing, so they have no interval.",
				...foldedNotes(shown, "row", "the latest"),
				...(by === "year"
					? ["An incident belongs to the year in which it began, or can have begun at the earliest."]
					: []),
				`Claims with a date: ${ofLabel(all.dated, all.claims)}. A date is blank if the page shows none.`,
				`Claims with the web address of the page: ${ofLabel(all.with_page, all.claims)}.`,
				`Claims read on the source's own page or a reprint: ${ofLabel(all.read_on_page, all.claims)}. Quoted on another page: ${(all.claims - all.read_on_page).toLocaleString("en")}.`,
				`${countLabel(all.questions, "question")} by number of original sources: none ${all.no_source}, one ${all.one_source}, two ${all.two_sources}, three or more ${all.three_or_more_sources}. Repeats count for the source that they name; a repeat that names none adds none.`,
				...readersNotes(readers),
			],
			alt: `Bars by ${by === "year" ? "year" : "event type"} show how well incidents are documented: claims with a date ${ofLabel(all.dated, all.claims)}, claims read on the source's own page ${ofLabel(all.read_on_page, all.claims)}. Questions with at most one original source: ${ofLabel(single, all.questions)}.`,
		},
		provenance,
	);
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** `23 of 71 (32%)`, `0 of 71`. */
const ofLabel = (part: number, whole: number): string =>
	`${part.toLocaleString("en")} of ${whole.toLocaleString("en")}${part === 0 ? "" : ` (${percentLabel(part / whole)})`}`;

function shareBars(
	{ heading, part, whole }: Panel,
	rows: readonly DataQualityRow[],
	y: readonly number[],
	labelOf: (row: DataQualityRow) => string,
	xaxis: string,
): Data {
	return {
		type: "bar",
		orientation: "h",
		xaxis: xaxis as "x",
		showlegend: false,
		// A group without rows has no share: its bar has no length, and its text says so.
		x: rows.map((row) => shareOf(part(row), whole(row)) ?? 0),
		y: [...y],
		width: 0.66,
		marker: { color: colours.incident },
		text: rows.map((row) => {
			const share = shareOf(part(row), whole(row));
			return share === null ? "none" : percentLabel(share);
		}),
		textposition: "outside",
		textfont: { size: 11, color: ink.text },
		cliponaxis: false,
		hoverinfo: "text",
		customdata: rowNumbers(rows),
		hovertext: rows.map((row) =>
			hoverCard(labelOf(row), [[heading.replace("<br>", " "), ofLabel(part(row), whole(row))]]),
		),
	};
}

/** Ends of panels of these widths, side by side on an axis from 0 to 1. */
function domainsOf(widths: readonly number[]): [number, number][] {
	const total = widths.reduce((sum, width) => sum + width, 0) / (1 - gap * (widths.length - 1));
	let start = 0;
	return widths.map((width) => {
		const domain: [number, number] = [start, Math.min(1, start + width / total)];
		start = domain[1] + gap;
		return domain;
	});
}

/** One x axis a panel; the last is that of the stack. */
function axes(domains: readonly [number, number][], stack: number): Record<`xaxis${number}`, Partial<LayoutAxis>> {
	return Object.fromEntries(
		domains.map((domain, index) => [
			`xaxis${index === 0 ? "" : index + 1}`,
			{
				domain,
				range: [0, index === stack ? 1 : endOfShares],
				tickvals: [0, 0.5, 1],
				ticktext: ["0", "50%", "100%"],
				tickfont: { size: 11, color: ink.soft },
				gridcolor: ink.grid,
				zeroline: true,
				zerolinecolor: ink.line,
				fixedrange: true,
			},
		]),
	);
}

const headingAt = (text: string, x: number, yshift: number) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x,
	y: 1,
	yshift,
	text,
	align: "left" as const,
	showarrow: false,
	xanchor: "left" as const,
	yanchor: "bottom" as const,
	font: { size: 12, color: ink.text },
});
