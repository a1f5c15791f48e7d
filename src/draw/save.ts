import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import type { Figure } from "../charts/parts/frame.js";
import { withDrawing } from "./needed-packages.js";

/**
 * A figure as one SVG document. What draws is loaded when this is first called, which takes about a second.
 *
 * @throws MissingPackageError `charts cannot be drawn: jsdom is not installed …`
 * @example
 * (await toSvg(plot({ title: "Two points", data: [{ x: [1, 2], y: [3, 4] }] }))).startsWith("<svg") // → true
 */
export async function toSvg(figure: Figure): Promise<string> {
	return withDrawing(async () => {
		const { drawSvg } = await import("./svg.js");
		return drawSvg(figure);
	});
}

/**
 * A figure as a PNG, two pixels for one of the drawing.
 *
 * @example
 * (await toPng(plot({ title: "Two points", data: [{ x: [1, 2], y: [3, 4] }] })))[1] // → 0x50
 */
export async function toPng(figure: Figure): Promise<Uint8Array> {
	const svg = await toSvg(figure);
	const { drawPng } = await withDrawing(() => import("./png.js"));
	return drawPng(svg, figure);
}

/**
 * A figure as a page that carries all it needs, so that it can be sent alone.
 *
 * @example
 * (await toHtml(plot({ title: "Two points", data: [{ x: [1, 2], y: [3, 4] }] }))).startsWith("<!doctype html>") // → true
 */
export async function toHtml(figure: Figure): Promise<string> {
	return withDrawing(async () => {
		const { figurePage } = await import("./figure-page.js");
		return figurePage(figure, readPlotly());
	});
}

/** A figure's numbers as CSV. */
export async function toCsv(figure: Figure): Promise<string> {
	const { tableCsv } = await import("./table-csv.js");
	return tableCsv(figure.table);
}

/** A figure as plain text: its words and its numbers in columns. */
async function toText(figure: Figure): Promise<string> {
	const { figureText } = await import("./figure-text.js");
	return `${figureText(figure)}\n`;
}

const forms = { ".svg": toSvg, ".png": toPng, ".html": toHtml, ".csv": toCsv, ".txt": toText } as const;
type Ending = keyof typeof forms;

/** Source text of the plotly.js that pages carry. */
export const readPlotly = (): string => readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist"), "utf8");

/**
 * Writes a figure to a file, in the form that its name ends with: `.svg`, `.png`, `.html`, `.csv` for its numbers, or
 * `.txt` for its words and numbers as a terminal shows them.
 *
 * @throws RangeError `unknown ending: .pdf (known: .svg, .png, .html, .csv, .txt)`; Error where the file cannot be written
 * @example
 * await saveFigure(plot({ title: "Two points", data: [{ x: [1, 2], y: [3, 4] }] }), "two-points.csv") // → undefined
 */
export async function saveFigure(figure: Figure, file: string): Promise<void> {
	const ending = extname(file).toLowerCase();
	if (!(ending in forms))
		throw new RangeError(`unknown ending: ${ending || file} (known: ${Object.keys(forms).join(", ")})`);
	const content = await forms[ending as Ending](figure);
	try {
		writeFileSync(file, content);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		throw new Error(`cannot write ${file}: ${code === "ENOENT" ? "its folder does not exist" : message}`, {
			cause: error,
		});
	}
}

/**
 * Writes a figure in every form to a folder: `<id>.svg`, `.png`, `.html`, `.csv` and `.txt`.
 *
 * @returns the files written
 * @example
 * await writeFigure(plot({ title: "Two points", data: [{ x: [1, 2], y: [3, 4] }] }), "mine") // → ["mine/two-points.svg", "mine/two-points.png", "mine/two-points.html", "mine/two-points.csv", "mine/two-points.txt"]
 */
export async function writeFigure(figure: Figure, folder: string): Promise<string[]> {
	mkdirSync(folder, { recursive: true });
	const files: string[] = [];
	for (const ending of Object.keys(forms)) {
		const file = join(folder, `${figure.id}${ending}`);
		await saveFigure(figure, file);
		files.push(file);
	}
	return files;
}
