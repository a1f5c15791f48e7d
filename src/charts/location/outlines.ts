import { createRequire } from "node:module";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { namedIfMissing } from "../../records/missing-package.js";

/** Outlines of countries as lines of [longitude, latitude], for the background of a map. */
export type Outlines = readonly (readonly (readonly [number, number])[])[];

let read: Outlines | undefined;

/**
 * Country outlines of Natural Earth at 1:50 million but for the Afghan–Iran line, from the npm package world-atlas. A picture, not a
 * measure: at this border they put one point in three within a kilometre on the wrong side.
 *
 * @throws MissingPackageError `charts cannot be drawn: world-atlas is not installed …`: a map without them would be another
 * chart under the same name
 */
export function countryOutlines(): Outlines {
	try {
		read ??= readOutlines();
		return read;
	} catch (error) {
		throw namedIfMissing(error);
	}
}

/** Reads the packages when a map first asks for them: who only counts has neither. */
function readOutlines(): Outlines {
	const require = createRequire(import.meta.url);
	const { mesh } = require("topojson-client") as typeof import("topojson-client");
	const atlas = require("world-atlas/countries-50m.json") as Topology<{ countries: GeometryCollection }>;
	// The Afghan–Iran line itself is excluded: the kit draws its own, and this one lies kilometres off.
	const isTheBorder = (a: GeometryObject, b: GeometryObject) =>
		(a.id === "004" && b.id === "364") || (a.id === "364" && b.id === "004");
	return mesh(atlas, atlas.objects.countries, (a, b) => !isTheBorder(a, b)).coordinates as unknown as Outlines;
}

/** The pieces of outlines that touch a box of degrees. */
export function outlinesWithin(
	outlines: Outlines,
	[west, south, east, north]: readonly [number, number, number, number],
): Outlines {
	const isInside = ([lon, lat]: readonly [number, number]) =>
		lon >= west && lon <= east && lat >= south && lat <= north;
	return outlines.flatMap((line) => {
		const pieces: (readonly [number, number])[][] = [];
		let piece: (readonly [number, number])[] = [];
		line.forEach((point, index) => {
			const isNear = isInside(point) || isInside(line[index - 1] ?? point) || isInside(line[index + 1] ?? point);
			if (isNear) piece.push(point);
			else if (piece.length > 0) {
				pieces.push(piece);
				piece = [];
			}
		});
		return piece.length > 0 ? [...pieces, piece] : pieces;
	});
}
