import { borderRuler } from "../location/chainage.js";
import type { ImportOptions } from "./importer.js";

/** Kilometres of a degree of latitude, at least. */
const kmPerDegree = 110.5;

/**
 * A test whether a point is within the asked distance of the border line; always so where there is no line.
 *
 * @example
 * nearBorder({ border: [[61, 35], [61, 34]], within: 25 })(61.2, 34.5) // → true
 */
export function nearBorder({ border, within }: Pick<ImportOptions, "border" | "within">) {
	if (border === null) return () => true;
	const ruler = borderRuler(border);
	const [lons, lats] = [border.map(([lon]) => lon), border.map(([, lat]) => lat)];
	const margin = within / kmPerDegree;
	const [south, north] = [least(lats) - margin, most(lats) + margin];
	// A degree of longitude is shortest at the end nearer to a pole.
	const shrink = Math.cos((Math.min(Math.max(Math.abs(south), Math.abs(north)), 89) * Math.PI) / 180);
	const [west, east] = [least(lons) - margin / shrink, most(lons) + margin / shrink];
	// Most rows of a world-wide file are far away: the box spares them the exact distance.
	return (lon: number, lat: number): boolean =>
		lat >= south && lat <= north && lon >= west && lon <= east && ruler.locate([lon, lat]).distance_km <= within;
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));

/** The reason of a row that is not near: one wording for all importers. */
export const tooFar = ({ within }: Pick<ImportOptions, "within">): string =>
	`farther than ${within} km from the border`;
