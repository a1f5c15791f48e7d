import type * as Yaml from "yaml";
import { didYouMean } from "../../records/nearest.js";
import { type Cells, type Draft, type DraftProblem, type DraftQuestion, draftColumns } from "./draft.js";
import { pathOf } from "./rows.js";

/** Where something stands in a file; both numbers begin at 1. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** A draft as it was read, what is wrong with the file, and where each path stands in it. */
export interface ReadDraft {
	readonly draft: Draft;
	readonly problems: readonly DraftProblem[];
	readonly notes: readonly string[];
	/** The position of a path, or of the entry that it would be in. */
	readonly positionOf: (path: string) => Position;
}

/**
 * Reads one incident from YAML. Every value is text, as in a CSV: no `yes` becomes true and no 31.30 becomes 31.3. A
 * key without a value, and an entry of which no key has one, count as not filled in; `""` stays blank.
 *
 * @param yaml the library, which is loaded only where it is needed
 */
export function readDraft(text: string, yaml: typeof Yaml): ReadDraft {
	const lines = new yaml.LineCounter();
	const problems: DraftProblem[] = [];
	const notes: string[] = [];
	const positions = new Map<string, Position>();
	const at = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line), column: Math.max(1, col) };
	};
	const positionOf = (path: string): Position => {
		for (let each = path; each !== ""; each = each.replace(/(^|\.)[^.[\]]*$|\[\d+\]$/, "")) {
			const found = positions.get(each);
			if (found) return found;
		}
		return positions.get("") ?? { line: 1, column: 1 };
	};
	const report = (path: string, reason: string, value: string | null = null) => problems.push({ path, reason, value });
	const nothing: Draft = { incident: {}, sources: [], questions: [] };

	const document = parsed(text, yaml, lines);
	if (typeof document === "string") {
		report("", document);
		return { draft: nothing, problems, notes, positionOf };
	}
	const [error] = [...document.errors, ...document.warnings];
	if (error) {
		positions.set("", at(error.pos[0]));
		const [reason = ""] = error.message.split("\n");
		const isDeep = reason.includes("call stack");
		report("", isDeep ? tooDeep : `not YAML that can be read (${reason}); put a text that has a colon in quotes`);
		return { draft: nothing, problems, notes, positionOf };
	}

	const place = (path: string, node: Yaml.Node | null | undefined, otherwise?: Yaml.Node) => {
		const range = node?.range ?? otherwise?.range;
		if (range) positions.set(path, at(range[0]));
	};
	/** The text of a value; `undefined` where nothing was filled in. */
	const textOf = (node: Yaml.Node | null | undefined, path: string): string | undefined => {
		if (node == null) return undefined;
		if (yaml.isAlias(node)) return void report(path, "no references with *: write the value again");
		if (!yaml.isScalar(node)) return void report(path, `must be a text, not a ${kindOf(node)}`);
		const value = String(node.value ?? "");
		const isPlain = node.type === "PLAIN" || node.type === undefined;
		if (isPlain && ["", "~", "null"].includes(value)) return undefined;
		if (isPlain && node.comment)
			notes.push(`${path}: what follows # is a comment and is not stored: put the text in quotes to keep it`);
		return node.type?.startsWith("BLOCK") ? value.replace(/\n+$/, "") : value;
	};
	const kindOf = (node: Yaml.Node): string => (yaml.isMap(node) ? "set of keys" : "list");

	/** The entries of a set of keys, by key; others than those known are reported. */
	const entriesOf = (node: Yaml.Node | null | undefined, path: string, known: readonly string[]) => {
		const entries = new Map<string, Yaml.Node | null>();
		if (node == null || (yaml.isScalar(node) && textOf(node, path) === undefined)) return entries;
		if (!yaml.isMap(node)) {
			report(path, `must be a set of keys, such as ${known[0]}: …, and not a ${yaml.isSeq(node) ? "list" : "text"}`);
			return entries;
		}
		for (const { key, value } of node.items as Yaml.Pair<Yaml.Node, Yaml.Node | null>[]) {
			const name = yaml.isScalar(key) ? String(key.value) : "?";
			place(pathOf(path, name), value, key);
			if (known.includes(name)) entries.set(name, value);
			else {
				place(pathOf(path, name), key);
				const all = didYouMean(name, known) || ` (known: ${known.join(", ")})`;
				report(pathOf(path, name), `unknown key${all}`);
			}
		}
		return entries;
	};
	const listOf = (node: Yaml.Node | null | undefined, path: string): [Yaml.Node | null, string][] => {
		if (node == null || (yaml.isScalar(node) && textOf(node, path) === undefined)) return [];
		if (!yaml.isSeq(node)) {
			report(path, `must be a list, each entry after a hyphen, and not a ${yaml.isMap(node) ? "set of keys" : "text"}`);
			return [];
		}
		return node.items.map((item, index) => {
			place(`${path}[${index}]`, item as Yaml.Node);
			return [item as Yaml.Node, `${path}[${index}]`];
		});
	};
	const cellsOf = (entries: ReadonlyMap<string, Yaml.Node | null>, path: string, columns: readonly string[]): Cells =>
		Object.fromEntries(
			columns.flatMap((column) => {
				const node = entries.get(column);
				const isList = column === "categories" && yaml.isSeq(node);
				const value = isList
					? listOf(node, pathOf(path, column))
							.flatMap(([item, at]) => textOf(item, at) ?? [])
							.join("|")
					: textOf(node, pathOf(path, column));
				return value === undefined ? [] : [[column, value]];
			}),
		);
	const rowsOf = (node: Yaml.Node | null | undefined, path: string, columns: readonly string[]): Cells[] =>
		listOf(node, path).map(([item, at]) => cellsOf(entriesOf(item, at, columns), at, columns));

	place("", document.contents);
	if (document.contents === null) {
		report("", "the file has no incident: write the template with --template, and fill it in");
		return { draft: nothing, problems, notes, positionOf };
	}
	const top = entriesOf(document.contents, "", [...draftColumns.incident, "questions", "sources"]);
	const questions = listOf(top.get("questions"), "questions").map(([item, path]): DraftQuestion => {
		const entries = entriesOf(item, path, [...draftColumns.question, "decisive_claims", "interests", "claims"]);
		return {
			cells: cellsOf(entries, path, draftColumns.question),
			claims: rowsOf(entries.get("claims"), `${path}.claims`, draftColumns.claim),
			decisive_claims: listOf(entries.get("decisive_claims"), `${path}.decisive_claims`).flatMap(
				([claim, at]) => textOf(claim, at) ?? [],
			),
			interests: rowsOf(entries.get("interests"), `${path}.interests`, draftColumns.interest),
		};
	});
	const draft = {
		incident: cellsOf(top, "", draftColumns.incident),
		sources: rowsOf(top.get("sources"), "sources", draftColumns.source),
		questions,
	};
	return { draft: withoutEmpty(draft), problems, notes, positionOf };
}

