import { ink } from "./theme.js";

/** Marks of an axis of shares from 0 to 1, in percent; its range is the chart's own. */
export const shareAxis = {
	tickvals: [0, 0.25, 0.5, 0.75, 1],
	ticktext: ["0%", "25%", "50%", "75%", "100%"],
	gridcolor: ink.grid,
	zeroline: false,
};
