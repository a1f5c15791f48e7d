import { distance } from "fastest-levenshtein";
import { type Crossing, type Place, type PlaceKind, placeKinds } from "../records/records.js";
import { nameKey } from "./name-key.js";

/** A place that a name may mean. */
export interface PlaceMatch {
	readonly place_id: string;
	readonly name: string;
	readonly kind: PlaceKind;
	/** The spelling that was met. */
	readonly matched: string;
	/** `exact`: the same name in any spelling; `start`: it begins so; `near`: a letter or two differ. */
	readonly match: "exact" | "start" | "near";
}

const matchOrder = ["exact", "start", "near"] as const;

/**
 * Places by name, in Latin, Persian, Dari or Pashto spelling: the best match first, homonyms after it, so that
 * every spelling of a place leads to one id. Arabic and Persian letters, marks, joiners and blanks count as the
 * same; see `nameKey`. No match gives an empty list.
 *
 * @throws `no letters in the name looked for: …`
 * @example
 * findPlaces(dossier, "Northern Gate")[0] // → { place_id: "north-gate", match: "exact" }
 */
export function findPlaces(
	{ places, crossings }: { readonly places: readonly Place[]; readonly crossings: readonly Crossing[] },
	name: string,
): PlaceMatch[] {
	const key = nameKey(name);
	if (key === "") throw new RangeError(`no letters in the name looked for: ${name}`);
	const ends = new Map(crossings.map(({ crossing_id, af_name, ir_name }) => [crossing_id, [af_name, ir_name]]));
	const found = places.flatMap((place): PlaceMatch[] => {
		const spellings = [
			place.name,
			bareName(place.name),
			...place.other_names,
			...place.names_fa,
			...(ends.get(place.place_id) ?? []),
		];
		const [best] = spellings
			.flatMap((matched) => {
				const match = matchOf(nameKey(matched), key);
				return match === null ? [] : [{ matched, match }];
			})
			.sort((a, b) => matchOrder.indexOf(a.match) - matchOrder.indexOf(b.match));
		const { place_id, kind } = place;
		return best ? [{ place_id, name: place.name, kind, ...best }] : [];
	});
	return found.sort(
		(a, b) =>
			matchOrder.indexOf(a.match) - matchOrder.indexOf(b.match) ||
			// A bare name is that of the settlement; a crossing stands under its own name and its two ends.
			placeKinds.indexOf(a.kind) - placeKinds.indexOf(b.kind) ||
			(a.place_id < b.place_id ? -1 : 1),
	);
}

/** `Kang District` and `Islam Qala (town)` without what they are. */
export const bareName = (name: string): string =>
	name.replace(/\s*(\(.*\)|District|County|crossing)\s*(\(.*\))?$/u, "");

function matchOf(spelling: string, key: string): PlaceMatch["match"] | null {
	if (spelling === key) return "exact";
	if (key.length >= 3 && spelling.startsWith(key)) return "start";
	return key.length >= 4 && distance(spelling, key) <= (key.length > 6 ? 2 : 1) ? "near" : null;
}
