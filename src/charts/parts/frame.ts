import { twelveDigits } from "../../statistics/number-text.js";
import { deepMap } from "./deep-map.js";
import type { PlotConfig, PlotLayout, Trace } from "./plotly.js";
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
	/** Name of the border that the data are about. */
	readonly border: string;
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
	/** `null` for a figure of the reader's own numbers. */
	readonly subject: Subject | null;
	/** Last line: the source and the data fingerprint; empty where a reader's own figure names none. */
	readonly source: string;
	/** What it rests on; `null` for a figure of the reader's own numbers. */
	readonly provenance: Provenance | null;
	/** Traces of plotly.js. */
	readonly data: readonly Trace[];
	/** Layout of plotly.js. */
	readonly layout: PlotLayout;
	/** Configuration of plotly.js. */
	readonly config: PlotConfig;
	/** The numbers behind the drawing, one flat row each; written as `<id>.csv`. */
	readonly table: readonly TableRow[];
	readonly room: Room;
}

/** What a figure is laid out from, so that it can be laid out anew with other words or of another size. */
export interface Room {
	/** Pixels across, words and margins included. */
	readonly width: number;
	/** Pixels for the drawing itself. */
	readonly plotHeight: number;
	/** Pixels beside the drawing that the chart asks for: axis labels, a legend above. */
	readonly margin: { readonly l: number; readonly r: number; readonly t: number; readonly b: number };
	/** Pixels of an axis label; title, subtitle and caption follow. */
	readonly fontSize: number;
	/** What the dossier was filtered by; part of the subtitle, whatever else stands there. */
	readonly filter: string | null;
}

/** Pixels across; every figure is as wide, so that type has one size everywhere. */
export const figureWidth = 900;
const padding = 16;
/** Above the title, so that the buttons that plotly shows under the pointer do not lie on it. */
const paddingTop = 24;
/** Sizes of type where an axis label has this one. */
const baseSize = 12;
const sizes = { title: 19, subtitle: 13, note: 11 };
const lineHeight = 1.35;

/** Config of every figure: no cloud button, no logo, nothing that asks the network, no text taken for TeX. */
export const quietConfig: PlotConfig = {
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
		readonly data: readonly Trace[];
		readonly layout: PlotLayout;
		readonly plotHeight: number;
		readonly table: readonly TableRow[];
		/** Added to the source line, such as the credit of the border line. */
		readonly credit?: string;
	},
	text: FigureText,
	provenance: Provenance,
): Figure {
	return layOut({
		...text,
		subtitle: withFilter(text.subtitle, provenance.filter),
		notes: text.notes ?? [],
		id: chart.id,
		subject: chart.subject,
		source: sourceLine(provenance, chart.credit),
		provenance,
		data: written(chart.data),
		layout: written(chart.layout),
		config: quietConfig,
		table: written(chart.table),
		room: {
			width: figureWidth,
			plotHeight: chart.plotHeight,
			margin: { ...defaultMargin, ...chart.layout.margin },
			fontSize: baseSize,
			filter: provenance.filter,
		},
	});
}

/** Data with every number to the digits that it is written with, so that every Node gives the same figure. */
const written = <Part>(part: Part): Part =>
	deepMap(part, (value) => (typeof value === "number" ? twelveDigits(value) : value)) as Part;

/** Room beside a drawing where a chart asks for none of its own. */
export const defaultMargin = { l: 64, r: 24, t: 8, b: 40 } as const;

/** A subtitle with the filter of the dossier after it: no figure of a part passes for one of the whole. */
export const withFilter = (subtitle: string, filter: string | null): string =>
	filter === null ? subtitle : [subtitle, `Filter: ${filter}`].filter((each) => each !== "").join(". ");

/** Names of the annotations that hold a figure's words, by which they are known when it is laid out anew. */
const wordNames: readonly string[] = ["figure-title", "figure-subtitle", "figure-caption"];

/** Puts a figure's words around its drawing, each in space reserved for it; words that stood there are replaced. */
export function layOut(figure: Figure): Figure {
	const { width, plotHeight, margin: own, fontSize } = figure.room;
	const type = {
		title: (sizes.title * fontSize) / baseSize,
		subtitle: (sizes.subtitle * fontSize) / baseSize,
		note: (sizes.note * fontSize) / baseSize,
	};
	const across = width - 2 * padding;
	const title = wrap(plain(figure.title), across, type.title);
	const subtitle = wrap(plain(figure.subtitle), across, type.subtitle);
	const below = [figure.caption, figure.source].filter((each) => each !== "");
	const note = below.map((each) => wrap(plain(each), across, type.note)).join("<br>");
	const heightOf = (html: string, size: number) => (html === "" ? 0 : lineCount(html) * size * lineHeight);
	const titleHeight = heightOf(title, type.title);
	const margin = {
		l: own.l,
		r: own.r,
		t: Math.round(paddingTop + titleHeight + heightOf(subtitle, type.subtitle) + 12 + own.t),
		b: Math.round(heightOf(note, type.note) + padding + own.b),
		pad: 0,
	};
	const top = { y: 1, yanchor: "top" as const };
	const words = [
		pinned("figure-title", title, type.title, ink.text, { ...top, yshift: margin.t - paddingTop }, margin.l),
		pinned(
			"figure-subtitle",
			subtitle,
			type.subtitle,
			ink.soft,
			{ ...top, yshift: margin.t - paddingTop - titleHeight - 2 },
			margin.l,
		),
		pinned(
			"figure-caption",
			note,
			type.note,
			ink.soft,
			{ y: 0, yanchor: "bottom", yshift: padding - margin.b },
			margin.l,
		),
	];
	const drawn = (figure.layout.annotations ?? []).filter(({ name }) => !wordNames.includes(name ?? ""));
	return {
		...figure,
		layout: {
			hovermode: "closest",
			hoverlabel: { align: "left", font: { family: fontFamily, size: fontSize } },
			showlegend: false,
			...figure.layout,
			width,
			height: margin.t + plotHeight + margin.b,
			margin,
			autosize: false,
			font: { family: fontFamily, size: fontSize, color: ink.text },
			paper_bgcolor: ink.paper,
			plot_bgcolor: ink.paper,
			annotations: [...drawn, ...words.filter(({ text }) => text !== "")],
		},
		config: {
			...figure.config,
			toImageButtonOptions: { format: "png", filename: figure.id, scale: 2 },
		},
	};
}

function pinned(
	name: string,
	text: string,
	size: number,
	color: string,
	place: { y: number; yanchor: "top" | "bottom"; yshift: number },
	marginLeft: number,
) {
	return {
		name,
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

/** The last line of a figure. */
export function sourceLine(provenance: Provenance, credit?: string): string {
	const period = `${provenance.observed_from} to ${provenance.observed_to}`;
	const parts = [
		`Source: border-incidents, data on the ${provenance.border}, observed ${period}, version ${provenance.fingerprint}`,
	];
	return credit ? `${parts[0]}; ${credit}.` : `${parts[0]}.`;
}
