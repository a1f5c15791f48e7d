import { ink } from "./theme.js";

/** Text to the right of a row of a drawing, so many pixels from its edge. */
export const beside = (y: number, text: string, xshift: number, color: string = ink.text) => ({
	xref: "paper" as const,
	x: 1,
	xshift,
	y,
	text,
	showarrow: false,
	xanchor: "left" as const,
	font: { size: 12, color },
});

/** Heading of a column of such texts. */
export const columnHead = (text: string, xshift: number) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x: 1,
	y: 1,
	xshift,
	yshift: 2,
	text,
	showarrow: false,
	xanchor: "left" as const,
	yanchor: "bottom" as const,
	font: { size: 11, color: ink.soft },
});
