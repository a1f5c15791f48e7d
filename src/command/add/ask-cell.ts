import { cellReason } from "../../load/fields.js";
import { freeId, idPart } from "../../records/ids.js";
import type { Dossier } from "../../records/records.js";
import { byFrequency, nothing, placeChoices, sourceChoices, textChoices, typedMark, verdictRule } from "./choices.js";
import { columnMeaning } from "./descriptor.js";
import type { Cells, DraftQuestion } from "./draft.js";
import type { Choice, Prompts } from "./prompts.js";
import { type AddedTable, pathOf } from "./rows.js";

/** An entry of a draft while it is asked for. */
export type Entry = Record<string, string>;

/** A draft while it is asked for. */
export interface OpenDraft {
	readonly incident: Entry;
	readonly sources: Entry[];
	readonly questions: OpenQuestion[];
}

/** A question of a draft while it is asked for. */
export interface OpenQuestion extends DraftQuestion {
	readonly cells: Entry;
	readonly claims: Entry[];
	decisive_claims: string[];
	readonly interests: Entry[];
}

/** What every question of the dialog needs. */
export interface Session {
	readonly prompts: Prompts;
	readonly dossier: Dossier;
	readonly draft: OpenDraft;
}

const sourceColumns = ["source_id", "reported_by", "via_source_id", "parent_id"];
/** Columns for which a text that was used before is likely. */
const openLists = ["af_province", "af_district", "ir_province", "ir_county", "side_a", "side_b"];

/** What a list marks first, so that a hurried Enter states nothing about anybody. */
const neutral: Readonly<Record<string, string>> = {
	kind: "other",
	alignment: "unknown",
	basis: "unknown",
	verdict_status: "unresolved",
};

/** What the codebook says of a column, without what the question itself shows. */
function messageOf(table: AddedTable, column: string): string {
	const { description, words, isNeeded } = columnMeaning(table, column);
	const text = description
		.replace(/ Blank: .*$/, "")
		.replace(` ${words.join(" · ")}.`, "")
		.replace(/ text\.$/, "");
	return `${column}: ${text}${isNeeded ? "" : " May be blank."}`;
}

/** Puts an answer into an entry; a blank one takes the cell out of it. */
export function put(entry: Entry, column: string, value: string | undefined): void {
	if (value === undefined || value === "") delete entry[column];
	else entry[column] = value;
}

/**
 * Asks for one cell of an entry and puts the answer into it: a list where the words are few, a search where they are
 * many, else a line that is checked while it is typed.
 */
export async function askCell(
	session: Session,
	table: AddedTable,
	entry: Entry,
	column: string,
	{ suggestion, question }: { readonly suggestion?: string | undefined; readonly question?: OpenQuestion } = {},
): Promise<void> {
	const { prompts, dossier } = session;
	const message = messageOf(table, column);
	const { words, isNeeded } = columnMeaning(table, column);
	const blank: Choice = { value: nothing, name: "(blank)" };
	const before = entry[column] ?? suggestion;
	const isSource = sourceColumns.includes(column) && !(table === "sources" && column === "source_id");

	if (isSource) return put(entry, column, await askSource(session, message, isNeeded ? null : "(blank)"));
	if (column === "place") {
		const chosen = await prompts.find(message, (typed) => placeChoices(typed, dossier));
		return put(entry, column, chosen.startsWith(typedMark) ? chosen.slice(typedMark.length) : chosen);
	}
	if (column === "crossing_id") {
		const choices = dossier.crossings.map(({ crossing_id, name }) => ({ value: crossing_id, name }));
		return put(entry, column, await prompts.choose(message, [blank, ...choices], before));
	}
	if (words.length > 0) {
		const choices = words.map((word): Choice => {
			const rule = column === "verdict_status" ? verdictRule(word) : undefined;
			return { value: word, name: word.replaceAll("_", " "), ...(rule === undefined ? {} : { description: rule }) };
		});
		return put(
			entry,
			column,
			await prompts.choose(message, isNeeded ? choices : [blank, ...choices], before ?? neutral[column]),
		);
	}
	if (question && (column === "value" || column === "verdict_value"))
		return askAnswer(session, message, entry, column, question);
	if (openLists.includes(column)) {
		const rows = dossier.incidents as readonly unknown[] as readonly Readonly<Record<string, string | null>>[];
		const columns = column.startsWith("side_") ? ["side_a", "side_b"] : [column];
		const known = byFrequency(rows.flatMap((row) => columns.map((each) => row[each] ?? null)));
		return put(entry, column, await prompts.find(message, (typed) => textChoices(typed, known, "blank: not known")));
	}
	const reasonOf = (text: string) => (text === "" && !isNeeded ? null : cellReason(table, column, text));
	put(entry, column, await prompts.line(message, reasonOf, before));
}

