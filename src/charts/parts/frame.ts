import type { Config, Data, Layout } from "plotly.js-dist";
import { plain, wrap } from "./text.js";
import { fontFamily, ink } from "./theme.js";

export { plain, wrap } from "./text.js";
export { colours, fontFamily, ink } from "./theme.js";

/** The three subjects of the kit. */
export const subjects = ["frequency", "location", "reliability"] as const;
export type Subject = (typeof subjects)[number];

/** One row of the numbers behind a chart. */
export type TableRow = Readonly<Record<string, string | number | boolean | null>>;

/** What the figure rests on: printed in its last line. */
export interface Provenance {
	readonly fingerprint: string;
	/** What the dossier was filtered by, in words; `null` where it is whole. */
	readonly filter: string | null;
	readonly observed_from: string;
	readonly observed_to: string;
}

/** The words around a drawing. Title, counts and dates are computed from the data, never typed. */
export interface FigureText {
	/** The finding, as a sentence. */
	readonly title: string;
	/** What is drawn, in which unit. */
	readonly subtitle: string;
	/** Period, n, what is excluded: two lines at most. */
	readonly caption: string;
	/** Everything else a reader may ask: tests, priors, each reason of exclusion with its count, references. */
	readonly notes?: readonly string[];
	/** One or two sentences with the main numbers, for those who do not see the drawing. */
	readonly alt: string;
}

/** A chart as plain data: everything plotly.js needs, the words around it and the numbers behind it. */
export interface Figure extends Required<FigureText> {
	/** File stem and anchor, such as `incidents-per-month`. */
	readonly id: string;
	readonly subject: Subject;
	/** Last line: the source and the data fingerprint. */
	readonly source: string;
	readonly data: readonly Data[];
	readonly layout: Partial<Layout>;
	readonly config: Partial<Config>;
	/** The numbers behind the drawing, one flat row each; written as `<id>.csv`. */
	readonly table: readonly TableRow[];
}

/** Pixels across; every figure is as wide, so that type has one size everywhere. */
export const figureWidth = 900;
const padding = 16;
/** Above the title, so that the buttons that plotly shows under the pointer do not lie on it. */
const paddingTop = 24;
const sizes = { title: 19, subtitle: 13, note: 11 };
const lineHeight = 1.35;

/** Config of every figure: no cloud button, no logo, nothing that asks the network, no text taken for TeX. */
export const quietConfig: Partial<Config> = {
	typesetMath: false,
	displaylogo: false,
	showSendToCloud: false,
	plotlyServerURL: "",
	responsive: false,
	topojsonURL: "",
	modeBarButtonsToRemove: ["lasso2d", "select2d"],
};

const lineCount = (html: string): number => html.split("<br>").length;

/**
 * Puts the words around a drawing: title and subtitle above, caption and source below, each in space
 * reserved for it.
 *
 * @param plotHeight pixels for the drawing itself; the figure's height is this plus the words
 * @param layout as for plotly; `margin.l`, `margin.r` and the extra room `margin.t` (above the
 *   drawing, for a legend) and `margin.b` (below it, for axis labels) are the chart's own
 */
export function frame(
	chart: {
		readonly id: string;
		readonly subject: Subject;
		readonly data: readonly Data[];
		readonly layout: Partial<Layout>;
		readonly plotHeight: number;
		readonly table: readonly TableRow[];
		/** Added to the source line, such as the credit of the border line. */
		readonly credit?: string;
	},
	text: FigureText,
	provenance: Provenance,
): Figure {
	const room = figureWidth - 2 * padding;
	const title = wrap(plain(text.title), room, sizes.title);
	const plainSubtitle = provenance.filter === null ? text.subtitle : `${text.subtitle}. Filter: ${provenance.filter}`;
	const subtitle = wrap(plain(plainSubtitle), room, sizes.subtitle);
	const source = sourceLine(provenance, chart.credit);
	const note = `${wrap(plain(text.caption), room, sizes.note)}<br>${wrap(plain(source), room, sizes.note)}`;
	const own = { l: 64, r: 24, t: 8, b: 40, ...chart.layout.margin };
	const above = paddingTop + (lineCount(title) * sizes.title + lineCount(subtitle) * sizes.subtitle) * lineHeight + 12;
	const below = lineCount(note) * sizes.note * lineHeight + padding;
	const margin = { l: own.l, r: own.r, t: Math.round(above + own.t), b: Math.round(below + own.b), pad: 0 };
	return {
		...text,
		subtitle: plainSubtitle,
		notes: text.notes ?? [],
		id: chart.id,
		subject: chart.subject,
		source,
		data: chart.data,
		layout: {
			hovermode: "closest",
			hoverlabel: { align: "left", font: { family: fontFamily, size: 12 } },
			showlegend: false,
			...chart.layout,
			width: figureWidth,
			height: margin.t + chart.plotHeight + margin.b,
			margin,
			autosize: false,
			font: { family: fontFamily, size: 12, color: ink.text },
			paper_bgcolor: ink.paper,
			plot_bgcolor: ink.paper,
			annotations: [
				...(chart.layout.annotations ?? []),
				pinned(title, sizes.title, ink.text, { y: 1, yanchor: "top", yshift: margin.t - paddingTop }, margin.l),
				pinned(
					subtitle,
					sizes.subtitle,
					ink.soft,
					{ y: 1, yanchor: "top", yshift: margin.t - paddingTop - lineCount(title) * sizes.title * lineHeight - 2 },
					margin.l,
				),
				pinned(note, sizes.note, ink.soft, { y: 0, yanchor: "bottom", yshift: padding - margin.b }, margin.l),
			],
		},
		config: quietConfig,
		table: chart.table,
	};
}

function pinned(
	text: string,
	size: number,
	color: string,
	place: { y: number; yanchor: "top" | "bottom"; yshift: number },
	marginLeft: number,
) {
	return {
		text,
		xref: "paper" as const,
		yref: "paper" as const,
		x: 0,
		xanchor: "left" as const,
		xshift: padding - marginLeft,
		align: "left" as const,
		showarrow: false,
		font: { family: fontFamily, size, color },
		borderpad: 0,
		...place,
	};
}

function sourceLine(provenance: Provenance, credit?: string): string {
	const period = `${provenance.observed_from} to ${provenance.observed_to}`;
	const parts = [`Source: border-incidents dossier, observed ${period}, data ${provenance.fingerprint}`];
	return credit ? `${parts[0]}; ${credit}.` : `${parts[0]}.`;
}
