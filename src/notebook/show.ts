import type { Figure, TableRow } from "../charts/parts/frame.js";
import { notesHtml } from "../draw/html.js";
import { toSvg } from "../draw/save.js";
import { bundleSender, type Tslab } from "./kernel.js";
import { type TableOptions, tableHtml } from "./table.js";

/** What a notebook writes with. */
export interface NotebookOutput {
	/**
	 * Shows a figure: to be awaited. JupyterLab draws it with plotly, other readers show the SVG or the
	 * sentence that says the same. Its notes stand under a fold below it.
	 */
	readonly show: (figure: Figure) => Promise<void>;
	/** Shows rows as a table. */
	readonly table: (rows: readonly object[], options?: TableOptions) => void;
	/** Shows text written in Markdown; what comes from data passes through `plainMarkdown` first. */
	readonly text: (markdown: string) => void;
}

/**
 * Output of a notebook. A figure goes out as one message with three forms: `application/vnd.plotly.v1+json`,
 * `image/svg+xml` and `text/plain`; where the kernel cannot do that, as SVG.
 *
 * A notebook begins with `import * as tslab from "tslab"` and
 * `const { show, table, text } = notebookOutput(tslab)`.
 *
 * @param tslab the notebook's own `tslab`: another copy of it is not ready to display
 * @param sender how several forms are sent; found in the running kernel where it is not given
 */
export function notebookOutput(tslab: Tslab, sender: typeof bundleSender = bundleSender): NotebookOutput {
	const { display } = tslab;
	return {
		show: async (figure) => {
			// Taken before the drawing, so that the figure goes to its own cell even if that is done by then.
			const send = sender();
			const svg = await toSvg(figure);
			const notes = notesHtml(figure);
			if (send === null) {
				display.raw("image/svg+xml", svg);
				if (notes !== "") display.html(notes);
				return;
			}
			send({
				"application/vnd.plotly.v1+json": { data: figure.data, layout: figure.layout, config: figure.config },
				"image/svg+xml": svg,
				"text/plain": figure.alt,
			});
			// A message of its own: of one message JupyterLab shows one form only.
			if (notes !== "") send({ "text/html": notes, "text/plain": ["Notes and method", ...figure.notes].join("\n") });
		},
		table: (rows, options) => display.html(tableHtml(rows as readonly TableRow[], options)),
		text: (markdown) => display.markdown(markdown),
	};
}
