import type { Figure, TableRow } from "../charts/parts/frame.js";
import { figureText } from "../draw/figure-text.js";
import { escapeHtml, notesHtml } from "../draw/html.js";
import { plainMarkdown } from "../draw/markdown.js";
import { toSvg } from "../draw/save.js";
import { NotEnoughDataError } from "../records/not-enough-data.js";
import { type FrameLike, fromDataFrame } from "./data-frame.js";
import { bundleSender, printErrorsBriefly, type Tslab } from "./kernel.js";
import { type TableOptions, tableHtml } from "./table.js";

/** What a notebook writes with. */
export interface NotebookOutput {
	/**
	 * Shows a figure: to be awaited. JupyterLab draws it with plotly, other readers show the SVG or the
	 * title, the alternative text, the numbers in columns and the caption as text. Its notes stand under a fold below it.
	 */
	readonly show: (figure: Figure | (() => Figure)) => Promise<void>;
	/** Shows rows, or a danfojs data frame, as a table. */
	readonly table: (rows: Rows | (() => Rows), options?: TableOptions) => void;
	/** Shows text written in Markdown; what comes from data passes through `plainMarkdown` first. */
	readonly text: (markdown: string | (() => string)) => void;
}

/** Where a notebook finds what is drawn. */
export interface NotebookOptions {
	/** Folder of charts that `border-incidents charts` drew, from the notebook; no link without it. */
	readonly charts?: string;
}

/** Rows to show: plain objects, or a data frame of danfojs. */
type Rows = readonly object[] | FrameLike;

/**
 * Output of a notebook. A figure goes out as one message with three forms: `application/vnd.plotly.v1+json`,
 * `image/svg+xml` and `text/plain`; where the kernel cannot do that, as SVG.
 *
 * Each of the three takes a function too: `show(() => charts.seasonality(dossier))` says in one sentence why the data
 * do not allow the chart, where the plain form would end the run.
 *
 * A notebook begins with `import * as tslab from "tslab"` and
 * `const { show, table, text } = notebookOutput(tslab)`.
 *
 * With `charts`, a link under each chart of the kit leads to its page there, whose marks and numbers lead to their
 * incidents and sources: `notebookOutput(tslab, { charts: "../charts" })`.
 *
 * @param tslab the notebook's own `tslab`: another copy of it is not ready to display
 * @param sender how several forms are sent; found in the running kernel where it is not given
 * @example
 * Object.keys(notebookOutput({ display: {} })) // → ["show", "table", "text"]
 */
export function notebookOutput(
	tslab: Tslab,
	{ charts }: NotebookOptions = {},
	sender: typeof bundleSender = bundleSender,
): NotebookOutput {
	const { display } = tslab;
	if (sender() !== null) printErrorsBriefly();
	/** What was given or what the function gives; `null` where the data do not allow it, which is then said. */
	const given = <Value>(value: Value | (() => Value)): Value | null => {
		if (typeof value !== "function") return value;
		try {
			return (value as () => Value)();
		} catch (error) {
			if (!(error instanceof NotEnoughDataError)) throw error;
			display.markdown(`Not enough data: ${plainMarkdown(error.message)}.`);
			return null;
		}
	};
	const showFigure = async (figure: Figure) => {
		// Taken before the drawing, so that the figure goes to its own cell even if that is done by then.
		const send = sender();
		const svg = await toSvg(figure);
		const link = charts === undefined ? null : sourcesLink(figure, charts);
		const notes = [notesHtml(figure), ...(link === null ? [] : [link.html])].filter((each) => each !== "").join("\n");
		if (send === null) {
			display.raw("image/svg+xml", svg);
			if (notes !== "") display.html(notes);
			return;
		}
		send({
			"application/vnd.plotly.v1+json": { data: figure.data, layout: figure.layout, config: figure.config },
			"image/svg+xml": svg,
			"text/plain": figureText(figure),
		});
		// A message of its own: of one message JupyterLab shows one form only.
		if (notes === "") return;
		const lines = figure.notes.length === 0 ? [] : ["Notes and method", ...figure.notes];
		send({ "text/html": notes, "text/plain": [...lines, ...(link === null ? [] : [link.text])].join("\n") });
	};
	return {
		show: async (figure) => {
			const drawn = given(figure);
			if (drawn !== null) await showFigure(drawn);
		},
		table: (rows, options) => {
			const shown = given(rows);
			if (shown === null) return;
			const plain = isFrame(shown) ? fromDataFrame(shown) : (shown as readonly TableRow[]);
			display.html(tableHtml(plain, options));
		},
		text: (markdown) => {
			const shown = given(markdown);
			if (shown !== null) display.markdown(shown);
		},
	};
}

/** The page of a chart, where its incidents and sources are one click away; `null` for a figure of the reader's own. */
function sourcesLink({ id, subject }: Figure, charts: string): { readonly html: string; readonly text: string } | null {
	if (subject === null) return null;
	const address = `${charts.replace(/\/$/, "")}/${id}.html`;
	return {
		html: `<p><a href="${escapeHtml(address)}">Sources: the page of this chart</a></p>`,
		text: `Sources: the page of this chart, ${address}`,
	};
}

const isFrame = (rows: Rows): rows is FrameLike => !Array.isArray(rows);
