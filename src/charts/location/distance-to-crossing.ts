import type { Data } from "plotly.js-dist";
import type { WithinDistance } from "../../location/crossings.js";
import type { LocatedIncidents } from "../../location/incidents.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, percentLabel, periodLabel } from "../parts/labels.js";
import { borderCredit } from "./border-map.js";

/**
 * How many placed incidents happened within a distance of an official crossing: a line for the points as
 * placed, a band for how far they may have been from them, and a broken line for an even spread.
 *
 * @param rows one row a distance, ascending
 * @param told_km the distance that the title tells; must be among the rows
 * @throws `no count within 7 km`
 */
export function distanceToCrossing(
	rows: readonly WithinDistance[],
	{ incidents, excluded }: LocatedIncidents,
	told_km: number,
	provenance: Provenance,
): Figure {
	const told = rows.find(({ within_km }) => within_km === told_km);
	if (!told) throw new RangeError(`no count within ${told_km} km`);
	const { n } = told;
	const x = rows.map(({ within_km }) => within_km);
	const line = (y: number[], style: object): Data => ({
		type: "scatter",
		mode: "lines",
		x,
		y,
		hoverinfo: "skip",
		...style,
	});
	const even = rows.map(({ share_of_line }) => share_of_line * n);
	const last = rows.at(-1) ?? told;
	const between = told.at_least === told.at_most ? `${told.at_least}` : `Between ${told.at_least} and ${told.at_most}`;
	const label = (text: string, atX: number, y: number, color: string, yanchor: "top" | "bottom") => ({
		x: atX,
		y,
		text,
		showarrow: false,
		xanchor: "left" as const,
		yanchor,
		font: { size: 12, color },
		bgcolor: ink.paper,
	});
	const middle = rows[Math.floor(rows.length * 0.55)] ?? last;
	return frame(
		{
			id: "distance-to-crossing",
			subject: "location",
			plotHeight: 340,
			credit: borderCredit,
			data: [
				line(
					rows.map(({ at_least }) => at_least),
					{ line: { width: 0, shape: "hv" } },
				),
				line(
					rows.map(({ at_most }) => at_most),
					{ line: { width: 0, shape: "hv" }, fill: "tonexty", fillcolor: colours.band },
				),
				line(
					rows.map(({ as_placed }) => as_placed),
					{
						line: { color: colours.incident, width: 2.5, shape: "hv" },
						hoverinfo: "text",
						hovertext: rows.map(
							({ within_km, at_least, as_placed, at_most }) =>
								`within ${within_km} km: ${as_placed} as placed, ${at_least} to ${at_most} possible`,
						),
					},
				),
				line(even, { line: { color: ink.soft, width: 1.5, dash: "dash" } }),
			],
			layout: {
				margin: { l: 64, r: 24, t: 12, b: 48 },
				xaxis: {
					range: [0, last.within_km],
					showgrid: false,
					linecolor: ink.line,
					ticks: "outside",
					tickcolor: ink.line,
					title: { text: "km from the nearest official crossing", standoff: 6 },
				},
				yaxis: {
					range: [0, Math.max(1, n) * 1.06],
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "incidents within that distance", standoff: 8 },
				},
				annotations: [
					label(
						"as placed, with the range that their places allow",
						middle.within_km,
						middle.at_least,
						colours.incident,
						"top",
					),
					label(
						"if spread evenly along the border",
						middle.within_km,
						middle.share_of_line * n - n * 0.02,
						ink.soft,
						"top",
					),
				],
			},
			table: rows.map((row) => ({ ...row })),
		},
		{
			title: `${between} of the ${countLabel(n, "incident")} that can be placed happened within ${told_km} km of an official crossing; ${percentLabel(told.share_of_line)} of the border lies as near`,
			subtitle: "Incidents with a point, by distance to the nearest official crossing, added up",
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}: ${n} with a point, ${incidents.length - n} known too coarsely for one. ${excludedLabel(excluded)} Reports that name only a crossing are placed at it, and crossings are watched more closely than the line between them.`,
			alt: `Within ${told_km} km of an official crossing lie ${told.as_placed} of ${n} incidents as placed, ${told.at_least} at least and ${told.at_most} at most; an even spread along the border would give ${Math.round(told.share_of_line * n)}.`,
		},
		provenance,
	);
}
