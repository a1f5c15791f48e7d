import { didYouMean } from "../records/nearest.js";
import { type DegreeBox, directions, type NamedBorder, type Region, type RegionSide } from "../records/region.js";
import { id as idCheck, Misfit, text as textCheck } from "./cells.js";

/** Why a part of `region.json` is not as it should be. */
class RegionProblem extends Error {}

const fail = (where: string, reason: string): never => {
	throw new RegionProblem(`${where}: ${reason}`);
};

type Members = Readonly<Record<string, unknown>>;

/** An object of these members only. */
function members(where: string, value: unknown, names: readonly string[]): Members {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(where, "not an object");
	for (const name of Object.keys(value))
		if (!names.includes(name)) fail(where, `unknown member: ${name}${didYouMean(name, names)}`);
	return value as Members;
}

/** A text as any cell of a table may hold it, on one line. */
function line(where: string, value: unknown, most = 80): string {
	if (typeof value !== "string" || value === "") return fail(where, "not a text");
	const read = textCheck(value);
	if (read instanceof Misfit) return fail(where, read.reason);
	return value.length > most || value.includes("\n") ? fail(where, `longer than ${most} letters or one line`) : value;
}

/** The same, or `null` where there is none. */
const optionalLine = (where: string, value: unknown): string | null => (value == null ? null : line(where, value));

function code(where: string, value: unknown): string {
	const written = line(where, value);
	const read = idCheck(written);
	return read instanceof Misfit ? fail(where, read.reason) : written;
}

/** A code of one to eight letters or digits, such as `AF`. */
function sideCode(where: string, value: unknown): string {
	const written = line(where, value);
	return /^[A-Za-z0-9_-]{1,8}$/.test(written) ? written : fail(where, "not one to eight letters or digits");
}

function degrees(where: string, value: unknown, most: number): number {
	return typeof value === "number" && Math.abs(value) <= most
		? value
		: fail(where, `not degrees of −${most} to ${most}`);
}

function box(where: string, value: unknown): DegreeBox | null {
	if (value == null) return null;
	const of = members(where, value, ["west", "south", "east", "north"]);
	const west = degrees(`${where}.west`, of.west, 180);
	const east = degrees(`${where}.east`, of.east, 180);
	const south = degrees(`${where}.south`, of.south, 85);
	const north = degrees(`${where}.north`, of.north, 85);
	return west < east && south < north
		? { west, south, east, north }
		: fail(where, "west must be below east, south below north");
}

function list(where: string, value: unknown): readonly unknown[] {
	if (value == null) return [];
	return Array.isArray(value) ? value : fail(where, "not a list");
}

function side(where: string, value: unknown): RegionSide {
	const of = members(where, value, ["code", "country", "adjective", "area"]);
	const country = line(`${where}.country`, of.country);
	return {
		code: sideCode(`${where}.code`, of.code),
		country,
		adjective: optionalLine(`${where}.adjective`, of.adjective) ?? country,
		area: optionalLine(`${where}.area`, of.area) ?? "district",
	};
}

function otherBorder(where: string, value: unknown): NamedBorder {
	const of = members(where, value, ["code", "name", "box"]);
	return {
		code: code(`${where}.code`, of.code),
		name: line(`${where}.name`, of.name),
		box: box(`${where}.box`, of.box),
	};
}

const names = ["code", "name", "direction", "start", "end", "sides", "box", "map", "labels", "other_borders"] as const;

function regionOf(value: unknown): Region {
	const of = members("region.json", value, names);
	const sides = list("sides", of.sides);
	if (sides.length !== 2)
		fail("sides", `two are needed, left and right of the line as it runs, and there are ${sides.length}`);
	const [left, right] = [side("sides[0]", sides[0]), side("sides[1]", sides[1])];
	if (left.code === right.code) fail("sides", `both have the code ${left.code}`);
	const direction = directions.find((each) => each === of.direction) ?? null;
	if (of.direction != null && direction === null) fail("direction", `not one of ${directions.join(", ")}`);
	const region: Region = {
		...otherBorder("region.json", { code: of.code, name: of.name, box: of.box }),
		direction,
		start: optionalLine("start", of.start),
		end: optionalLine("end", of.end),
		sides: [left, right],
		map: box("map", of.map),
		labels: list("labels", of.labels).map((each, index) => {
			const where = `labels[${index}]`;
			const label = members(where, each, ["text", "lon", "lat"]);
			const lon = degrees(`${where}.lon`, label.lon, 180);
			return { text: line(`${where}.text`, label.text), lon, lat: degrees(`${where}.lat`, label.lat, 85) };
		}),
		other_borders: list("other_borders", of.other_borders).map((each, index) =>
			otherBorder(`other_borders[${index}]`, each),
		),
	};
	const codes = [region, ...region.other_borders].map((border) => border.code);
	const twice = codes.find((each, index) => codes.indexOf(each) < index);
	return twice === undefined ? region : fail("other_borders", `the code ${twice} twice`);
}

/**
 * Reads the names of a border from the bytes of `region.json`.
 *
 * @returns the region, or why there is none
 */
export function readRegion(
	bytes: Uint8Array,
): { readonly region: Region; readonly reason: null } | { readonly region: null; readonly reason: string } {
	let json: unknown;
	try {
		json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		return { region: null, reason: "not JSON in UTF-8" };
	}
	try {
		return { region: regionOf(json), reason: null };
	} catch (error) {
		if (error instanceof RegionProblem) return { region: null, reason: error.message };
		throw error;
	}
}

/** A border without names: for a folder whose `region.json` cannot be read. */
export const unnamedRegion: Region = {
	code: "this",
	name: "border",
	box: null,
	direction: null,
	start: null,
	end: null,
	sides: [
		{ code: "left", country: "the left side", adjective: "Left", area: "area" },
		{ code: "right", country: "the right side", adjective: "Right", area: "area" },
	],
	map: null,
	labels: [],
	other_borders: [],
};
