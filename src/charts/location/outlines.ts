import { createRequire } from "node:module";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { namedIfMissing } from "../../records/missing-package.js";
import type { Dossier, RegionSide } from "../../records/records.js";

/** Outlines of countries as lines of [longitude, latitude], for the background of a map. */
export type Outlines = readonly (readonly (readonly [number, number])[])[];

const read = new Map<string, Outlines>();

/**
 * Country outlines of Natural Earth at 1:50 million but for the line between the two sides of a region that has a line of
 * its own: this one lies kilometres off. From the npm package world-atlas. A picture, not a measure.
 *
 * @throws MissingPackageError `charts cannot be drawn: world-atlas is not installed …`: a map without them would be another
 * chart under the same name
 */
export function countryOutlines({ region, border }: Pick<Dossier, "region" | "border">): Outlines {
	const sides = border.length === 0 ? [] : region.sides;
	const pair = sides.map(({ country }) => country).join("|");
	try {
		const known = read.get(pair) ?? readOutlines(sides);
		read.set(pair, known);
		return known;
	} catch (error) {
		throw namedIfMissing(error);
	}
}

/** Reads the packages when a map first asks for them: who only counts has neither. */
function readOutlines([left, right]: readonly RegionSide[]): Outlines {
	const require = createRequire(import.meta.url);
	const { mesh } = require("topojson-client") as typeof import("topojson-client");
	const atlas = require("world-atlas/countries-50m.json") as Topology<{ countries: GeometryCollection }>;
	const nameOf = (country: GeometryObject) => (country.properties as { name?: string } | undefined)?.name;
	const isTheBorder = (a: GeometryObject, b: GeometryObject) =>
		(nameOf(a) === left?.country && nameOf(b) === right?.country) ||
		(nameOf(a) === right?.country && nameOf(b) === left?.country);
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
