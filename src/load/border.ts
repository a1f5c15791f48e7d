import type { BorderLine, Direction, Region } from "../records/records.js";
import { outsideBox } from "./frontier-box.js";

/** A border line and whom its drawing is due to. */
export interface Border {
	readonly line: BorderLine;
	/** Who drew it, as `credit` and `licence` of the feature say; `null` where they do not. */
	readonly credit: string | null;
}

/** A folder without a border line. */
export const noBorder: Border = { line: [], credit: null };

/**
 * Reads the border line from the bytes of a GeoJSON file that holds one LineString, in the direction of the region.
 *
 * @returns the border, or one without a line and the reason
 */
export function readBorder(
	bytes: Uint8Array,
	region: Region,
): { readonly border: Border; readonly reason: string | null } {
	const without = (reason: string) => ({ border: noBorder, reason });
	let json: unknown;
	try {
		json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		return without("not JSON in UTF-8");
	}
	const line = lineOf(json);
	if (line === null) return without("not a FeatureCollection with one LineString of [longitude, latitude]");
	const outside = line.find(([lon, lat]) => outsideBox(region, region.box, lat, lon).length > 0);
	if (outside) return without(`leaves the box of ${region.code} at ${outside.join(", ")}`);
	const { direction } = region;
	if (direction !== null && !leads(line, direction))
		return without(`must run from ${opposite[direction]} to ${direction}`);
	return { border: { line, credit: creditOf(json) }, reason: null };
}

const opposite: Readonly<Record<Direction, Direction>> = { north: "south", east: "west", south: "north", west: "east" };

/** Whether a line does not lead away from a direction, by its two ends. */
function leads(line: BorderLine, direction: Direction): boolean {
	const [first, last] = [line[0], line.at(-1)];
	if (!first || !last) return true;
	const [east, north] = [last[0] - first[0], last[1] - first[1]];
	return { north, east, south: -north, west: -east }[direction] >= 0;
}

/** `© OpenStreetMap contributors (ODbL-1.0)` of the properties of the one feature; `null` where it names nobody. */
function creditOf(json: unknown): string | null {
	const { features } = json as { features: readonly { properties?: { credit?: unknown; licence?: unknown } }[] };
	const { credit, licence } = features[0]?.properties ?? {};
	if (typeof credit !== "string" || credit.trim() === "") return null;
	const words = typeof licence === "string" && licence.trim() !== "" ? `${credit} (${licence})` : credit;
	return words.replace(/\s+/g, " ").trim().slice(0, 200);
}

/** The positions of the one LineString of a FeatureCollection; `null` for anything else. */
function lineOf(json: unknown): BorderLine | null {
	const { features } = (json ?? {}) as { features?: unknown };
	if (!Array.isArray(features) || features.length !== 1) return null;
	const { type, coordinates } = (features[0]?.geometry ?? {}) as { type?: unknown; coordinates?: unknown };
	if (type !== "LineString" || !Array.isArray(coordinates) || coordinates.length < 2) return null;
	return coordinates.every(isPosition) ? coordinates : null;
}

function isPosition(position: unknown): position is readonly [number, number] {
	if (!Array.isArray(position) || position.length !== 2) return false;
	const [lon, lat] = position;
	return typeof lon === "number" && typeof lat === "number" && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
