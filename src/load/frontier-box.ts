import type { BorderLine, DegreeBox, NamedBorder, Region } from "../records/records.js";
import type { CellProblem } from "./cell-problem.js";

/** Degrees around a line: about a day's drive. A point farther off was most likely typed wrong. */
const margin = 2;

/**
 * The box in which the points of a border lie. Of this border, where none is given, that of its line and a margin.
 *
 * @returns `null` where any point is taken
 */
export function boxOf(region: Region, line: BorderLine, frontier: string): DegreeBox | null {
	if (frontier !== region.code) return region.other_borders.find(({ code }) => code === frontier)?.box ?? null;
	if (region.box !== null || line.length === 0) return region.box;
	const [lons, lats] = [line.map(([lon]) => lon), line.map(([, lat]) => lat)];
	const least = (values: readonly number[]) => oneDecimal(values.reduce((a, b) => Math.min(a, b)) - margin);
	const most = (values: readonly number[]) => oneDecimal(values.reduce((a, b) => Math.max(a, b)) + margin);
	return { west: least(lons), south: least(lats), east: most(lons), north: most(lats) };
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** Problems of a point that lies outside the box of its border: it was most likely typed wrong, or belongs to another. */
export function outsideBox(
	{ code }: Pick<NamedBorder, "code">,
	box: DegreeBox | null,
	lat: number | null | undefined,
	lon: number | null | undefined,
	columns: readonly [lat: string, lon: string] = ["lat", "lon"],
): readonly CellProblem[] {
	if (box === null) return [];
	return [
		...outside(columns[0], lat, box.south, box.north, code),
		...outside(columns[1], lon, box.west, box.east, code),
	];
}

function outside(
	column: string,
	value: number | null | undefined,
	low: number,
	high: number,
	code: string,
): readonly CellProblem[] {
	if (value == null || (value >= low && value <= high)) return [];
	return [[column, `outside the box of ${code}, ${low} to ${high}`, `${value}`]];
}
