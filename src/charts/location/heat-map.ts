import type { DensityNode } from "../../location/heat-map.js";
import type { LocatedIncidents } from "../../location/incidents.js";
import type { BorderLine } from "../../records/records.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, periodLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";
import { borderCredit } from "./border-map.js";
import { type Box, type Lines, type MapCrossing, mapBox, provinceLabels } from "./map-layers.js";

const [west, south, east, north]: Box = mapBox;

/**
 * Picture of the density over the plane, darker for more, of incidents placed to 5 km or better. It carries no
 * scale: what can be read and compared stands along the line, in the ribbon.
 *
 * @param nodes density on a grid, row by row from south to north
 */
export function heatMap(
	nodes: readonly DensityNode[],
	{ incidents, excluded }: LocatedIncidents,
	map: { readonly border: BorderLine; readonly crossings: readonly MapCrossing[]; readonly outlines: Lines },
	kernel: { readonly bandwidth_km: number; readonly finest_km: number },
	provenance: Provenance,
): Figure {
	const fine = incidents.filter(({ radius_km }) => radius_km !== null && radius_km <= kernel.finest_km);
	const coarser = incidents.length - fine.length;
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
	const words = (text: string, x: number, y: number, yshift: number, size: number, color: string) => ({
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
			id: "density-picture",
			subject: "location",
			plotHeight: 640,
			credit: `${borderCredit}; outlines Natural Earth`,
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
					hovertext: map.crossings.map(({ name }) => `${plain(name)}, official crossing`),
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
						{ ...words(plain(name), lon + 0.68, lat, 8, 11, ink.text), xanchor: "left" as const },
						...(name_fa === null
							? []
							: [{ ...words(plain(name_fa), lon + 0.68, lat, -8, 11, ink.text), xanchor: "left" as const }]),
					]),
					...provinceLabels.map(({ province, lon, lat }) =>
						words(`<b>${province.replace("Sistan and ", "Sistan and<br>")}</b>`, lon, lat, 0, 12, "#6f6f6a"),
					),
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
			title:
				fine.length === 0
					? `No incident is placed to ${kernel.finest_km} km or better: there is nothing to picture`
					: `Where the ${fine.length} incidents placed to ${kernel.finest_km} km or better crowd: a picture, not a measure`,
			subtitle:
				"Density of reported incidents over the plane, darker for more; numbers stand along the line, in the ribbon",
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}: ${fine.length} in the picture, ${coarser} known more coarsely and not in it. ${excludedLabel(excluded)} Gaussian kernel of ${kernel.bandwidth_km} km. Crossings are where reporters and officials are: a pale place is one without reports.`,
			alt: `Picture of the density of ${fine.length} finely placed incidents over the map of the border; ${coarser} coarser ones are left out. It carries no scale.`,
		},
		provenance,
	);
}
