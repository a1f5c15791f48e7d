import type { Data, Layout } from "plotly.js-dist";
import type { YearAlong } from "../../location/differences-along.js";
import { colours, ink } from "../parts/frame.js";
import { plain } from "../parts/text.js";
import { type CrossingOnAxis, densityHover } from "./along-border-parts.js";

/** Height of one year. */
export const panelHeight = 74;

/**
 * Density along the border, one row a year on one scale, crossings as lines: traces and layout.
 *
 * @param order in words, where the line leads: `north to south`
 */
export function yearPanels(
	years: readonly YearAlong[],
	crossings: readonly CrossingOnAxis[],
	length_km: number,
	order: string,
): { readonly data: Data[]; readonly layout: Partial<Layout> } {
	const most = Math.max(1, ...years.flatMap(({ density }) => density.map(({ high }) => high)));
	const rows = years.length;
	const axes = years.map((_, index): [string, Partial<NonNullable<Layout["yaxis"]>>] => [
		index === 0 ? "yaxis" : `yaxis${index + 1}`,
		{
			domain: [1 - (index + 0.86) / rows, 1 - index / rows],
			range: [0, most],
			nticks: 3,
			gridcolor: ink.grid,
			zerolinecolor: ink.line,
		},
	]);
	return {
		data: years.flatMap((year, index) => curves(year, index === 0 ? "y" : `y${index + 1}`)),
		layout: {
			margin: { l: 120, r: 40, t: 34, b: 46 },
			xaxis: {
				range: [0, length_km],
				anchor: rows === 1 ? "y" : (`y${rows}` as "y2"),
				showgrid: false,
				ticks: "outside",
				tickcolor: ink.line,
				linecolor: ink.line,
				title: { text: `km along the border, from ${order}`, standoff: 6, font: { size: 12 } },
			},
			...Object.fromEntries(axes),
			shapes: crossings.map(({ chainage_km }) => ({
				type: "line" as const,
				x0: chainage_km,
				x1: chainage_km,
				yref: "paper" as const,
				y0: 0,
				y1: 1,
				line: { color: ink.soft, width: 1, dash: "dot" as const },
				layer: "below" as const,
			})),
			annotations: [
				...crossings.flatMap(names),
				...years.map(({ year, n }, index) => ({
					text: `<b>${year}</b><br>n = ${n}`,
					xref: "paper" as const,
					yref: "paper" as const,
					x: 0,
					xshift: -110,
					y: 1 - (index + 0.43) / rows,
					xanchor: "left" as const,
					yanchor: "middle" as const,
					align: "left" as const,
					showarrow: false,
				})),
			],
		},
	};
}

function curves({ year, density }: YearAlong, yaxis: string): Data[] {
	const x = density.map(({ chainage_km }) => chainage_km);
	const curve = (y: number[], style: object): Data => ({
		type: "scatter",
		mode: "lines",
		x,
		y,
		yaxis,
		hoverinfo: "skip",
		...style,
	});
	return [
		curve(
			density.map(({ low }) => low),
			{ line: { width: 0 } },
		),
		curve(
			density.map(({ high }) => high),
			{ line: { width: 0 }, fill: "tonexty", fillcolor: colours.band },
		),
		curve(
			density.map(({ per_100_km }) => per_100_km),
			{
				line: { color: colours.incident, width: 2 },
				hoverinfo: "text",
				hovertext: density.map((row) => densityHover(row, year)),
			},
		),
	];
}

/** The names of a crossing above its line; one text a script. */
function names({ name, name_fa, chainage_km }: CrossingOnAxis) {
	return [name, ...(name_fa === null ? [] : [name_fa])].map((text, index, all) => ({
		text: plain(text),
		x: chainage_km,
		yref: "paper" as const,
		y: 1,
		yshift: 4 + 14 * (all.length - 1 - index),
		yanchor: "bottom" as const,
		xanchor: "center" as const,
		showarrow: false,
		font: { size: 11, color: ink.text },
	}));
}
