import type { Data } from "plotly.js-dist";
import { countWithin } from "../../location/crossings.js";
import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { wilson } from "../../statistics/share-interval.js";
import { requireData } from "../catalogue-entry.js";
import { aCrossing, aLine, anIncident, aPoint, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { countLabel, percentLabel, percentRange } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { borderCredit, countNotes, hoverCard, locatedOf, placedCaptionOf, positionNote } from "./located.js";

/** What `distanceToCrossing` can be asked for. */
export interface DistanceToCrossingOptions {
	/** The distance that the title is about, 10 km by default. */
	readonly nearKm?: number;
}

/** How near a crossing the title asks about, in km. */
export const defaultNearKm = 10;
/** The curve ends here at the earliest, in km, and has a value at each half kilometre. */
const shownKm = 60;

/** What `distanceToCrossing` cannot be drawn without. */
export const distanceToCrossingNeeds: readonly Need[] = [anIncident, aLine, aPoint, aCrossing];

/**
 * Cumulative count of located incidents by distance to the nearest official crossing: a line for the points as
 * placed, a band for how far they may lie from them, and a broken line for incidents spaced evenly along the
 * border. Incidents without a position are excluded.
 *
 * @throws NotEnoughDataError without a located incident or a crossing; `nearKm must be above 0: 0`
 * @example
 * charts.distanceToCrossing(dossier, { nearKm: 25 }).table[0] // → { within_km: 0, as_placed: 1, n: 3 }
 */
export function distanceToCrossing(dossier: Dossier, options: DistanceToCrossingOptions = {}): Figure {
	const { nearKm = defaultNearKm } = knownOptions(options, ["nearKm"]);
	if (!(nearKm > 0 && Number.isFinite(nearKm))) throw new RangeError(`nearKm must be above 0: ${nearKm}`);
	requireData(dossier, distanceToCrossingNeeds);
	const { located, rows, near, interval } = gather(dossier, nearKm);
	const { n } = near;
	const x = rows.map(({ within_km }) => within_km);
	const line = (y: number[], style: object): Data => ({
		type: "scatter",
		mode: "lines",
		x,
		y,
		hoverinfo: "skip",
		...style,
	});
	const last = rows.at(-1) ?? near;
	const range = near.at_least === near.at_most ? `${near.at_least}` : `${near.at_least} to ${near.at_most}`;
	const title =
		near.at_most === 0
			? `None of ${countLabel(n, "located incident")} happened near an official crossing`
			: near.at_least === 0
				? `At most ${near.at_most} of ${countLabel(n, "located incident")} happened near an official crossing`
				: `At least ${near.at_least} of ${countLabel(n, "located incident")} happened near an official crossing`;
	return frame(
		{
			id: "distance-to-crossing",
			subject: "location",
			plotHeight: 340,
			credit: borderCredit(dossier),
			data: [
				line(
					rows.map(({ at_least }) => at_least),
					{ line: { width: 0, shape: "hv" }, showlegend: false },
				),
				line(
					rows.map(({ at_most }) => at_most),
					{
						name: "range that the precision of places allows",
						line: { width: 0, shape: "hv" },
						fill: "tonexty",
						fillcolor: colours.band,
					},
				),
				line(
					rows.map(({ as_placed }) => as_placed),
					{
						name: "as placed",
						line: { color: colours.incident, width: 2.5, shape: "hv" },
						hoverinfo: "text",
						customdata: rowNumbers(rows),
						meta: "as_placed",
						hovertext: rows.map((row) =>
							hoverCard(
								`Within ${row.within_km} km of a crossing`,
								["Incidents as placed", `${row.as_placed} of ${n}`],
								["Possible range", `${row.at_least} to ${row.at_most}`],
								["Share of the border", percentLabel(row.share_of_line)],
							),
						),
					},
				),
				line(
					rows.map(({ share_of_line }) => share_of_line * n),
					{ name: "if spaced evenly along the border", line: { color: ink.soft, width: 1.5, dash: "dash" } },
				),
			],
			layout: {
				margin: { l: 64, r: 24, t: 30, b: 48 },
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
					...(n < 6 ? { dtick: 1 } : {}),
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "incidents within that distance", standoff: 8 },
				},
				shapes: [
					{
						type: "line",
						x0: nearKm,
						x1: nearKm,
						yref: "paper",
						y0: 0,
						y1: 1,
						line: { color: ink.soft, width: 1, dash: "dot" },
						layer: "below",
					},
				],
				showlegend: true,
				legend: { orientation: "h", x: 0, y: 1.01, yanchor: "bottom", traceorder: "normal" },
			},
			table: rows.map((row) => ({ ...row })),
		},
		{
			title,
			subtitle: `Located incidents by distance to the nearest official crossing, cumulative; near = within ${nearKm} km`,
			caption: placedCaptionOf(located, `Within ${nearKm} km: ${range} of ${n}.`),
			notes: [
				...countNotes(located),
				positionNote(located),
				`Within ${nearKm} km of a crossing: ${near.as_placed} of ${n} as placed (${percentLabel(near.as_placed / n)}, 95% interval ${percentRange(interval.low, interval.high)}, Wilson, if incidents are independent).`,
				`Given how finely places are known, it is ${range} of ${n}. The lower limit counts incidents whose whole radius is within the distance.`,
				`${percentLabel(near.share_of_line)} of the border is within ${nearKm} km of a crossing. Incidents spaced evenly would give ${Math.round(near.share_of_line * n)} of ${n}.`,
				"Reports that name only a crossing are placed at it. Crossings are observed more closely than the border between them.",
			],
			alt: `Cumulative count of ${countLabel(n, "located incident")} by distance to the nearest official crossing. Within ${nearKm} km there are ${near.as_placed} as placed, ${near.at_least} at least and ${near.at_most} at most.`,
		},
		located.provenance,
	);
}

function gather(dossier: Dossier, nearKm: number) {
	const located = locatedOf(dossier);
	const last = Math.max(shownKm, Math.ceil(2 * nearKm));
	const steps = Array.from({ length: 2 * last + 1 }, (_, index) => index / 2);
	const distances = [...new Set([...steps, nearKm])].sort((a, b) => a - b);
	const rows = countWithin(located.incidents, dossier, distances);
	const near = rows[distances.indexOf(nearKm)] as (typeof rows)[number];
	return { located, rows, near, interval: wilson(near.as_placed, near.n, 0.95) };
}
