// What a terminal would obey or not show; JSON writes the other control characters as \u….
const unseen = /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]/g;

/**
 * A text on one line, whatever it holds: line breaks, and what a terminal would obey or not show, as `\\u….`.
 *
 * @example
 * onOneLine("two\nlines") // → "two\\nlines"
 */
export function onOneLine(text: string): string {
	return JSON.stringify(text)
		.slice(1, -1)
		.replaceAll('\\"', '"')
		.replace(unseen, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
