import { findPlaces } from "../../location/find-place.js";
import { nameKey } from "../../location/name-key.js";
import { finestKm, radiusKm } from "../../location/precision.js";
import { didYouMean, unknownWord } from "../../records/nearest.js";
import {
	type Crossing,
	type Dossier,
	type GeoPrecision,
	geoPrecisions,
	type Place,
	type Region,
} from "../../records/records.js";
import type { Cells, DraftProblem } from "./draft.js";

/** The cells of an incident with its place filled in, and what was filled. */
export interface FilledPlace {
	readonly cells: Cells;
	/** The columns that the gazetteer filled. */
	readonly filled: readonly string[];
	readonly notes: readonly string[];
	readonly problems: readonly DraftProblem[];
}

type Gazetteer = Pick<Dossier, "places" | "crossings" | "region">;

/** What the gazetteer can fill in. */
const placeColumns = [
	"af_province",
	"af_district",
	"ir_province",
	"ir_county",
	"lat",
	"lon",
	"geo_precision",
	"crossing_id",
] as const;

/**
 * How finely a place of the gazetteer is known. A stand-in or the centre of an area is never finer than its district,
 * and no place is `exact` unless it is a crossing or post with a point of its own.
 */
export function precisionOf({ lat, kind, coord_status, precision_km, admin1, admin2 }: Place): GeoPrecision {
	if (lat === null || precision_km === null)
		return admin2.length > 0 ? "district" : admin1.length > 0 ? "province" : "border";
	const hasOwnPoint = coord_status === "gazetteer" || coord_status === "third_party_point";
	if (kind.startsWith("border_") && hasOwnPoint && precision_km <= (radiusKm.exact ?? 0)) return "exact";
	return coord_status !== "centroid" && precision_km <= finestKm ? "locality" : "district";
}

/** What the gazetteer knows of a place, as cells of an incident. */
function knownCells(place: Place, crossing: Crossing | undefined, { sides: [left, right] }: Region): Cells {
	const areas = place.country.map((country, index) => [country, place.admin1[index], place.admin2[index]] as const);
	const of = (code: string) => areas.find(([country]) => country === code);
	const [, af_province, af_district] = of(left.code) ?? [];
	const [, ir_province, ir_county] = of(right.code) ?? [];
	// The point of a crossing is that of crossings.csv, which the charts measure from.
	const { lat, lon } = crossing ?? place;
	const cells = {
		af_province,
		af_district,
		ir_province,
		ir_county,
		lat: lat === null ? undefined : String(lat),
		lon: lon === null ? undefined : String(lon),
		geo_precision: precisionOf(place),
		crossing_id: crossing?.crossing_id,
	};
	return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell)) as Cells;
}

/** `Kang District` and `Islam Qala (town)` as reports write them. */
const usualName = (name: string): string => name.replace(/\s*(\bcrossing\b\s*)?\(.*\)$|\s*\bcrossing$/u, "");

/** The English spelling of a place, by whatever spelling was met. */
function englishName(place: Place, crossing: Crossing | undefined, written: string): string {
	const usual = [usualName(place.name), crossing?.af_name, crossing?.ir_name];
	return usual.find((name) => name !== undefined && nameKey(name) === nameKey(written)) ?? usualName(place.name);
}

/** Places that a text names: by id, or by exactly one of their spellings. */
export function placesNamed(gazetteer: Gazetteer, written: string): Place[] {
	const byId = gazetteer.places.find(({ place_id }) => place_id === written);
	if (byId) return [byId];
	if (nameKey(written) === "") return [];
	const ids = findPlaces(gazetteer, written).flatMap(({ place_id, match }) => (match === "exact" ? [place_id] : []));
	return ids.flatMap((id) => gazetteer.places.filter(({ place_id }) => place_id === id));
}

/**
 * Fills what the gazetteer knows of an incident's place into the cells that nobody filled, never finer than the
 * gazetteer or the given `geo_precision`; `place` gets its English spelling. A crossing may be named by any spelling.
 */
