import type { Layout } from "plotly.js-dist";
import { ink } from "./theme.js";

/** The axis of time that the charts of how often share: a tick every half year over the observed window. */
export function timeAxis(from: string, to: string): NonNullable<Layout["xaxis"]> {
	return {
		type: "date",
		range: [from, to],
		tickformat: "%b\n%Y",
		dtick: "M6",
		tick0: "2021-07-01",
		showgrid: false,
		linecolor: ink.line,
		ticks: "outside",
		tickcolor: ink.line,
	} as NonNullable<Layout["xaxis"]>;
}

/** Probabilities too small for their digits are said to be below the last. */
export function probabilityWords(p: number): string {
	return p < 0.001 ? "p\u00a0<\u00a0.001" : `p\u00a0=\u00a0${p.toFixed(3).replace(/^0/, "")}`;
}
