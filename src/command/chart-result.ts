import { type CatalogueEntry, figureOrReason } from "../charts/catalogue-entry.js";
import type { Figure } from "../charts/parts/frame.js";
import { MissingPackageError, withDrawing } from "../draw/needed-packages.js";
import { tableCsv } from "../draw/table-csv.js";
import { figureLinks } from "../pages/counted/links.js";
import type { Setting } from "./chart-workers.js";
import { withoutPaths } from "./reason-text.js";

/** What became of one chart. */
export type ChartResult =
	/** `files`: their content by ending, `.svg`, `.png`, `.html` and `.csv`. */
	| {
			readonly kind: "drawn";
			readonly id: string;
			readonly figure: Figure;
			readonly files: Readonly<Record<string, string | Uint8Array>>;
	  }
	/** The data do not allow it. */
	| { readonly kind: "excluded"; readonly id: string; readonly reason: string }
	/** An error of the kit, or of a program that it calls. */
	| { readonly kind: "failed"; readonly id: string; readonly reason: string };

/**
 * Draws one chart in all its forms.
 *
 * @throws MissingPackageError where what draws is not installed; any other error is in the result
 */
export async function drawOne(entry: CatalogueEntry, { dossier, plotlyFile, hasPages }: Setting): Promise<ChartResult> {
	const { id } = entry;
	try {
		const figure = figureOrReason(entry, dossier);
		if (typeof figure === "string") return { kind: "excluded", id, reason: figure };
		return await withDrawing(async () => {
			const { drawSvg, drawPng, figurePage, readPlotly } = await loadDrawing();
			const svg = await drawSvg(figure);
			const files = {
				".svg": svg,
				".png": drawPng(svg, figure),
				".html": figurePage(
					figure,
					plotlyFile === null ? readPlotly() : { plotlyFile, links: hasPages ? figureLinks(figure, dossier) : null },
				),
				".csv": tableCsv(figure.table),
			};
			return { kind: "drawn", id, figure, files };
		});
	} catch (error) {
		if (error instanceof MissingPackageError) throw error;
		return { kind: "failed", id, reason: errorText(error) };
	}
}

/** An error of the kit in one line, without paths of this machine. */
export const errorText = (error: unknown): string =>
	withoutPaths(error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** Loads what draws and plotly.js into it, which takes about half a second. */
export async function loadDrawing() {
	const [{ drawSvg }, { drawPng }, { figurePage }, { readPlotly }, { drawingWindow }] = await Promise.all([
		import("../draw/svg.js"),
		import("../draw/png.js"),
		import("../draw/figure-page.js"),
		import("../draw/save.js"),
		import("../draw/window.js"),
	]);
	drawingWindow();
	return { drawSvg, drawPng, figurePage, readPlotly };
}
