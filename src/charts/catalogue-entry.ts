import type { Dossier } from "../records/records.js";
import type { Need } from "./needs.js";
import type { Figure } from "./parts/frame.js";

/** A chart the kit can draw, by its file stem. */
export interface CatalogueEntry {
	readonly id: string;
	/** What it cannot do without, beyond what every chart of its subject needs. */
	readonly needs?: readonly Need[];
	/**
	 * Throws a RangeError that says why, in a sentence, where these data cannot be drawn: the chart is left
	 * out then, and named. Whatever else it throws is a fault of the kit.
	 */
	readonly draw: (dossier: Dossier) => Figure;
}

/** The same entries, each of which says in a RangeError which of its needs is not met before it draws. */
export function needing(needs: readonly Need[], entries: readonly CatalogueEntry[]): CatalogueEntry[] {
	return entries.map((entry) => ({
		...entry,
		draw: (dossier) => {
			for (const need of [...needs, ...(entry.needs ?? [])]) {
				const reason = need(dossier);
				if (reason !== null) throw new RangeError(reason);
			}
			return entry.draw(dossier);
		},
	}));
}

/** The figure, or the sentence that says why these data give none. */
export function figureOrReason(entry: CatalogueEntry, dossier: Dossier): Figure | string {
	try {
		const figure = entry.draw(dossier);
		return figure.table.length > 0 ? figure : "no row has what this chart shows";
	} catch (error) {
		if (error instanceof RangeError && isOfTheKit(error.message)) return error.message;
		throw error;
	}
}

// The messages of the kit begin in lower case. Those of the engine, such as "Invalid array length", do not
// or name a function: they are faults, which must not pass for a lack of data.
const isOfTheKit = (message: string): boolean => /^\p{Ll}[\p{Ll}-]*[\s:]/u.test(message);
