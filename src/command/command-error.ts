import { closest, distance } from "fastest-levenshtein";

/** What a person asked for cannot be done: the message says so in a sentence, without a stack. */
export class CommandError extends Error {
	override readonly name = "CommandError";
	constructor(
		message: string,
		readonly exitCode: 1 | 2 = 2,
	) {
		super(message);
	}
}

/** ` (did you mean …?)` where a known word is near, else nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
	if (known.length === 0) return "";
	const near = closest(word, known);
	return distance(word, near) <= Math.max(2, word.length / 3) ? ` (did you mean ${near}?)` : "";
}
