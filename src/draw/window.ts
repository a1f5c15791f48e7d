import { type DOMWindow, JSDOM, VirtualConsole } from "jsdom";
import { type Random, seeded } from "../statistics/random.js";
import { clientBox, ownBox } from "./boxes.js";
import { runPlotly } from "./plotly-code.js";
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
	/** Call it after a drawing, so that the next process starts faster. */
	readonly keepCode: () => void;
}

let shared: DrawingWindow | undefined;

/** The one window of this process; loading plotly.js into it takes about a second the first time on a machine. */
export function drawingWindow(): DrawingWindow {
	shared ??= openWindow();
	return shared;
}

function openWindow(): DrawingWindow {
	const errors = new VirtualConsole();
	errors.on("jsdomError", (error) => {
		throw error;
	});
	const dom = new JSDOM("<!doctype html><body></body>", {
		runScripts: "outside-only",
		pretendToBeVisual: true,
		virtualConsole: errors,
	});
	const { window } = dom;
	let random: Random = seeded(0);
	giveWhatPlotlyNeeds(window, () => random());
	let keepCode = runPlotly(dom.getInternalVMContext());
	const { Plotly } = window as unknown as { Plotly: PlotlyModule };
	return {
		document: window.document,
		plotly: Plotly,
		reseed: (seed) => {
			random = seeded(seed);
		},
		keepCode: () => {
			keepCode();
			keepCode = () => {};
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
		getPointAtLength(this: Element, length: number) {
			return pointAlong(this.getAttribute("d") ?? "", length);
		},
		getScreenCTM: () => null,
	});
}

/** The pieces of a path of straight ones, the only paths that plotly asks about (arrows). */
function piecesOf(path: string) {
	const points = [...path.matchAll(/[ML]\s*(-?[\d.]+)[\s,]+(-?[\d.]+)/g)].map(([, x, y]) => ({
		x: Number(x),
		y: Number(y),
	}));
	return points.slice(1).map((to, index) => {
		const from = points[index] ?? to;
		return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
	});
}

const pathLength = (path: string): number => piecesOf(path).reduce((sum, { length }) => sum + length, 0);

/** The point of a path so many pixels after its beginning; its end where it is shorter. */
function pointAlong(path: string, length: number): { readonly x: number; readonly y: number } {
	let rest = Math.max(0, length);
	const pieces = piecesOf(path);
	for (const piece of pieces) {
		if (rest <= piece.length && piece.length > 0) {
			const part = rest / piece.length;
			const { from, to } = piece;
			return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
		}
		rest -= piece.length;
	}
	return pieces.at(-1)?.to ?? { x: 0, y: 0 };
}
