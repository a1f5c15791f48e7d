import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type DOMWindow, JSDOM, VirtualConsole } from "jsdom";
import { type Random, seeded } from "../statistics/random.js";
import { clientBox, ownBox } from "./boxes.js";
import { textWidth } from "./text-box.js";

/** What of plotly.js the drawing calls. */
export interface PlotlyModule {
	newPlot(element: Element, data: unknown, layout: unknown, config: unknown): Promise<Element>;
	purge(element: Element): void;
	Snapshot: { toSVG(element: Element, format: "svg"): string };
}

/** A page without a browser that plotly.js can draw in. */
export interface DrawingWindow {
	readonly document: Document;
	readonly plotly: PlotlyModule;
	/** Starts plotly's random ids anew, so that a figure gets the same ones whatever was drawn before. */
	readonly reseed: (seed: number) => void;
}

let shared: DrawingWindow | undefined;

/** The one window of this process; loading plotly.js into it takes about a second. */
export function drawingWindow(): DrawingWindow {
	shared ??= openWindow();
	return shared;
}

function openWindow(): DrawingWindow {
	const errors = new VirtualConsole();
	errors.on("jsdomError", (error) => {
		throw error;
	});
	const { window } = new JSDOM("<!doctype html><body></body>", {
		runScripts: "outside-only",
		pretendToBeVisual: true,
		virtualConsole: errors,
	});
	let random: Random = seeded(0);
	giveWhatPlotlyNeeds(window, () => random());
	window.eval(readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist"), "utf8"));
	const { Plotly } = window as unknown as { Plotly: PlotlyModule };
	return {
		document: window.document,
		plotly: Plotly,
		reseed: (seed) => {
			random = seeded(seed);
		},
	};
}

class NoOp {
	observe() {}
	unobserve() {}
	disconnect() {}
	postMessage() {}
	terminate() {}
}

function giveWhatPlotlyNeeds(window: DOMWindow, random: () => number): void {
	const ask = (address: unknown): never => {
		throw new Error(`a chart asked the network for ${String(address)}`);
	};
	Object.assign(window, {
		TextDecoder,
		TextEncoder,
		structuredClone,
		ResizeObserver: NoOp,
		Worker: NoOp,
		fetch: ask,
		matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {}, addListener() {} }),
	});
	window.Math.random = random;
	window.XMLHttpRequest.prototype.open = (_method: string, address: string | URL) => ask(address);
	window.URL.createObjectURL = () => "blob:none";
	window.HTMLCanvasElement.prototype.getContext = () => null;

	const { Element: AnyElement, SVGElement: AnySvgElement } = window;
	Object.assign(AnyElement.prototype, {
		getBoundingClientRect(this: Element) {
			const { x, y, width, height } = clientBox(this);
			return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height };
		},
	});
	Object.assign(AnySvgElement.prototype, {
		getBBox(this: Element) {
			return ownBox(this);
		},
		getComputedTextLength(this: Element) {
			return textWidth(this);
		},
		getTotalLength(this: Element) {
			return pathLength(this.getAttribute("d") ?? "");
		},
		getScreenCTM: () => null,
	});
}

/** Length of a path of straight pieces, the only ones whose length plotly asks for (arrows). */
function pathLength(path: string): number {
	const points = [...path.matchAll(/[ML]\s*(-?[\d.]+)[\s,]+(-?[\d.]+)/g)].map(
		([, x, y]) => [Number(x), Number(y)] as const,
	);
	return points
		.slice(1)
		.reduce((sum, [x, y], index) => sum + Math.hypot(x - (points[index]?.[0] ?? x), y - (points[index]?.[1] ?? y)), 0);
}
