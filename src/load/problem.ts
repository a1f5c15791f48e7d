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
}

/**
 * A problem as one line: `file:line column: reason: value`.
 *
 * @example
 * problemLine({ file: "claims.csv", line: 41, column: "published_on", reason: "not a date", value: "2023-13-02" }) // → "claims.csv:41 published_on: not a date: 2023-13-02"
 */
export function problemLine({ file, line, column, reason, value }: Problem): string {
	const place = `${file}${line === null ? "" : `:${line}`}${column === null ? "" : ` ${shortened(column)}`}`;
	return value === null ? `${place}: ${reason}` : `${place}: ${reason}: ${shortened(value)}`;
}

// What a terminal would obey or not show; JSON writes the other control characters as \u….
const unseen = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A cell on one line, whatever it holds: line breaks and control characters are shown, long text is cut. */
function shortened(value: string): string {
	const cut = value.length > 120 ? `${value.slice(0, 117)}…` : value;
	return JSON.stringify(cut)
		.slice(1, -1)
		.replaceAll('\\"', '"')
		.replace(unseen, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Thrown if a data folder has problems: every one of them is in `problems` and in the message.
 *
 * @example
 * new DossierError("mine", [{ file: "claims.csv", line: 2, column: "value", reason: "blank", value: null }]).problems.length // → 1
 */
export class DossierError extends Error {
	override readonly name = "DossierError";
	constructor(
		readonly directory: string,
		readonly problems: readonly Problem[],
	) {
		const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
		super(`${count} in ${directory}\n${problems.map(problemLine).join("\n")}`);
	}
}
