import type { Data, Layout } from "plotly.js-dist";
import type { LocatedIncident } from "../../location/incidents.js";
import type { Dossier } from "../../records/records.js";
import { ink } from "../parts/frame.js";
import { plain } from "../parts/text.js";
import { type Box, leftward } from "./map-box.js";

/** Lines of [longitude, latitude]. */
export type Lines = readonly (readonly (readonly [number, number])[])[];

/** Whether a point lies in a box. */
export const isInside = (
	{ lon, lat }: { readonly lon: number | null; readonly lat: number | null },
	[west, south, east, north]: Box,
): boolean => lon !== null && lat !== null && lon > west && lon < east && lat > south && lat < north;

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

/** Names on a map. */
export function geoLabels(
	labels: readonly { readonly lon: number; readonly lat: number; readonly text: string }[],
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
		lon: labels.map(({ lon }) => lon),
		lat: labels.map(({ lat }) => lat),
		text: labels.map(({ text }) => text),
		textposition: style.position ?? "middle center",
		textfont: { size: style.size, color: style.color },
		hoverinfo: "skip",
		showlegend: false,
	};
}

/** A province and where its name stands on a map. */
export interface ProvinceLabel {
	readonly side: "left" | "right";
	/** Code of the side. */
	readonly country: string;
	readonly province: string;
	readonly lon: number;
	readonly lat: number;
}

/** Degrees from the border to the name of a province, and from a name to the name of a crossing. */
const aside = { left: 1.75, right: -1.45 } as const;
const clear = 0.36;

/**
 * The provinces on either side of the border, north to south, and where their names stand: beside the middle of
 * their part of the border, clear of the names of crossings. They are those of stretches.csv, and those that
 * located incidents name beside.
 */
export function provinceLabels(
	dossier: Pick<Dossier, "stretches" | "region" | "border">,
	incidents: readonly LocatedIncident[],
	crossings: readonly Pick<MapCrossing, "lat">[],
	scale = 1,
): ProvinceLabel[] {
	const { stretches, region } = dossier;
	const [left, right] = region.sides;
	const [east, north] = leftward(dossier);
	const of = (side: "left" | "right", country: string, name: "af_province" | "ir_province") => {
		const known = new Set(stretches.map((row) => row[name]));
		const points = [
			...stretches.map((row) => ({ province: row[name], lat: row.mid_lat, lon: row.mid_lon, weight: row.length_km })),
			...incidents.flatMap(({ [name]: province, lat, lon }) =>
				province === null || lat === null || lon === null || known.has(province)
					? []
					: [{ province, lat, lon, weight: 1 }],
			),
		];
		return [...new Set(points.map(({ province }) => province))].map((province): ProvinceLabel => {
			const own = points.filter((point) => point.province === province);
			const all = own.reduce((sum, { weight }) => sum + weight, 0);
			const mean = (of: "lat" | "lon") => own.reduce((sum, point) => sum + point[of] * point.weight, 0) / all;
			const lat = mean("lat") + north * aside[side] * scale;
			// The names of crossings stand to the east of the line.
			const isEast = (side === "left") === east > 0;
			const near = isEast ? crossings.find((crossing) => Math.abs(crossing.lat - lat) < clear * scale) : undefined;
			return {
				side,
				country,
				province,
				lon: mean("lon") + east * aside[side] * scale,
				lat: near ? near.lat - clear * scale : lat,
			};
		});
	};
	const provinces = [...of("left", left.code, "af_province"), ...of("right", right.code, "ir_province")];
	return provinces.sort((a, b) => (a.side === b.side ? b.lat - a.lat : a.side === "left" ? -1 : 1));
}

/** The name of a province, on two lines where it is long. */
export const provinceText = (province: string): string =>
	`<b>${plain(province.length > 18 ? province.replace(/ (?=\S+$)/, "\n") : province).replace("\n", "<br>")}</b>`;

/** A name and where it stands on a map. */
export interface MapLabel {
	readonly text: string;
	readonly lon: number;
	readonly lat: number;
}

