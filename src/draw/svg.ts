import { createHash } from "node:crypto";
import type { Figure } from "../charts/parts/frame.js";
import { originOf } from "./origin.js";
import { dropOutside } from "./outside.js";
import { baselinesOf, textWidth } from "./text-box.js";
import { drawingWindow } from "./window.js";

/**
 * Draws a figure as one SVG document with plotly.js, without a browser and without a network. The same
 * figure gives the same bytes, in any time zone and whatever was drawn before. Title, alternative
 * text and notes are inside for those who listen, and where the numbers come from as JSON in `<metadata>`. Several
 * drawings can stand in one page: no id of one is in another of other content.
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
		const { width = 0, height = 0 } = figure.layout;
		for (const drawing of element.querySelectorAll("svg.main-svg")) dropOutside(drawing, width, height);
		placeLines(element);
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
 * Gives every line of a text its own height. plotly gives all lines one `y` and moves each by a `dy`, which office
 * suites ignore: there all lines would lie on each other.
 */
function placeLines(drawing: Element): void {
	for (const text of drawing.querySelectorAll("text")) {
		const lines = [...text.querySelectorAll("tspan.line")];
		const baselines = baselinesOf(text, lines);
		lines.forEach((line, index) => {
			line.setAttribute("y", String(baselines[index]));
			line.removeAttribute("dy");
		});
	}
}

/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * Holds every line to the width it was measured with: a machine without Noto Sans draws it in another face,
 * and wider letters would run into what stands beside them. Joined letters would be torn apart where a program spaces
 * letters one by one: a line with such is left as wide as it comes.
 */
function holdWidths(drawing: Element): void {
	for (const text of drawing.querySelectorAll("text")) {
		const lines = text.querySelectorAll("tspan.line");
		for (const line of lines.length > 0 ? lines : [text]) {
			const width = textWidth(line);
			// Of a line in several styles resvg would stretch a part to the width of the whole.
			if (width === 0 || line.children.length > 0 || rightToLeft.test(line.textContent ?? "")) continue;
			line.setAttribute("textLength", width.toFixed(1));
			line.setAttribute("lengthAdjust", "spacingAndGlyphs");
		}
	}
}

function finished(svg: string, figure: Figure): string {
	const desc = [figure.alt, ...figure.notes].join(" ");
	const names = `<title id="title">${escaped(figure.title)}</title><desc id="desc">${escaped(desc)}</desc>`;
	const origin = `<metadata>${escaped(JSON.stringify(originOf(figure)))}</metadata>`;
	const { width, height } = figure.layout;
	const drawn = svg
		.replace(/ data-(unformatted|math|notex|index|attr)="[^"]*"/g, "")
		.replace(tags, rounded)
		.replace(
			/^<svg([^>]*)>/,
			`<svg$1 viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">${names}${origin}`,
		);
	return `${withOwnIds(drawn, figure.id)}\n`;
}

const tags = /<[^>]+>/g;

/** Coordinates to a hundredth of a pixel: what lies below differs between machines and is not seen. */
function rounded(tag: string): string {
	return tag.replace(/-?\d+\.\d{3,}(?:e[+-]?\d+)?|-?\d+(?:\.\d+)?e-\d+/g, (digits) => {
		const value = Math.round(Number(digits) * 100) / 100;
		return String(value === 0 ? 0 : value);
	});
}

/** Ids that hang on the content: in one page, no drawing points into another one that shows other data. */
function withOwnIds(svg: string, stem: string): string {
	const prefix = `${stem}-${createHash("sha256").update(svg).digest("hex").slice(0, 12)}`;
	const ids = new Map<string, string>();
	const own = (id: string) => {
		if (!ids.has(id)) ids.set(id, `${prefix}-${ids.size}`);
		return ids.get(id) as string;
	};
	return svg.replace(tags, (tag) =>
		tag
			.replace(/ id="([^"]*)"/, (_, id) => ` id="${own(id)}"`)
			.replace(/ aria-labelledby="([^"]*)"/, (_, list) => ` aria-labelledby="${list.split(" ").map(own).join(" ")}"`)
			.replace(/url\((?:'|&quot;)?#([^)'&]*)(?:'|&quot;)?\)/g, (_, id) => `url(#${own(id)})`)
			.replace(/ ((?:xlink:)?href)="#([^"]*)"/g, (_, name, id) => ` ${name}="#${own(id)}"`),
	);
}

const escaped = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
