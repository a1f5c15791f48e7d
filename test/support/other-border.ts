import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { scratchFolder, type WhenDone } from "../scratch.js";

type Line = readonly (readonly [number, number])[];

/** The line between two countries of Natural Earth, 1:50 million, by their names in world-atlas, from north to south. */
export function lineBetween(one: string, other: string): Line {
	const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
	const atlas = JSON.parse(readFileSync(file, "utf8")) as Topology<{ countries: GeometryCollection }>;
	const nameOf = ({ properties }: GeometryObject) => (properties as { name?: string } | undefined)?.name;
	const pair = [one, other].sort().join();
	const { coordinates } = mesh(
		atlas,
		atlas.objects.countries,
		(a, b) => a !== b && [nameOf(a), nameOf(b)].sort().join() === pair,
	);
	const [line] = [...coordinates].sort((a, b) => b.length - a.length) as unknown as Line[];
	if (!line) throw new Error(`no line between ${one} and ${other}`);
	return (line[0]?.[1] ?? 0) >= (line.at(-1)?.[1] ?? 0) ? line : [...line].reverse();
}

/** The files of a folder on the border of Poland and Belarus, all rows invented. */
export interface OtherBorder {
	readonly folder: string;
	readonly line: Line;
}

const region = {
	code: "by-pl",
	name: "Belarus–Poland border",
	direction: "south",
	start: "Lithuania",
	end: "Ukraine",
	sides: [
		{ code: "BY", country: "Belarus", adjective: "Belarusian", area: "raion" },
		{ code: "PL", country: "Poland", adjective: "Polish", area: "powiat" },
	],
	other_borders: [{ code: "by-lt", name: "Belarus–Lithuania border" }],
};

const kinds = ["armed_clash", "detention", "closure", "reopening", "shooting_of_civilians", "incursion"] as const;
const header =
	"incident_id,date_start,date_end,date_precision,kind,frontier,aggregate,place,af_province,af_district,ir_province,ir_county,lat,lon,geo_precision,crossing_id,side_a,side_b,summary";

/** So many invented incidents on every part of a line, over two years; every fifth is known to its province only. */
function incidentRows(
	line: Line,
	count: number,
	crossings: readonly (readonly [string, readonly [number, number]])[],
): string[] {
	return Array.from({ length: count }, (_, index) => {
		const day = new Date(Date.UTC(2022, 0, 5 + 16 * index)).toISOString().slice(0, 10);
		const kind = kinds[index % kinds.length];
		const crossing = kind === "closure" || kind === "reopening" ? crossings[index % crossings.length] : undefined;
		const [lon, lat] =
			crossing?.[1] ?? (line[Math.floor((index * (line.length - 1)) / (count - 1))] as readonly [number, number]);
		const isCoarse = index % 5 === 4 && crossing === undefined;
		const place = isCoarse ? ",," : `${lat.toFixed(4)},${(lon + (index % 2 ? 0.04 : -0.04)).toFixed(4)},`;
		const precision = isCoarse ? "province" : index % 3 ? "locality" : "exact";
		const end = kind === "closure" ? new Date(Date.UTC(2022, 0, 9 + 16 * index)).toISOString().slice(0, 10) : "";
		const frontier = index === 7 ? "by-lt" : "by-pl";
		return `i-${index},${day},${end},day,${kind},${frontier},false,Place ${index},${lat > 52.8 ? "Grodno Region" : "Brest Region"},,${lat > 52.3 ? "Podlaskie" : "Lubelskie"},,${place}${precision},${crossing?.[0] ?? ""},,,Invented ${index}.`;
	});
}

/**
 * Makes a data folder on another border: its line, its names and invented incidents.
 *
 * With crossings, closures happen at them.
 */
export function otherBorderFolder({
	withLine = true,
	withCrossings = false,
	count = 30,
	whenDone,
}: {
	readonly withLine?: boolean;
	readonly withCrossings?: boolean;
	readonly count?: number;
	readonly whenDone?: WhenDone;
} = {}): OtherBorder {
	const folder = join(scratchFolder(whenDone), "other-border");
	mkdirSync(folder, { recursive: true });
	const line = lineBetween("Poland", "Belarus");
	const at = (share: number) => line[Math.floor(share * (line.length - 1))] as readonly [number, number];
	const crossings = [
		["upper-gate", at(0.3)],
		["lower-gate", at(0.8)],
	] as const;
	writeFileSync(join(folder, "region.json"), JSON.stringify(region));
	writeFileSync(
		join(folder, "incidents.csv"),
		`${[header, ...incidentRows(line, count, withCrossings ? crossings : [])].join("\n")}\n`,
	);
	if (withLine) {
		const properties = { credit: "Natural Earth" };
		const feature = { type: "Feature", properties, geometry: { type: "LineString", coordinates: line } };
		writeFileSync(join(folder, "border.geojson"), JSON.stringify({ type: "FeatureCollection", features: [feature] }));
	}
	if (withCrossings) {
		const rows = crossings.map(
			([id, [lon, lat]]) => `${id},${id.replace("-", " ")},East,West,Brest Region,Podlaskie,${lat},${lon},`,
		);
		writeFileSync(
			join(folder, "crossings.csv"),
			`${["crossing_id,name,af_name,ir_name,af_province,ir_province,lat,lon,note", ...rows].join("\n")}\n`,
		);
	}
	return { folder, line };
}
