/**
 * A text as one word of a shell line, in quotes where it needs them.
 *
 * @example
 * shellWord("my data") // → "'my data'"
 */
export const shellWord = (text: string): string =>
	/^[\w./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
