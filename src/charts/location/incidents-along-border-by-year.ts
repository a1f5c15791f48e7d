import type { Data, Layout } from "plotly.js-dist";
import type { YearAlong } from "../../location/differences-along.js";
import type { LocatedIncidents } from "../../location/incidents.js";
import type { GroupDifference } from "../../statistics/distance-components.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, groupDifferenceLabel, periodLabel, probabilityLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";
import type { RibbonCrossing } from "./along-border-parts.js";
import { borderCredit } from "./border-map.js";

const rowHeight = 74;

/**
 * Density of incidents along the border, one row a year on one scale, with 95 % limits, crossings as lines. The
 * title tells by the permutation test whether positions differ between years.
 */
export function incidentsAlongBorderByYear(
	years: readonly YearAlong[],
	drift: GroupDifference | null,
	{ incidents, excluded }: LocatedIncidents,
	line: { readonly crossings: readonly RibbonCrossing[]; readonly length_km: number; readonly bandwidth_km: number },
	provenance: Provenance,
): Figure {
	const { crossings, length_km, bandwidth_km } = line;
	const placed = years.reduce((sum, { n }) => sum + n, 0);
	const most = Math.max(1, ...years.flatMap(({ density }) => density.map(({ high }) => high)));
	const rows = Math.max(1, years.length);
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
	return frame(
		{
			id: "density-by-year",
			subject: "location",
			plotHeight: rowHeight * rows,
			credit: borderCredit,
			data: years.flatMap(({ density }, index) => curves(density, index === 0 ? "y" : `y${index + 1}`)),
			layout: {
				margin: { l: 120, r: 40, t: 34, b: 46 },
				xaxis: {
					range: [0, length_km],
					anchor: rows === 1 ? "y" : (`y${rows}` as "y2"),
					showgrid: false,
					ticks: "outside",
					tickcolor: ink.line,
					linecolor: ink.line,
					title: { text: "km along the border, from north to south", standoff: 6, font: { size: 12 } },
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
			table: years.flatMap(({ year, n, density }) => density.map((row) => ({ year, n, ...row }))),
		},
		{
			title:
				drift === null
					? "Whether incidents moved along the border cannot be told: too few years have a place"
					: groupDifferenceLabel(drift, "Positions along the border", "years"),
			subtitle: "Reported incidents per 100 km of border by year, all on one scale, with 95 % limits",
			caption: `${periodLabel(provenance)}; the first and the last year are parts. n = ${countLabel(incidents.length, "incident")}: ${placed} placed, ${incidents.length - placed} known too coarsely for a position. ${excludedLabel(excluded)} Gaussian kernel of ${bandwidth_km} km, spread over each place's uncertainty, reflected at the ends.${drift === null ? "" : ` Test: distance components, ${drift.permutations.toLocaleString("en")} seeded permutations of the years; reopenings, each of which follows a closure, are not in it.`} The line is ${Math.round(length_km)} km long as OpenStreetMap draws it.`,
			alt: `Density along the ${Math.round(length_km)} km of border for each year: ${years.map(({ year, n }) => `${n} placed incidents in ${year}`).join(", ") || "no incident has a place"}. ${drift === null ? "No test of drift is possible." : `Test of a difference between ${drift.groups} years: ${probabilityLabel(drift.p)}.`}`,
		},
		provenance,
	);
}

function curves(density: YearAlong["density"], yaxis: string): Data[] {
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
				hovertext: density.map(
					(row) =>
						`km ${Math.round(row.chainage_km)}: ${row.per_100_km.toFixed(1)} per 100 km (95 % interval ${row.low.toFixed(1)} to ${row.high.toFixed(1)})`,
				),
			},
		),
	];
}

/** The names of a crossing above its line; one text a script. */
function names({ name, name_fa, chainage_km }: RibbonCrossing) {
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