const tooDeep = "nested too deep";

/** The document, or why there is none. */
function parsed(text: string, yaml: typeof Yaml, lineCounter: Yaml.LineCounter): Yaml.Document.Parsed | string {
	try {
		return yaml.parseDocument(text, { schema: "failsafe", lineCounter, prettyErrors: false });
	} catch (error) {
		// The parser calls itself for each level, until there is no room left.
		if (error instanceof RangeError) return tooDeep;
		throw error;
	}
}

const isEmpty = (cells: Cells): boolean => Object.keys(cells).length === 0;

/** The draft without the entries at the end of a list of which nothing was filled in, as the template has them. */
function withoutEmpty({ incident, sources, questions }: Draft): Draft {
	const filled = <Entry>(entries: readonly Entry[], isBlank: (entry: Entry) => boolean): readonly Entry[] => {
		const last = entries.findLastIndex((entry) => !isBlank(entry));
		return entries.slice(0, last + 1);
	};
	const cut = questions.map((question) => ({
		...question,
		claims: filled(question.claims, isEmpty),
		interests: filled(question.interests, isEmpty),
	}));
	const isBlank = ({ cells, claims, decisive_claims, interests }: DraftQuestion) =>
		isEmpty(cells) && claims.length + decisive_claims.length + interests.length === 0;
	return { incident, sources: filled(sources, isEmpty), questions: filled(cut, isBlank) };
}

/** A draft as YAML that `readDraft` reads as the same draft; every text is in quotes. */
export function writeDraft({ incident, sources, questions }: Draft, yaml: typeof Yaml): string {
	const document = {
		...incident,
		...(sources.length > 0 ? { sources } : {}),
		...(questions.length > 0
			? { questions: questions.map(({ cells, ...lists }) => ({ ...cells, ...withoutEmptyLists(lists) })) }
			: {}),
	};
	return yaml.stringify(document, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 });
}

const withoutEmptyLists = (lists: Readonly<Record<string, readonly unknown[]>>) =>
	Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
