import { tables } from "../../load/tables.js";

/** Cells by column, as text. A column that is not there was not filled in; `""` is to stay blank. */
export type Cells = Readonly<Record<string, string>>;

/** One question of a draft, with the claims that answer it. */
export interface DraftQuestion {
	readonly cells: Cells;
	readonly claims: readonly Cells[];
	/** The claims that the verdict relies on: `1` or `c01` for the first, or a whole id. */
	readonly decisive_claims: readonly string[];
	readonly interests: readonly Cells[];
}

/** One incident as a person writes it: nested, with ids and places that may be missing or in any known spelling. */
export interface Draft {
	readonly incident: Cells;
	/** Sources that are not in the tables yet. */
	readonly sources: readonly Cells[];
	readonly questions: readonly DraftQuestion[];
}

/** What is wrong with a draft, by the path of its cell, such as `questions[1].claims[0].published_on`. */
export interface DraftProblem {
	readonly path: string;
	readonly reason: string;
	readonly value: string | null;
}

const columnsOf = (table: keyof typeof tables, ...without: readonly string[]): readonly string[] =>
	Object.keys(tables[table]).filter((column) => !without.includes(column));

/** The columns that a person may fill in, by what they describe: those of the tables without what nesting says. */
export const draftColumns = {
	incident: columnsOf("incidents"),
	source: columnsOf("sources"),
	question: columnsOf("propositions", "incident_id"),
	claim: columnsOf("claims", "proposition_id"),
	interest: columnsOf("interests", "proposition_id"),
} as const;
