import { z } from "zod";
import type { BorderLine } from "../records/records.js";
import { outsideFrontier } from "./frontier-box.js";

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const borderFile = z.object({
	features: z.tuple([
		z.object({ geometry: z.object({ type: z.literal("LineString"), coordinates: z.array(position).min(2) }) }),
	]),
});

/**
 * Reads the border line from the bytes of a GeoJSON file that holds one LineString, north to south.
 *
 * @returns the line, or an empty one and the reason
 */
export function readBorder(bytes: Uint8Array): { readonly line: BorderLine; readonly reason: string | null } {
	let json: unknown;
	try {
		json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		return { line: [], reason: "not JSON in UTF-8" };
	}
	const result = borderFile.safeParse(json);
	if (!result.success)
		return { line: [], reason: "not a FeatureCollection with one LineString of [longitude, latitude]" };
	const line = result.data.features[0].geometry.coordinates;
	const outside = line.find(([lon, lat]) => outsideFrontier("af-ir", lat, lon).length > 0);
	if (outside) return { line: [], reason: `leaves the box of af-ir at ${outside.join(", ")}` };
	const [first, last] = [line[0], line.at(-1)];
	if (first && last && first[1] < last[1]) return { line: [], reason: "must run from north to south" };
	return { line, reason: null };
}
