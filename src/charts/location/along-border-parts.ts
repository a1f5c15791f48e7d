import type { Data } from "plotly.js-dist";
import { addDays, daysBetween } from "../../calendar/days.js";
import type { DensityRow } from "../../location/density.js";
import type { IncidentKind } from "../../records/records.js";
import { colours, ink, type Provenance } from "../parts/frame.js";
import { plain } from "../parts/text.js";
import { hoverCard } from "./located.js";

/** A crossing at its place along the border. */
export interface CrossingOnAxis {
	readonly name: string;
	/** Its Persian name, where one is known. */
	readonly name_fa: string | null;
	readonly chainage_km: number;
}

/** Where the marks end and the density begins, as shares of the width; the names of crossings lie between. */
export const across = { marks: 0.63, side: 0.83 } as const;

/** A year of the observed window and the middle day of what was observed of it. */
export interface ObservedYear {
	readonly year: string;
	readonly middle: string;
}

/** Every year of the window, and the middle day of what is observed of it. */
export function yearsOf({ observed_from, observed_to }: Provenance): ObservedYear[] {
	const first = Number(observed_from.slice(0, 4));
	const count = Number(observed_to.slice(0, 4)) - first + 1;
	return Array.from({ length: count }, (_, index) => {
		const year = String(first + index);
		const from = observed_from > `${year}-01-01` ? observed_from : `${year}-01-01`;
		const to = observed_to < `${year}-12-31` ? observed_to : `${year}-12-31`;
		return { year, middle: addDays(from, Math.floor(daysBetween(from, to) / 2)) };
	});
}

/** A faint line where each year but the first begins. */
export const yearLines = (years: readonly ObservedYear[]) =>
	years.slice(1).map(({ year }) => ({
		type: "line" as const,
		xref: "x" as const,
		yref: "paper" as const,
		x0: `${year}-01-01`,
		x1: `${year}-01-01`,
		y0: 0,
		y1: 1,
		line: { color: ink.grid, width: 1 },
		layer: "below" as const,
	}));

/** A dotted line at a crossing through the marks, and its continuation through the density. */
export const crossingLines = (chainage_km: number) =>
	[[0, across.marks] as const, [across.side, 1] as const].map(([x0, x1]) => ({
		type: "line" as const,
		xref: "paper" as const,
		x0,
		x1,
		y0: chainage_km,
		y1: chainage_km,
		line: { color: ink.soft, width: 1, dash: "dot" as const },
		layer: "below" as const,
	}));

/** A section of the border as a pale band behind the marks, and behind the density. */
export const sectionBands = ({ from_km, to_km }: { readonly from_km: number; readonly to_km: number }) =>
	[[0, across.marks] as const, [across.side, 1] as const].map(([x0, x1]) => ({
		type: "rect" as const,
		xref: "paper" as const,
		x0,
		x1,
		y0: from_km,
		y1: to_km,
		fillcolor: "#f0f0f0",
		line: { width: 0 },
		layer: "below" as const,
	}));

/**
 * The names of a crossing beside its line. One text a script: in one text of two lines the Persian would
 * be ordered together with the Latin.
 */
export function crossingNames({ name, name_fa, chainage_km }: CrossingOnAxis) {
	const beside = (text: string, yshift: number) => ({
		xref: "paper" as const,
		x: across.marks + 0.01,
		y: chainage_km,
		yshift,
		text: plain(text),
		xanchor: "left" as const,
		yanchor: "middle" as const,
		showarrow: false,
		font: { size: 11, color: ink.text },
	});
	return name_fa === null ? [beside(name, 0)] : [beside(name, 8), beside(name_fa, -8)];
}

/** Event types by what they mean for the border, each with its shape. */
export const kindGroups: readonly {
	readonly name: string;
	readonly symbol: "circle" | "square" | "triangle-up" | "diamond";
	readonly kinds: readonly IncidentKind[];
}[] = [
	{
		name: "armed incident",
		symbol: "circle",
		kinds: ["armed_clash", "cross_border_fire", "incursion", "smuggling_clash", "armed_group_attack"],
	},
	{
		name: "crossing captured, closed or reopened",
		symbol: "square",
		kinds: ["crossing_captured", "closure", "reopening"],
	},
	{ name: "civilians shot or people detained", symbol: "triangle-up", kinds: ["shooting_of_civilians", "detention"] },
	{ name: "works and other", symbol: "diamond", kinds: ["infrastructure_dispute", "other"] },
];

/** The entry of a group of kinds in the legend, whether or not one of them occurs. */
export const legendMark = ({ name, symbol }: (typeof kindGroups)[number]): Data => ({
	type: "scatter",
	mode: "markers",
	name,
	x: [null],
	y: [null],
	marker: { symbol, size: 8.5, color: colours.incident },
	showlegend: true,
});

/** The hover of a density curve. */
export const densityHover = ({ chainage_km, per_100_km, low, high }: DensityRow, year?: string): string =>
	hoverCard(
		`${year === undefined ? "" : `${year}, `}km ${Math.round(chainage_km)} of the border`,
		["Incidents per 100 km", per_100_km.toFixed(1)],
		["95% interval", `${low.toFixed(1)} to ${high.toFixed(1)}`],
	);

/** The density along the line with its band, on the second axis across. */
export function sideDensity(rows: readonly DensityRow[]): Data[] {
	const y = rows.map(({ chainage_km }) => chainage_km);
	const curve = (x: number[], style: object): Data => ({
		type: "scatter",
		mode: "lines",
		x,
		y,
		xaxis: "x2",
		hoverinfo: "skip",
		showlegend: false,
		...style,
	});
	return [
		curve(
			rows.map(({ low }) => low),
			{ line: { width: 0 } },
		),
		curve(
			rows.map(({ high }) => high),
			{ line: { width: 0 }, fill: "tonextx", fillcolor: colours.band },
		),
		curve(
			rows.map(({ per_100_km }) => per_100_km),
			{
				line: { color: colours.incident, width: 2 },
				hoverinfo: "text",
				hovertext: rows.map((row) => densityHover(row)),
			},
		),
	];
}
