import { withoutUnseen } from "../load/unseen.js";

/** The most characters of a text in the tables. */
const longest = 10_000;

/**
 * A text of another file as the tables may hold it: on one line, without characters that nobody sees, at most 10,000
 * characters. Its letters stay as they are, markup and formulas too: all of it is text. `null` where nothing is left.
 *
 * @example
 * plainCell(" two\nlines\u202e ") // → "two lines"
 */
export function plainCell(text: string | null | undefined): string | null {
	// A byte that was lost when the file was saved, and a half of a character, stand as a question mark.
	const plain = withoutUnseen((text ?? "").replace(/[\ufffd\ufffe\uffff]|\p{Cs}/gu, "?"));
	if (plain === "" || isSpreadsheetError(plain)) return null;
	if (plain.length <= longest) return plain;
	return `${plain
		.slice(0, longest - 1)
		.replace(/\p{Cs}$/u, "")
		.trimEnd()}…`;
}

/** What a spreadsheet leaves where a value was lost: no text that somebody wrote. */
const isSpreadsheetError = (text: string): boolean =>
	/^#(REF!|NAME\?|VALUE!|N\/A|DIV\/0!|NULL!|NUM!|SPILL!|#+)$/.test(text);

/**
 * A web address as the tables may hold it, or `null`.
 *
 * @example
 * webAddress("javascript:alert(1)") // → null
 */
export const webAddress = (text: string | null | undefined): string | null => {
	const address = (text ?? "").trim();
	return address.length <= longest && /^https?:\/\/[^\s<>"\\]+$/.test(address) ? address : null;
};
