import {
	colours,
	defaultMargin,
	type Figure,
	figureWidth,
	ink,
	layOut,
	quietConfig,
	sourceLine,
	type TableRow,
	withFilter,
} from "../charts/parts/frame.js";
import type { PlotLayout, Trace } from "../charts/parts/plotly.js";
import { provenanceOf } from "../charts/parts/provenance.js";
import { unknownWord } from "../records/nearest.js";
import type { Dossier } from "../records/records.js";

/** A figure of the reader's own numbers. */
export interface PlotOptions {
	/** Traces as plotly.js takes them; what comes from data into a label or hover passes through `plain` first. */
	readonly data: readonly Trace[];
	/** Layout as plotly.js takes it; sizes, fonts and margins for the words are the kit's. */
	readonly layout?: PlotLayout;
	/** What it shows, as a sentence; must not be empty. */
	readonly title: string;
	/** What is drawn, in which unit. */
	readonly subtitle?: string;
	/** Period, n and what is excluded. */
	readonly caption?: string;
	/** Whole sentences below the chart in a page, in a fold in a notebook. */
	readonly notes?: readonly string[];
	/** What it shows, for those who do not see it (default: title and subtitle). */
	readonly alt?: string;
	/** Stem of its files (default: the title in small letters). */
	readonly id?: string;
	/** Pixels for the drawing itself, without the words (default 380). */
	readonly plotHeight?: number;
	/** The dossier that the numbers come from: its fingerprint, period and filter are printed. */
	readonly dossier?: Dossier;
	/** Last line, where the numbers come from elsewhere. */
	readonly source?: string;
	/** The numbers behind it (default: x and y of the traces). */
	readonly table?: readonly TableRow[];
}

const entries = [
	"data",
	"layout",
	"title",
	"subtitle",
	"caption",
	"notes",
	"alt",
	"id",
	"plotHeight",
	"dossier",
	"source",
	"table",
] as const satisfies readonly (keyof PlotOptions)[];

/**
 * A figure of one's own numbers in the style of the kit: shown, saved and restyled like its charts.
 *
 * @throws RangeError `data has no trace`, `title is empty: …`, `not an id: …`, `unknown entry: subtitel (did you mean subtitle?)`
 * @example
 * plot({ title: "Two points", data: [{ x: [1, 2], y: [3, 4] }] }).id // → "two-points"
 */
export function plot(options: PlotOptions): Figure {
	for (const name of Object.keys(options))
		if (!(entries as readonly string[]).includes(name)) throw unknownWord("entry", name, entries);
	const { data, layout = {}, title, subtitle = "", caption = "", notes = [], dossier } = options;
	if (!Array.isArray(data) || data.length === 0) throw new RangeError("data has no trace");
	if (typeof title !== "string" || title.trim() === "")
		throw new RangeError("title is empty: a chart says what it shows");
	const id = options.id ?? (stemOf(title) || "plot");
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
		throw new RangeError(`not an id: ${id} (small letters, digits and hyphens, such as my-chart)`);
	const provenance = dossier ? provenanceOf(dossier) : null;
	const filter = provenance?.filter ?? null;
	const hasLegend = data.filter(({ name }) => name !== undefined).length > 1;
	const legendRoom = hasLegend ? 28 : 0;
	return layOut({
		id,
		subject: null,
		title,
		subtitle: withFilter(subtitle, filter),
		caption,
		notes,
		alt: options.alt ?? [title, subtitle].flatMap((each) => (each === "" ? [] : each.replace(/[.]?$/, "."))).join(" "),
		source: options.source ?? (provenance ? sourceLine(provenance) : ""),
		provenance,
		data,
		layout: {
			colorway: [colours.incident, colours.taliban, colours.afghan_republic, colours.afghan_sides, colours.contested],
			...(hasLegend
				? { showlegend: true, legend: { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom" } }
				: {}),
			...layout,
			xaxis: { ...axis, ...layout.xaxis },
			yaxis: { ...axis, ...layout.yaxis },
		},
		config: quietConfig,
		table: options.table ?? rowsOf(data),
		room: {
			width: figureWidth,
			plotHeight: options.plotHeight ?? 380,
			margin: { ...defaultMargin, t: defaultMargin.t + legendRoom, ...layout.margin },
			fontSize: 12,
			filter,
		},
	});
}

const axis = {
	gridcolor: ink.grid,
	linecolor: ink.line,
	zerolinecolor: ink.line,
	automargin: true,
};

const stemOf = (title: string): string =>
	title
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.slice(0, 60)
		.replaceAll(/^-+|-+$/g, "");

/** x and y of every trace that has them, one row a point. */
function rowsOf(data: readonly Trace[]): TableRow[] {
	return data.flatMap((trace) => {
		const { x, y, name } = trace as { readonly x?: unknown; readonly y?: unknown; readonly name?: string };
		if (!isList(x) || !isList(y)) return [];
		const named = name === undefined ? {} : { trace: name };
		return [...x].map((each, index): TableRow => ({ ...named, x: cellOf(each), y: cellOf([...y][index]) }));
	});
}

const isList = (value: unknown): value is Iterable<unknown> =>
	Array.isArray(value) || (ArrayBuffer.isView(value) && Symbol.iterator in value);

function cellOf(value: unknown): TableRow[string] {
	if (typeof value === "number") return Number.isFinite(value) ? value : null;
	if (typeof value === "boolean" || typeof value === "string") return value;
	if (value instanceof Date) return value.toISOString();
	return value === null || value === undefined ? null : String(value);
}
