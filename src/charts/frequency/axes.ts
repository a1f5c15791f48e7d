import type { Layout } from "plotly.js-dist";
import { addDays } from "../../calendar/days.js";
import type { Coverage, CoverageRow } from "../../frequency/coverage.js";
import { dayLabel, monthLabel } from "../parts/labels.js";
import { ink } from "../parts/theme.js";

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

/** An axis of counts or rates: from zero, few lines. */
export function countAxis(title: string, own: object = {}): NonNullable<Layout["yaxis"]> {
	return {
		rangemode: "tozero",
		gridcolor: ink.grid,
		zeroline: false,
		nticks: 6,
		title: { text: title, standoff: 8 },
		...own,
	} as NonNullable<Layout["yaxis"]>;
}

/** Error bars from limits. */
export function limitBars(
	rows: readonly { readonly at: number; readonly low: number; readonly high: number }[],
	look: { readonly color: string; readonly thickness: number; readonly width: number },
) {
	return {
		type: "data" as const,
		symmetric: false,
		array: rows.map(({ at, high }) => high - at),
		arrayminus: rows.map(({ at, low }) => at - low),
		...look,
	};
}

/** Shades that lie behind a drawing, over the whole height: darker where nobody spoke than where few did. */
export function lowCoverageShades({ rows, window }: Coverage, xref: "x" | "x2" = "x"): NonNullable<Layout["shapes"]> {
	const spells: CoverageRow[][] = [];
	rows.forEach((row, index) => {
		const before = rows[index - 1];
		if (!row.low_coverage) return;
		// One rectangle a spell: neighbours would show a seam.
		if (before?.low_coverage && (before.origins === 0) === (row.origins === 0)) spells.at(-1)?.push(row);
		else spells.push([row]);
	});
	return spells.map((spell) => ({
		type: "rect" as const,
		xref,
		yref: "paper" as const,
		x0: spell[0]?.period ?? window.observed_from,
		x1: addDays(spell.at(-1)?.period_end ?? window.observed_to, 1),
		y0: 0,
		y1: 1,
		fillcolor: spell[0]?.origins === 0 ? shades.none : shades.few,
		line: { width: 0 },
		layer: "below" as const,
	}));
}

const shades = { none: "#e4e4e4", few: "#f2f2f2" };

/**
 * A quarter as a hover prints it.
 *
 * @example
 * quarterLabel("2021-07-01") // → "July to September 2021"
 */
export function quarterLabel(start: string): string {
	const last = `${start.slice(0, 5)}${String(Number(start.slice(5, 7)) + 2).padStart(2, "0")}-01`;
	return `${monthLabel(start).slice(0, -5)} to ${monthLabel(last)}`;
}

/** A span of days in a sentence. */
export function spanLabel(from: string, to: string): string {
	return `${dayLabel(from)} to ${dayLabel(to)}`;
}
