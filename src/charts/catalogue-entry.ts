import { NotEnoughDataError } from "../records/not-enough-data.js";
import type { Dossier } from "../records/records.js";
import type { Need } from "./needs.js";
import type { Figure, Subject } from "./parts/frame.js";

/** One chart of the kit: what it is called, what it answers, what it needs, and how it is drawn with its defaults. */
export interface CatalogueEntry {
	/** File stem of what is written; the code of the chart lies in a file of the same name. */
	readonly id: string;
	readonly subject: Subject;
	/** `core`: answers how often, where or whose claims hold; `depth`: for those who ask further. */
	readonly level: "core" | "depth";
	/** The question it answers, in plain English. */
	readonly question: string;
	/** What it cannot be drawn without. */
	readonly needs: readonly Need[];
	/** @throws NotEnoughDataError where these data do not allow it; whatever else it throws is an error of the kit */
	readonly draw: (dossier: Dossier) => Figure;
}

/** The figure, or the sentence that says why these data give none. Errors of the kit are thrown on. */
export function figureOrReason(entry: CatalogueEntry, dossier: Dossier): Figure | string {
	try {
		requireData(dossier, entry.needs);
		const figure = entry.draw(dossier);
		return figure.table.length > 0 ? figure : "no row has what this chart shows";
	} catch (error) {
		if (error instanceof NotEnoughDataError) return error.message;
		throw error;
	}
}

/** @throws NotEnoughDataError that names the first need that is not met */
export function requireData(dossier: Dossier, needs: readonly Need[]): void {
	for (const need of needs) {
		const reason = need(dossier);
		if (reason !== null) throw new NotEnoughDataError(reason);
	}
}