export function fillPlace(given: Cells, gazetteer: Gazetteer): FilledPlace {
	const problems: DraftProblem[] = [];
	const notes: string[] = [];
	const crossingOf = (place: Place) => gazetteer.crossings.find(({ crossing_id }) => crossing_id === place.place_id);

	let cells = { ...given };
	let crossing: Crossing | undefined;
	if (given.crossing_id) {
		crossing = crossingNamed(gazetteer, given.crossing_id);
		if (crossing) cells.crossing_id = crossing.crossing_id;
		else {
			const known = gazetteer.crossings.flatMap(({ crossing_id, af_name, ir_name }) => [crossing_id, af_name, ir_name]);
			const reason = unknownWord("crossing", given.crossing_id, known).message;
			problems.push({ path: "crossing_id", reason, value: null });
		}
	}

	const written = given.place ?? "";
	let found = written === "" ? [] : placesNamed(gazetteer, written);
	if (crossing) {
		const atCrossing = gazetteer.places.filter(({ place_id }) => place_id === crossing?.crossing_id);
		// Another place that lies at a crossing keeps what is known of it: its own point, or none.
		const isNamed = written === "" || found.some(({ place_id }) => place_id === crossing?.crossing_id);
		found = isNamed ? atCrossing : found.filter((place) => crossingOf(place) === undefined);
	} else if (given.crossing_id === "") found = found.filter((place) => crossingOf(place) === undefined);

	const open = placeColumns.filter((column) => given[column] === undefined);
	const isOpen = open.includes("geo_precision") || (open.includes("lat") && isPoint(given.geo_precision));
	const [place, ...others] = found;
	if (place && others.length > 0 && isOpen) {
		const names = found.map(({ place_id, kind }) => `${place_id} (${kind.replace("_", " ")})`).join(" or ");
		problems.push({ path: "place", reason: `may be ${names}: write the id of the one that is meant`, value: written });
		return { cells, filled: [], notes, problems };
	}
	if (!place || others.length > 0) {
		if (written !== "" && !place) {
			const names = gazetteer.places.flatMap(({ name, other_names }) => [usualName(name), ...other_names]);
			const near = didYouMean(written, names);
			const reason = `must be given, for places.csv has no place ${written}${near}`;
			if (given.geo_precision === undefined) problems.push({ path: "geo_precision", reason, value: null });
			else notes.push(`place: ${written} is not in places.csv${near}, so nothing was filled in`);
		}
		return { cells, filled: [], notes, problems };
	}

	if (written !== "") cells.place = englishName(place, crossingOf(place), written);
	const known = knownCells(place, crossingOf(place), gazetteer.region);
	const finest = geoPrecisions.indexOf(known.geo_precision as GeoPrecision);
	const asked = geoPrecisions.indexOf(given.geo_precision as GeoPrecision);
	const hasOwnPoint = given.lat !== undefined || given.lon !== undefined;
	if (asked >= 0 && asked < finest && !hasOwnPoint)
		problems.push({
			path: "geo_precision",
			reason: `finer than places.csv knows ${place.place_id} (${known.geo_precision}): give lat and lon from the page, or ${known.geo_precision}`,
			value: given.geo_precision ?? null,
		});
	const filled = open.filter((column) => {
		if (known[column] === undefined) return false;
		if (column === "lat" || column === "lon")
			return !hasOwnPoint && isPoint(given.geo_precision ?? known.geo_precision);
		// Of a point that the page gives, only the coder knows how fine it is.
		if (column === "geo_precision") return !hasOwnPoint;
		if (column === "af_district" || column === "ir_county") return isPoint(given.geo_precision ?? "district");
		return given.geo_precision !== "border";
	});
	cells = { ...cells, ...Object.fromEntries(filled.map((column) => [column, known[column] ?? ""])) };
	if (filled.length > 0 || cells.place !== given.place) {
		const words = filled.map((column) => `${column} ${known[column]}`).join(", ");
		notes.push(
			`place: ${written || place.name} is ${place.name} (${place.place_id}) in places.csv; filled in: ${words || "its spelling"}`,
		);
	}
	return { cells, filled, notes, problems };
}

/** Whether an incident known so finely has a point. */
const isPoint = (precision: string | undefined): boolean => precision !== "province" && precision !== "border";

function crossingNamed(gazetteer: Gazetteer, written: string): Crossing | undefined {
	const key = nameKey(written);
	const { crossings } = gazetteer;
	return (
		crossings.find(({ crossing_id }) => crossing_id === written) ??
		crossings.find(({ name, af_name, ir_name }) => [name, af_name, ir_name].some((each) => nameKey(each) === key)) ??
		crossings.find(({ crossing_id }) =>
			placesNamed(gazetteer, written).some(({ place_id }) => place_id === crossing_id),
		)
	);
}
