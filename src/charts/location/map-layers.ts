import type { Data, Layout } from "plotly.js-dist";
import type { BorderLine } from "../../records/records.js";
import { ink } from "../parts/frame.js";
import { plain } from "../parts/text.js";

/** Lines of [longitude, latitude]. */
export type Lines = readonly (readonly (readonly [number, number])[])[];

/** West, south, east and north of a map, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The box of the whole border. */
export const mapBox: Box = [58.35, 29.2, 64.05, 36];

/** The map of a figure that a trace belongs to: the whole one or one of its details. */
export type GeoKey = "geo" | "geo2" | "geo3";

/** A map that asks for no base layer: what is drawn is what the figure carries. */
export function bareGeo(
	[west, south, east, north]: Box,
	domain: { readonly x: [number, number]; readonly y: [number, number] },
): NonNullable<Layout["geo"]> {
	return {
		projection: { type: "mercator" },
		lonaxis: { range: [west, east] },
		lataxis: { range: [south, north] },
		domain,
		showland: false,
		showcoastlines: false,
		showcountries: false,
		showlakes: false,
		showrivers: false,
		showocean: false,
		showsubunits: false,
		showframe: true,
		framecolor: ink.grid,
		framewidth: 1,
		visible: false,
		bgcolor: "#f7f7f5",
	};
}

/** Lines as one trace of a map, broken where one ends. */
export function geoLines(lines: Lines, color: string, width: number, geo: GeoKey = "geo"): Data {
	const points = lines.flatMap((line) => [...line, [null, null] as const]);
	return {
		type: "scattergeo",
		mode: "lines",
		geo,
		lon: points.map(([lon]) => lon) as number[],
		lat: points.map(([, lat]) => lat) as number[],
		line: { color, width },
		hoverinfo: "skip",
		showlegend: false,
	};
}

/** Words on a map. */
export function geoPrecisionLabels(
	words: readonly { readonly lon: number; readonly lat: number; readonly text: string }[],
	style: {
		readonly size: number;
		readonly color: string;
		readonly position?: "middle right" | "middle left" | "middle center";
	},
	geo: GeoKey = "geo",
): Data {
	return {
		type: "scattergeo",
		mode: "text",
		geo,
		lon: words.map(({ lon }) => lon),
		lat: words.map(({ lat }) => lat),
		text: words.map(({ text }) => text),
		textposition: style.position ?? "middle center",
		textfont: { size: style.size, color: style.color },
		hoverinfo: "skip",
		showlegend: false,
	};
}

/** Where the provinces of either side are written, north to south. */
export const provinceLabels = [
	{ country: "AF", province: "Herat", lon: 62.65, lat: 34.25 },
	{ country: "AF", province: "Farah", lon: 62.5, lat: 32.75 },
	{ country: "AF", province: "Nimroz", lon: 63.1, lat: 30.55 },
	{ country: "IR", province: "Razavi Khorasan", lon: 59.65, lat: 35.1 },
	{ country: "IR", province: "South Khorasan", lon: 59.55, lat: 33.0 },
	{ country: "IR", province: "Sistan and Baluchestan", lon: 60.05, lat: 30.9 },
] as const;

/** Background of a map: neighbours, the border itself, and on the whole map the names of provinces and countries. */
export function background(outlines: Lines, border: BorderLine, geo: GeoKey = "geo"): Data[] {
	const lines = [geoLines(outlines, "#c4c4c0", 1, geo), geoLines([border], ink.text, 2, geo)];
	if (geo !== "geo") return lines;
	return [
		...lines,
		geoPrecisionLabels(
			provinceLabels.map(({ province, lon, lat }) => ({
				lon,
				lat,
				text: `<b>${province.replace("Sistan and ", "Sistan and<br>")}</b>`,
			})),
			{ size: 12, color: "#6f6f6a" },
		),
		geoPrecisionLabels(
			[
				{ lon: 62.9, lat: 33.55, text: "AFGHANISTAN" },
				{ lon: 59.1, lat: 34.1, text: "IRAN" },
				{ lon: 62.5, lat: 35.75, text: "TURKMENISTAN" },
				{ lon: 62.6, lat: 29.33, text: "PAKISTAN" },
			],
			{ size: 10, color: "#8a8a85" },
		),
	];
}

/** An official crossing on a map. */
export interface MapCrossing {
	readonly crossing_id: string;
	readonly name: string;
	/** Its Persian name, where one is known. */
	readonly name_fa: string | null;
	readonly lat: number;
	readonly lon: number;
}

/** The official crossings as diamonds; on the whole map with their names, the Persian one below. */
export function crossingMarks(crossings: readonly MapCrossing[], geo: GeoKey = "geo"): Data[] {
	const marks: Data = {
		type: "scattergeo",
		mode: "markers",
		geo,
		lon: crossings.map(({ lon }) => lon),
		lat: crossings.map(({ lat }) => lat),
		marker: { symbol: "diamond", size: 9, color: ink.paper, line: { color: ink.text, width: 1.5 } },
		hoverinfo: "skip",
		showlegend: false,
	};
	if (geo !== "geo") return [marks];
	const style = { size: 11, color: ink.text, position: "middle right" } as const;
	return [
		marks,
		// Clear of the areas around the crossings. One text a script: in one text of two lines the Persian
		// would be ordered together with the Latin.
		geoPrecisionLabels(
			crossings.map(({ name, lon, lat }) => ({ lon: lon + 0.5, lat: lat + 0.07, text: plain(name) })),
			style,
		),
		geoPrecisionLabels(
			crossings.map(({ name_fa, lon, lat }) => ({ lon: lon + 0.5, lat: lat - 0.09, text: plain(name_fa ?? "") })),
			style,
		),
	];
}

/** A scale bar of whole kilometres, and on the whole map an arrow that points north as everywhere on it. */
export function scaleAndNorth(lon: number, lat: number, length_km: number, geo: GeoKey = "geo"): Data[] {
	const end = lon + length_km / (111.32 * Math.cos((lat * Math.PI) / 180));
	const above = geo === "geo" ? 0.1 : 0.035;
	const bar = [
		[lon, lat],
		[end, lat],
	] as const;
	const length = { lon: (lon + end) / 2, lat: lat + above, text: `${length_km} km` };
	const style = { size: 11, color: ink.text };
	if (geo !== "geo") return [geoLines([bar], ink.text, 2, geo), geoPrecisionLabels([length], style, geo)];
	const [foot, head] = [end + 0.35, lat + 0.28];
	const arrow: Lines = [
		[
			[foot, lat],
			[foot, head],
		],
		[
			[foot - 0.06, head - 0.08],
			[foot, head],
			[foot + 0.06, head - 0.08],
		],
	];
	return [
		geoLines([bar, ...arrow], ink.text, 2),
		geoPrecisionLabels([length, { lon: foot, lat: head + 0.1, text: "N" }], style),
	];
}