/** Asks for the answer of a claim or of a verdict, by the type of its question. */
async function askAnswer(
	{ prompts }: Session,
	message: string,
	entry: Entry,
	column: string,
	{ cells, claims }: OpenQuestion,
): Promise<void> {
	const none = { value: nothing, name: "(blank: gives no answer)" };
	if (cells.type === "boolean") {
		const choices = ["true", "false"].map((value) => ({ value, name: value === "true" ? "true: yes" : "false: no" }));
		return put(entry, column, await prompts.choose(message, [...choices, none], entry[column]));
	}
	if (cells.type === "category") {
		const used = [...new Set([...(cells.categories ?? "").split("|"), ...claims.map(({ value }) => value ?? "")])];
		const known = used.filter((word) => word !== "");
		const chosen = await prompts.find(message, (typed) => {
			const slug = typed.toLowerCase().replace(/[^a-z0-9:./-]+/g, "_");
			return textChoices(slug, known, "blank: gives no answer");
		});
		return put(entry, column, chosen);
	}
	if (column === "verdict_value") {
		const reasonOf = (text: string) => (text === "" || isCount(text) ? null : "not a whole number");
		return put(entry, column, await prompts.line(message, reasonOf, entry[column]));
	}
	const text = await prompts.line(`${message} Write 3, a range 2-5, at least 2+, or at most -5.`, rangeReason);
	const range = rangeOf(text);
	for (const each of ["value", "value_min", "value_max"] as const) put(entry, each, range?.[each]);
}

const isCount = (text: string): boolean => cellReason("claims", "value_min", text) === null && text !== "";

const rangeReason = (text: string): string | null =>
	text === "" || rangeOf(text) !== null ? null : "not a number such as 3, 2-5, 2+ or -5";

/**
 * A number as it is typed, as the three cells of a claim.
 *
 * @example
 * rangeOf("2-5") // → { value_min: "2", value_max: "5" }
 */
export function rangeOf(text: string): Cells | null {
	const [, from = "", hyphen, to = "", plus] = /^(\d*)\s*(?:([-–])\s*(\d*)|(\+))?$/.exec(text.trim()) ?? [];
	const isEither = (each: string) => each === "" || isCount(each);
	if (!isEither(from) || !isEither(to) || (from === "" && to === "")) return null;
	if (hyphen !== undefined) return to === "" ? null : { ...(from === "" ? {} : { value_min: from }), value_max: to };
	return plus === undefined ? { value: from } : { value_min: from };
}

/**
 * Asks for a source by id or name; a new one is asked for in full and goes into the draft.
 *
 * @param none the choice of no source; `null` where there must be one
 * @param first further choices while nothing is typed
 */
export async function askSource(
	session: Session,
	message: string,
	none: string | null,
	first: readonly Choice[] = [],
): Promise<string> {
	const { prompts, dossier, draft } = session;
	const used = draft.questions.flatMap(({ claims }) =>
		claims.flatMap(({ source_id, reported_by, via_source_id }) => [source_id, reported_by, via_source_id]),
	);
	const chosen = await prompts.find(message, (typed) => {
		const found = sourceChoices(typed, dossier, draft.sources, used.filter((id) => id !== undefined) as string[]);
		const blank = none === null ? [] : [{ value: nothing, name: none }];
		return typed === "" ? [...blank, ...first, ...found] : [...found, ...blank];
	});
	return chosen.startsWith(typedMark) ? askNewSource(session, chosen.slice(typedMark.length)) : chosen;
}

async function askNewSource(session: Session, name: string): Promise<string> {
	const { dossier, draft } = session;
	const source: Entry = {};
	const ask = (column: string, suggestion?: string) => askCell(session, "sources", source, column, { suggestion });
	await ask("name", name);
	const known = new Set([
		...dossier.sources.map(({ source_id }) => source_id),
		...draft.sources.map(({ source_id }) => source_id),
	]);
	const part = idPart(source.name ?? "");
	const reasonOf = (text: string) =>
		known.has(text) ? `${text} is there already` : cellReason("sources", "source_id", text);
	const suggestion = part === "" ? undefined : freeId(part, (id) => known.has(id));
	source.source_id = await session.prompts.line("source_id: Key of the new source, a slug", reasonOf, suggestion);
	for (const column of ["kind", "country", "alignment", "parent_id", "collective", "url", "note"])
		await ask(column, column === "collective" ? "false" : undefined);
	draft.sources.push(source);
	return source.source_id;
}

/** Every cell of a draft that a person may change, by its path. */
export function cellsByPath(draft: OpenDraft, columns: Readonly<Record<string, readonly string[]>>) {
	const cells = new Map<string, { table: AddedTable; entry: Entry; column: string; question?: OpenQuestion }>();
	const add = (table: AddedTable, what: string, path: string, entry: Entry, question?: OpenQuestion) => {
		for (const column of columns[what] ?? [])
			cells.set(pathOf(path, column), { table, entry, column, ...(question ? { question } : {}) });
	};
	add("incidents", "incident", "", draft.incident);
	draft.questions.forEach((question, index) => {
		const path = `questions[${index}]`;
		add("propositions", "question", path, question.cells, question);
		question.claims.forEach((claim, at) => {
			add("claims", "claim", `${path}.claims[${at}]`, claim, question);
		});
		question.interests.forEach((interest, at) => {
			add("interests", "interest", `${path}.interests[${at}]`, interest, question);
		});
	});
	draft.sources.forEach((source, index) => {
		add("sources", "source", `sources[${index}]`, source);
	});
	return cells;
}
