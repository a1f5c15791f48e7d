import { crossingsAlong } from "../../location/crossings.js";
import { bandwidthKm as oneBandwidthKm } from "../../location/density.js";
import { densityOver } from "../../location/heat-map.js";
import { finestKm } from "../../location/precision.js";
import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aFinePoint, anIncident, type Need, twoIncidents } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { countLabel, isAre } from "../parts/labels.js";
import { plain } from "../parts/text.js";
import { captionOf, countNotes, locatedOf, mapCredit } from "./located.js";
import { mapBoxOf, scaleOf } from "./map-box.js";
import { type Lines, provinceLabels, provinceText } from "./map-layers.js";
import { countryOutlines, outlinesWithin } from "./outlines.js";

/** What `heatMap` can be asked for. */
export interface HeatMapOptions {
	/** Standard deviation of the kernel, 25 km by default. */
	readonly bandwidthKm?: number;
}

/** What `heatMap` cannot be drawn without. */
export const heatMapNeeds: readonly Need[] = [anIncident, aFinePoint, twoIncidents];

/**
 * Heat map (illustrative): smoothed density of incidents located to 5 km or better, darker for more, without a scale.
 * Numbers to read and compare are in `incidentsAlongBorder`. Incidents known more coarsely are excluded and counted.
 *
 * @throws NotEnoughDataError without an incident located so finely; `bandwidthKm must be above 0: 0`
 * @example
 * Math.max(...charts.heatMap(dossier).table.map(({ share_of_highest }) => share_of_highest)) // → 1
 */
export function heatMap(dossier: Dossier, options: HeatMapOptions = {}): Figure {
	const { bandwidthKm = oneBandwidthKm } = knownOptions(options, ["bandwidthKm"]);
	if (typeof bandwidthKm !== "number" || !(bandwidthKm > 0 && bandwidthKm < Number.POSITIVE_INFINITY))
		throw new RangeError(`bandwidthKm must be above 0: ${bandwidthKm}`);
	requireData(dossier, heatMapNeeds);
	const map = gather(dossier, bandwidthKm);
	const { located, nodes, fine, coarser, box } = map;
	const [west, south, east, north] = box;
	const lats = [...new Set(nodes.map(({ lat }) => lat))];
	const lons = [...new Set(nodes.map(({ lon }) => lon))];
	const most = Math.max(1e-9, ...nodes.map(({ per_1000_km2 }) => per_1000_km2));
	const lines = (of: Lines, color: string, width: number) => {
		const points = of.flatMap((line) => [...line, [null, null] as const]);
		return {
			type: "scatter" as const,
			mode: "lines" as const,
			x: points.map(([lon]) => lon),
			y: points.map(([, lat]) => lat),
			line: { color, width },
			hoverinfo: "skip" as const,
		};
	};
	const label = (text: string, x: number, y: number, yshift: number, size: number, color: string) => ({
		text,
		x,
		y,
		yshift,
		showarrow: false,
		font: { size, color },
	});
	const axis = {
		showgrid: false,
		zeroline: false,
		showticklabels: false,
		ticks: "" as const,
		mirror: true,
		linecolor: ink.grid,
	};
	return frame(
		{
			id: "heat-map",
			subject: "location",
			plotHeight: 640,
			credit: mapCredit(dossier),
			data: [
				{
					type: "contour",
					x: lons,
					y: lats,
					z: lats.map((_, row) =>
						lons.map((_each, column) => (nodes[row * lons.length + column]?.per_1000_km2 ?? 0) / most),
					),
					zmin: 0,
					zmax: 1,
					colorscale: [
						[0, "#f7f7f5"],
						[0.02, "#f7f7f5"],
						[1, colours.incident],
					],
					contours: { start: 0.05, end: 0.95, size: 0.1, coloring: "fill" },
					line: { width: 0 },
					showscale: false,
					hoverinfo: "skip",
				},
				lines(map.outlines, "#c4c4c0", 1),
				lines([map.border], ink.text, 2),
				{
					type: "scatter",
					mode: "markers",
					x: map.crossings.map(({ lon }) => lon),
					y: map.crossings.map(({ lat }) => lat),
					marker: { symbol: "diamond", size: 9, color: ink.paper, line: { color: ink.text, width: 1.5 } },
					hovertext: map.crossings.map(({ name }) => `<b>${plain(name)}</b><br>Official crossing`),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 210, r: 210, t: 6, b: 10 },
				xaxis: { ...axis, range: [west, east], constrain: "domain" },
				yaxis: {
					...axis,
					range: [south, north],
					scaleanchor: "x",
					scaleratio: 1 / Math.cos((((south + north) / 2) * Math.PI) / 180),
				},
				annotations: [
					...map.crossings.flatMap(({ name, name_fa, lon, lat }) => [
						{ ...label(plain(name), lon + 0.68 * scaleOf(box), lat, 8, 11, ink.text), xanchor: "left" as const },
						...(name_fa === null
							? []
							: [
									{
										...label(plain(name_fa), lon + 0.68 * scaleOf(box), lat, -8, 11, ink.text),
										xanchor: "left" as const,
									},
								]),
					]),
					...map.provinces.map(({ province, lon, lat }) => label(provinceText(province), lon, lat, 0, 12, "#6f6f6a")),
				],
			},
			table: nodes
				.filter(({ per_1000_km2 }) => per_1000_km2 > most / 1000)
				.map(({ lon, lat, per_1000_km2 }) => ({
					lon: Math.round(lon * 100) / 100,
					lat: Math.round(lat * 100) / 100,
					share_of_highest: per_1000_km2 / most,
				})),
		},
		{
			title: titleOf(fine.length),
			subtitle: `Smoothed density of incidents located to ${finestKm} km or better; darker = more; no scale, illustrative only`,
			caption: captionOf(located, `${fine.length} drawn, ${coarser} known too coarsely.`),
			notes: [
				...countNotes(located),
				`${fine.length} of ${countLabel(located.incidents.length, "incident")} ${isAre(fine.length, located.incidents.length)} located to ${finestKm} km or better and drawn; ${coarser} ${isAre(coarser)} known more coarsely and not drawn.`,
				`Gaussian kernel of ${map.bandwidth_km} km. The table gives the density as a share of the highest.`,
				"The map is illustrative: it has no scale and no interval. Numbers to compare are in the chart of incidents along the border.",
				"Reporters and officials are at crossings. A pale place is one without reports.",
			],
			alt: `Heat map of the border without a scale, ${countLabel(fine.length, "incident")} drawn and ${coarser} known too coarsely. Darker areas have more reported incidents.`,
		},
		located.provenance,
	);
}

function gather(dossier: Dossier, bandwidth_km: number) {
	const located = locatedOf(dossier);
	const crossings = crossingsAlong(dossier);
	const fine = located.placed.filter(({ radius_km }) => radius_km !== null && radius_km <= finestKm);
	const box = mapBoxOf(dossier, located.placed);
	return {
		located,
		box,
		bandwidth_km,
		crossings,
		fine,
		coarser: located.incidents.length - fine.length,
		nodes: densityOver(located.incidents, box, { bandwidth_km, step_degrees: 0.1 * Math.max(1, scaleOf(box)) }),
		provinces: provinceLabels(dossier, located.placed, crossings, scaleOf(box)),
		border: dossier.border,
		outlines: outlinesWithin(countryOutlines(dossier), box),
	};
}

const titleOf = (n: number): string =>
	n === 1
		? "Where the one precisely located incident was reported: an illustration"
		: `Where ${n} precisely located incidents concentrate: an illustration`;
