import { onOneLine } from "../records/one-line.js";

/** One problem of the data, at the cell where it can be corrected. */
export interface Problem {
	/** File name inside the data folder. */
	readonly file: string;
	/** Line of the file, the header being 1; `null` where the whole file is meant. */
	readonly line: number | null;
	/** Column header; `null` where the whole line is meant. */
	readonly column: string | null;
	/** What is wrong, in a few lower-case words. */
	readonly reason: string;
	/** The cell as it stands in the file; `null` where there is none. */
	readonly value: string | null;
	/** What is likely meant or how to correct it, where that is known. */
	readonly hint?: string;
	/** How many more problems of the same kind follow that are not listed; absent where all are. */
	readonly more?: number;
}

/** At most so many problems of one kind are kept; the rest is counted. */
const mostKept = 1_000;
/** At most so many problems of one kind are printed; the rest is counted. */
const mostPrinted = 20;

/**
 * A problem as one line: `file:line column: reason: value (hint)`.
 *
 * @example
 * problemLine({ file: "claims.csv", line: 41, column: "published_on", reason: "not a date", value: "2023-13-02" }) // → "claims.csv:41 published_on: not a date: 2023-13-02"
 */
export function problemLine({ file, line, column, reason, value, hint }: Problem): string {
	const place = `${file}${line === null ? "" : `:${line}`}${column === null ? "" : ` ${visible(column)}`}`;
	const found = value === null ? `${place}: ${reason}` : `${place}: ${reason}: ${visible(value)}`;
	return hint === undefined ? found : `${found} (${hint})`;
}

/** How many problems there are, those that are only counted among them. */
export function countProblems(problems: readonly Problem[]): number {
	return problems.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
}

/** "1 problem", "12 problems". */
export function problemCount(problems: readonly Problem[]): string {
	const count = countProblems(problems);
	return count === 1 ? "1 problem" : `${count} problems`;
}

/** A cell on one line, whatever it holds: line breaks and what cannot be seen are shown, long text is cut. */
export const visible = (value: string): string => onOneLine(value.length > 120 ? `${value.slice(0, 117)}…` : value);

/** Problems that have one cause: of one file and column, with a reason that begins in the same way. */
function kindOf({ file, column, reason }: Problem): string {
	const words = reason.replace(/\d+/g, "#").split(" ", 3).join(" ");
	return `${file} ${column} ${words}`;
}

/** Gathers problems: the first 1,000 of each kind are kept, all are counted. */
export class ProblemList {
	readonly #kinds = new Map<string, { readonly kept: Problem[]; count: number }>();

	/** Adds a problem; the hint is worked out only for one that is kept. */
	add(problem: Problem, hint?: () => string | undefined): void {
		const kind = kindOf(problem);
		let of = this.#kinds.get(kind);
		if (of === undefined) {
			of = { kept: [], count: 0 };
			this.#kinds.set(kind, of);
		}
		of.count++;
		if (of.kept.length >= mostKept) return;
		const words = hint?.();
		of.kept.push(words === undefined ? problem : { ...problem, hint: words });
	}

	/** The problems in the order of the files, and from top to bottom in each; the last one of a long kind has `more`. */
	sorted(files: readonly string[]): Problem[] {
		const place = new Map(files.map((file, index) => [file, index]));
		const kept = [...this.#kinds.values()].flatMap(({ kept, count }) => {
			const last = kept.at(-1);
			return count === kept.length || !last ? kept : [...kept.slice(0, -1), { ...last, more: count - kept.length }];
		});
		return kept.sort((a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0) || (a.line ?? 0) - (b.line ?? 0));
	}
}

/** Problems as lines, at most 20 of a kind; after these, how many more there are. */
export function problemLines(problems: readonly Problem[]): string[] {
	const total = new Map<string, number>();
	for (const problem of problems) {
		const kind = kindOf(problem);
		total.set(kind, (total.get(kind) ?? 0) + 1 + (problem.more ?? 0));
	}
	const printed = new Map<string, number>();
	return problems.flatMap((problem) => {
		const kind = kindOf(problem);
		const count = (printed.get(kind) ?? 0) + 1;
		printed.set(kind, count);
		if (count > mostPrinted) return [];
		const left = (total.get(kind) ?? 0) - mostPrinted;
		const line = problemLine(problem);
		return count === mostPrinted && left > 0 ? [line, `${problem.file}: and ${left} more of this kind`] : [line];
	});
}

/**
 * Thrown if a data folder has problems. `problems` holds the first 1,000 of each kind; the message prints the first 20 of
 * each and how many more there are.
 *
 * @example
 * new DossierError("mine", [{ file: "claims.csv", line: 2, column: "value", reason: "blank", value: null }]).problems[0].line // → 2
 */
export class DossierError extends Error {
	override readonly name = "DossierError";
	constructor(
		readonly directory: string,
		readonly problems: readonly Problem[],
	) {
		super(`${problemCount(problems)} in ${directory}\n${problemLines(problems).join("\n")}`);
	}
}