/** The names of countries on a map: those of the region, else of its two sides, beside the ends of the line. */
export function countryLabels(
	dossier: Pick<Dossier, "region" | "border">,
	[west, south, east, north]: Box,
): readonly MapLabel[] {
	const { region, border } = dossier;
	if (region.labels.length > 0 || border.length === 0) return region.labels;
	const [toEast, toNorth] = leftward(dossier);
	const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
	return region.sides.map(({ country }, index) => {
		const sign = index === 0 ? 1 : -1;
		return {
			text: country.toUpperCase(),
			// Near the edge of its side: names of provinces stand nearer to the line.
			lon: middleLon + (toEast * sign * 0.36 + Math.abs(toNorth) * 0.3) * (east - west),
			lat: middleLat + toNorth * sign * 0.4 * (north - south),
		};
	});
}

/** What is drawn behind the marks of a map. */
export interface Background {
	readonly outlines: Lines;
	/** The border, or the parts of it that are shown. */
	readonly border: Lines;
	readonly provinces: readonly ProvinceLabel[];
	readonly countries: readonly MapLabel[];
	/** What of the labels lies on the map. */
	readonly box: Box;
}

/** Background of a map: neighbours, the border itself, and on the whole map the names of provinces and countries. */
export function background({ outlines, border, provinces, countries, box }: Background, geo: GeoKey = "geo"): Data[] {
	const lines = [geoLines(outlines, "#c4c4c0", 1, geo), geoLines(border, ink.text, 2, geo)];
	if (geo !== "geo") return lines;
	return [
		...lines,
		geoLabels(
			provinces
				.filter((each) => isInside(each, box))
				.map(({ province, lon, lat }) => ({ lon, lat, text: provinceText(province) })),
			{ size: 12, color: "#6f6f6a" },
		),
		geoLabels(
			countries.filter((each) => isInside(each, box)),
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
export function crossingMarks(crossings: readonly MapCrossing[], geo: GeoKey = "geo", scale = 1): Data[] {
	const marks: Data = {
		type: "scattergeo",
		mode: "markers",
		geo,
		lon: crossings.map(({ lon }) => lon),
		lat: crossings.map(({ lat }) => lat),
		marker: { symbol: "diamond", size: 9, color: ink.paper, line: { color: ink.text, width: 1.5 } },
		hovertext: crossings.map(({ name }) => `<b>${plain(name)}</b><br>Official crossing`),
		hoverinfo: "text",
		showlegend: false,
	};
	if (geo !== "geo") return [marks];
	const style = { size: 11, color: ink.text, position: "middle right" } as const;
	return [
		marks,
		// Clear of the areas around the crossings. One text a script: in one text of two lines the Persian
		// would be ordered together with the Latin.
		geoLabels(
			crossings.map(({ name, lon, lat }) => ({ lon: lon + 0.5 * scale, lat: lat + 0.07 * scale, text: plain(name) })),
			style,
		),
		geoLabels(
			crossings.map(({ name_fa, lon, lat }) => ({
				lon: lon + 0.5 * scale,
				lat: lat - 0.09 * scale,
				text: plain(name_fa ?? ""),
			})),
			style,
		),
	];
}

/** A scale bar of whole kilometres, and on the whole map an arrow that points north as everywhere on it. */
export function scaleAndNorth(lon: number, lat: number, length_km: number, geo: GeoKey = "geo", scale = 1): Data[] {
	const end = lon + length_km / (111.32 * Math.cos((lat * Math.PI) / 180));
	const above = geo === "geo" ? 0.1 * scale : 0.035;
	const bar = [
		[lon, lat],
		[end, lat],
	] as const;
	const length = { lon: (lon + end) / 2, lat: lat + above, text: `${length_km} km` };
	const style = { size: 11, color: ink.text };
	if (geo !== "geo") return [geoLines([bar], ink.text, 2, geo), geoLabels([length], style, geo)];
	const [foot, head] = [end + 0.35 * scale, lat + 0.28 * scale];
	const arrow: Lines = [
		[
			[foot, lat],
			[foot, head],
		],
		[
			[foot - 0.06 * scale, head - 0.08 * scale],
			[foot, head],
			[foot + 0.06 * scale, head - 0.08 * scale],
		],
	];
	return [
		geoLines([bar, ...arrow], ink.text, 2),
		geoLabels([length, { lon: foot, lat: head + 0.1 * scale, text: "N" }], style),
	];
}
