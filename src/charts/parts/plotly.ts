/**
 * What of plotly.js a figure holds, typed loosely and without the types of plotly.js itself: those need the package
 * and the browser's DOM, and who counts has neither. A value that is typed with plotly.js's own types fits too.
 */

// biome-ignore lint/suspicious/noExplicitAny: only `any` takes an interface, such as those of plotly.js, as it is
type Attribute = any;

/**
 * A trace in the words of plotly.js (https://plotly.com/javascript/reference/): a column of a table and a `type` from a
 * variable fit as they are.
 */
export interface Trace {
	/** `bar`, `scatter`, `box`, `heatmap`, … */
	readonly type?: string;
	/** Of a scatter: `markers`, `lines`, `lines+markers`. */
	readonly mode?: string;
	readonly name?: string;
	readonly x?: Attribute;
	readonly y?: Attribute;
	readonly z?: Attribute;
	readonly text?: Attribute;
	readonly orientation?: string;
	readonly marker?: Attribute;
	readonly line?: Attribute;
	readonly hovertemplate?: Attribute;
	readonly [attribute: string]: Attribute;
}

/** A layout in the words of plotly.js: sizes in pixels, axes, annotations, shapes, legend. */
export interface PlotLayout {
	readonly width?: number;
	readonly height?: number;
	readonly margin?: { readonly l?: number; readonly r?: number; readonly t?: number; readonly b?: number };
	readonly annotations?: readonly {
		readonly name?: string;
		readonly text?: string;
		readonly [more: string]: Attribute;
	}[];
	readonly [attribute: string]: Attribute;
}

/** A configuration of plotly.js: buttons, and what it may ask the network for (nothing). */
export interface PlotConfig {
	readonly [attribute: string]: Attribute;
}
