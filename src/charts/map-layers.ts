import type { Data, Layout } from "plotly.js-dist";
import type { BorderLine } from "../records.js";
import { ink } from "./frame.js";
import { plain } from "./text.js";

/** Lines of [longitude, latitude]. */
export type Lines = readonly (readonly (readonly [number, number])[])[];

/** West, south, east and north of the map, in degrees. */
export const mapBox = [56.3, 29.2, 66, 36] as const;

/** A map that asks for no base layer: what is drawn is what the figure carries. */
export const bareGeo: NonNullable<Layout["geo"]> = {
	projection: { type: "mercator" },
	lonaxis: { range: [mapBox[0], mapBox[2]] },
	lataxis: { range: [mapBox[1], mapBox[3]] },
	showland: false,
	showcoastlines: false,
	showcountries: false,
	showlakes: false,
	showrivers: false,
	showocean: false,
	showsubunits: false,
	showframe: false,
	visible: false,
	bgcolor: "#f7f7f5",
};

/** Lines as one trace of a map, broken where one ends. */
export function geoLines(lines: Lines, color: string, width: number, dash: "solid" | "dot" = "solid"): Data {
	const points = lines.flatMap((line) => [...line, [null, null] as const]);
	return {
		type: "scattergeo",
		mode: "lines",
		lon: points.map(([lon]) => lon) as number[],
		lat: points.map(([, lat]) => lat) as number[],
		line: { color, width, dash },
		hoverinfo: "skip",
		showlegend: false,
	};
}

/** Words on a map, in italics for what is only context. */
export function geoWords(
	words: readonly { readonly lon: number; readonly lat: number; readonly text: string }[],
	style: {
		readonly size: number;
		readonly color: string;
		readonly position?: "middle right" | "middle left" | "middle center";
	},
): Data {
	return {
		type: "scattergeo",
		mode: "text",
		lon: words.map(({ lon }) => lon),
		lat: words.map(({ lat }) => lat),
		text: words.map(({ text }) => text),
		textposition: style.position ?? "middle center",
		textfont: { size: style.size, color: style.color },
		hoverinfo: "skip",
		showlegend: false,
	};
}

/** Background of every map: neighbours, provinces by name on both sides, the border itself. */
export function background(outlines: Lines, border: BorderLine): Data[] {
	return [
		geoLines(outlines, "#c4c4c0", 1),
		geoLines([border], ink.text, 2),
		geoWords(
			[
				{ lon: 63.3, lat: 34.6, text: "<b>Herat</b>" },
				{ lon: 62.9, lat: 32.6, text: "<b>Farah</b>" },
				{ lon: 63.4, lat: 30.6, text: "<b>Nimroz</b>" },
				{ lon: 58.9, lat: 34.9, text: "<b>Razavi Khorasan</b>" },
				{ lon: 58.9, lat: 32.9, text: "<b>South Khorasan</b>" },
				{ lon: 59.2, lat: 30.4, text: "<b>Sistan and<br>Baluchestan</b>" },
			],
			{ size: 12, color: "#7a7a75" },
		),
		geoWords(
			[
				{ lon: 64.6, lat: 33.7, text: "AFGHANISTAN" },
				{ lon: 57.6, lat: 33.9, text: "IRAN" },
				{ lon: 62.5, lat: 35.75, text: "TURKMENISTAN" },
				{ lon: 62.6, lat: 29.33, text: "PAKISTAN" },
			],
			{ size: 10, color: "#9a9a95" },
		),
	];
}

/** An official crossing on a map. */
export interface MapCrossing {
	readonly name: string;
	/** Its Persian name, where one is known. */
	readonly name_fa: string | null;
	readonly lat: number;
	readonly lon: number;
}

/** The official crossings as diamonds with their names, the Persian one below. */
export function crossingMarks(crossings: readonly MapCrossing[]): Data[] {
	return [
		{
			type: "scattergeo",
			mode: "markers",
			lon: crossings.map(({ lon }) => lon),
			lat: crossings.map(({ lat }) => lat),
			marker: { symbol: "diamond", size: 9, color: ink.paper, line: { color: ink.text, width: 1.5 } },
			hoverinfo: "text",
			hovertext: crossings.map(({ name }) => `${plain(name)}, official crossing`),
			showlegend: false,
		},
		// Clear of the areas around the crossings. One text a script: in one text of two lines the Persian
		// would be ordered together with the Latin.
		geoWords(
			crossings.map(({ name, lon, lat }) => ({ lon: lon + 0.52, lat: lat + 0.07, text: plain(name) })),
			{ size: 11, color: ink.text, position: "middle right" },
		),
		geoWords(
			crossings.map(({ name_fa, lon, lat }) => ({ lon: lon + 0.52, lat: lat - 0.08, text: plain(name_fa ?? "") })),
			{ size: 11, color: ink.text, position: "middle right" },
		),
	];
}

/** A scale bar of whole kilometres, and an arrow that points north as everywhere on this map. */
export function scaleAndNorth(lon: number, lat: number, length_km: number): Data[] {
	const end = lon + length_km / (111.32 * Math.cos((lat * Math.PI) / 180));
	const foot = end + 0.35;
	const head = lat + 0.28;
	const lines: Lines = [
		[
			[lon, lat],
			[end, lat],
		],
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
	const words = [
		{ lon: (lon + end) / 2, lat: lat + 0.1, text: `${length_km} km` },
		{ lon: foot, lat: head + 0.1, text: "N" },
	];
	return [geoLines(lines, ink.text, 2), geoWords(words, { size: 11, color: ink.text })];
}
