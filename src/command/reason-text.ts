import { shorten } from "../charts/parts/text.js";

/** An absolute path or a file address: two parts or more, so that "and/or" is none. */
const path = /(?:file:\/\/)?(?:\b[A-Za-z]:)?(?:[\\/][^\s:;,'"`()<>\\/]+){2,}[\\/]?/g;
const errorLine = /^(?:Uncaught )?[A-Z]\w*(?:Error|Exception)(?: \[\w+\])?: /;
const isOfTrace = /^(?:at |\d+: |\^|#+$|-{3,}|<-{2,}|\[\d+:|Node\.js v|(?:file:|node:|[A-Za-z]:)?[\\/\w.-]+:\d+$)/;

/**
 * A text for people without paths of this machine: of each only the last part is kept.
 *
 * @example
 * withoutPaths("cannot read /home/me/kit/data/claims.csv") // → "cannot read claims.csv"
 */
export const withoutPaths = (text: string): string =>
	text.replace(path, (found) => found.split(/[\\/]/).findLast((part) => part !== "") ?? found);

/**
 * Why a process ended, by what it wrote before: one line, without stack trace and without paths; blank where it says nothing.
 *
 * @example
 * lastWords("Error: no\n    at f (/a/b.js:3:9)") // → "Error: no"
 */
export function lastWords(said: string): string {
	const lines = said
		.split(/\r?\n/)
		.map((line) => line.replaceAll(/\s+/g, " ").trim())
		.filter((line) => line !== "");
	const line =
		lines.find((each) => errorLine.test(each)) ??
		lines.find((each) => each.startsWith("FATAL ERROR")) ??
		lines.find((each) => !isOfTrace.test(each)) ??
		"";
	return shorten(withoutPaths(line), 300);
}
