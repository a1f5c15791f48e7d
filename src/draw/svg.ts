import { createHash } from "node:crypto";
import type { Figure } from "../charts/parts/frame.js";
import { textWidth } from "./text-box.js";
import { drawingWindow } from "./window.js";

/**
 * Draws a figure as one SVG document with plotly.js, without a browser and without a network. The same
 * figure gives the same bytes, in any time zone and whatever was drawn before. Title, alternative
 * text and notes are inside for those who listen; every line keeps the width it was measured with where another face is shown.
 *
 * @throws `a chart asked the network for …` where a figure needs something that it does not carry
 */
export async function drawSvg(figure: Figure): Promise<string> {
	const { document, plotly, reseed, keepCode } = drawingWindow();
	reseed(createHash("sha256").update(figure.id).digest().readInt32BE(0));
	const element = document.createElement("div");
	document.body.append(element);
	try {
		// plotly writes defaults into what it is given: it gets a copy.
		const { data, layout, config } = structuredClone({
			data: figure.data,
			layout: figure.layout,
			config: figure.config,
		});
		await plotly.newPlot(element, data, layout, { ...config, staticPlot: true });
		holdWidths(element);
		const svg = plotly.Snapshot.toSVG(element, "svg");
		keepCode();
		return finished(svg, figure);
	} finally {
		plotly.purge(element);
		element.remove();
	}
}

/**
 * Holds every line to the width it was measured with: a machine without Noto Sans draws it in another face,
 * and wider letters would run into what stands beside them.
 */
function holdWidths(drawing: Element): void {
	for (const text of drawing.querySelectorAll("text")) {
		const lines = text.querySelectorAll("tspan.line");
		for (const line of lines.length > 0 ? lines : [text]) {
			const width = textWidth(line);
			// Of a line in several styles resvg would stretch a part to the width of the whole.
			if (width === 0 || line.children.length > 0) continue;
			line.setAttribute("textLength", width.toFixed(1));
			line.setAttribute("lengthAdjust", "spacingAndGlyphs");
		}
	}
}

function finished(svg: string, figure: Figure): string {
	const id = escaped(figure.id);
	const desc = [figure.alt, ...figure.notes].join(" ");
	const names = `<title id="${id}-title">${escaped(figure.title)}</title><desc id="${id}-desc">${escaped(desc)}</desc>`;
	return `${svg
		.replace(/ data-(unformatted|math|notex|index|attr)="[^"]*"/g, "")
		.replace(/<[^>]+>/g, rounded)
		.replace(/^<svg([^>]*)>/, `<svg$1 role="img" aria-labelledby="${id}-title ${id}-desc">${names}`)}\n`;
}

/** Coordinates to a hundredth of a pixel: what lies below differs between machines and is not seen. */
function rounded(tag: string): string {
	return tag.replace(/-?\d+\.\d{3,}(?:e[+-]?\d+)?|-?\d+(?:\.\d+)?e-\d+/g, (digits) => {
		const value = Math.round(Number(digits) * 100) / 100;
		return String(value === 0 ? 0 : value);
	});
}

const escaped = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
