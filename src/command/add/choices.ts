import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownDataDirectory } from "../../load/dossier.js";
import { findPlaces } from "../../location/find-place.js";
import { nameKey } from "../../location/name-key.js";
import { nearest } from "../../records/nearest.js";
import type { Dossier } from "../../records/records.js";
import type { Cells } from "./draft.js";
import type { Choice } from "./prompts.js";

/** The value of a choice that adds what was typed: this mark, then the text. */
export const typedMark = "\0typed:";
/** The value of the choice of nothing. */
export const nothing = "";

const mostShown = 30;

/** Texts in the order of their number, most frequent first. */
export function byFrequency(texts: readonly (string | null)[]): string[] {
	const counts = new Map<string, number>();
	for (const text of texts) if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
}

/** Known texts that hold what was typed, else the nearest ones; all where nothing was. */
export function matching(typed: string, known: readonly string[]): readonly string[] {
	const key = nameKey(typed);
	if (key === "") return known.slice(0, mostShown);
	const holding = known.filter((text) => nameKey(text).includes(key));
	const starting = holding.filter((text) => nameKey(text).startsWith(key));
	const rest = holding.filter((text) => !starting.includes(text));
	return holding.length > 0 ? [...starting, ...rest].slice(0, mostShown) : nearest(typed, known);
}

/** Known texts, the choice of none, and the text as it was typed. */
export function textChoices(typed: string, known: readonly string[], none: string): Choice[] {
	const found = matching(typed, known).map((text) => ({ value: text, name: text }));
	const own = typed === "" || known.includes(typed) ? [] : [{ value: typed, name: `${typed} (as typed)` }];
	const blank = { value: nothing, name: `(${none})` };
	return typed === "" ? [blank, ...found] : [...found, ...own, blank];
}

/** Places by any spelling, and what was typed. */
export function placeChoices(typed: string, dossier: Dossier): Choice[] {
	const blank = { value: nothing, name: "(no place is named)" };
	const choiceOf = (id: string, matched?: string) => {
		const place = dossier.places.find(({ place_id }) => place_id === id);
		const { name = id, kind = "", admin1 = [], admin2 = [] } = place ?? {};
		const also = matched === undefined || matched === name ? "" : `, also ${matched}`;
		return {
			value: id,
			name: `${name}${also}`,
			description: [kind.replaceAll("_", " "), admin2.join(" and "), admin1.join(" and ")].filter(Boolean).join(", "),
		};
	};
	if (nameKey(typed) === "")
		return [blank, ...dossier.places.map(({ place_id }) => choiceOf(place_id))].slice(0, mostShown);
	const found = findPlaces(dossier, typed).map(({ place_id, matched }) => choiceOf(place_id, matched));
	return [...found, { value: `${typedMark}${typed}`, name: `${typed} (as typed; not in places.csv)` }, blank];
}

/** Sources by id or name: those of this draft first, then those with most claims; and a new one. */
export function sourceChoices(
	typed: string,
	dossier: Dossier,
	added: readonly Cells[],
	used: readonly string[],
): Choice[] {
	const known = [
		...added.map(({ source_id = "", name = "", kind = "" }) => ({ source_id, name, kind })),
		...dossier.sources.map(({ source_id, name, kind }) => ({ source_id, name, kind: kind as string })),
	];
	const byId = new Map(known.map((source) => [source.source_id, source]));
	const often = [...used.slice().reverse(), ...byFrequency(dossier.claims.map(({ source_id }) => source_id))];
	const ids = [...new Set([...often, ...byId.keys()])].filter((id) => byId.has(id));
	const key = nameKey(typed);
	const keysOf = (id: string) => [nameKey(id), nameKey(byId.get(id)?.name ?? "")];
	const holding = ids.filter((id) => keysOf(id).some((each) => each.includes(key)));
	const starting = holding.filter((id) => keysOf(id).some((each) => each.startsWith(key)));
	const near = () => {
		const words = nearest(
			typed,
			known.flatMap(({ source_id, name }) => [source_id, name]),
		);
		return ids.filter((id) => words.includes(id) || words.includes(byId.get(id)?.name ?? ""));
	};
	const found = holding.length > 0 ? [...new Set([...starting, ...holding])] : near();
	const choices = found.slice(0, mostShown).map((id) => {
		const { name = "", kind = "" } = byId.get(id) ?? {};
		return { value: id, name: `${name} (${id})`, description: kind.replaceAll("_", " ") };
	});
	return typed === "" ? choices : [...choices, { value: `${typedMark}${typed}`, name: `new source: ${typed}` }];
}

let rules: ReadonlyMap<string, string> | undefined;

/** The rule of the codebook for a verdict status. */
export function verdictRule(status: string): string | undefined {
	rules ??= new Map(
		[...readFileSync(join(ownDataDirectory(), "README.md"), "utf8").matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(
			([, word = "", rule = ""]) => [word, rule] as const,
		),
	);
	return rules.get(status);
}
