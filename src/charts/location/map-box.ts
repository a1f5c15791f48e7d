import { directionOf } from "../../location/chainage.js";
import type { Direction, Dossier } from "../../records/records.js";

/** West, south, east and north of a map, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Degrees from south to north for which distances on maps are set: on a smaller map they are smaller. */
const usualHeight = 6.8;

/** How large a box is: what is set in degrees is smaller on a smaller map. */
export const scaleOf = ([, south, , north]: Box): number => (north - south) / usualHeight;

/** Kilometres from west to east for each from south to north, as the space for the map has them. */
const aspect = 0.71;
/** Room around the outermost points, as a share of the larger extent, and in degrees at least. */
const room = { share: 0.16, least: 0.3 } as const;

/**
 * The box of a map: that of the region, else what holds the line (without a line, the points), with room around it and
 * widened to the shape of the map.
 *
 * @param points where incidents lie
 */
export function mapBoxOf(
	{ region, border }: Pick<Dossier, "region" | "border">,
	points: readonly { readonly lon: number | null; readonly lat: number | null }[],
): Box {
	if (region.map !== null) return [region.map.west, region.map.south, region.map.east, region.map.north];
	const shown =
		border.length > 0
			? border
			: points.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [[lon, lat] as const]));
	if (shown.length === 0) return [-180, -60, 180, 80];
	const extent = (values: readonly number[]) => [
		values.reduce((a, b) => Math.min(a, b)),
		values.reduce((a, b) => Math.max(a, b)),
	];
	const [west = 0, east = 0] = extent(shown.map(([lon]) => lon));
	const [south = 0, north = 0] = extent(shown.map(([, lat]) => lat));
	const [lon, lat] = [(west + east) / 2, (south + north) / 2];
	const shortened = Math.cos((lat * Math.PI) / 180);
	const margin = Math.max(room.least, room.share * Math.max(north - south, (east - west) * shortened));
	const height = Math.max(north - south + 2 * margin, ((east - west) * shortened + 2 * margin) / aspect);
	const width = (height * aspect) / shortened;
	const [top, bottom] = [Math.min(84, lat + height / 2), Math.max(-84, lat - height / 2)];
	return [lon - width / 2, bottom, lon + width / 2, top].map(
		(degrees) => Math.round(degrees * 100) / 100,
	) as never as Box;
}

/** Degrees east and north of a step to the left of the line, as far as four directions can say it. */
export function leftward({ border }: Pick<Dossier, "border">): readonly [east: number, north: number] {
	return border.length === 0 ? steps.south : steps[directionOf(border)];
}

const steps: Readonly<Record<Direction, readonly [east: number, north: number]>> = {
	south: [1, 0],
	north: [-1, 0],
	east: [0, 1],
	west: [0, -1],
};
