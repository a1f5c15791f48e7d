/** Characters that a reader cannot see or cannot tell from a plain space, by name. */
const names: Readonly<Record<string, string>> = {
	"\u0000": "NUL",
	"\t": "tab",
	"\n": "line break",
	"\r": "carriage return",
	" ": "space",
	"\u00a0": "no-break space",
	"\u00ad": "soft hyphen",
	"\u061c": "Arabic letter mark",
	"\u180e": "Mongolian vowel separator",
	"\u2007": "figure space",
	"\u200b": "zero-width space",
	"\u200c": "zero-width non-joiner",
	"\u200d": "zero-width joiner",
	"\u200e": "left-to-right mark",
	"\u200f": "right-to-left mark",
	"\u2028": "line separator",
	"\u2029": "paragraph separator",
	"\u202f": "narrow no-break space",
	"\u2060": "word joiner",
	"\u3000": "ideographic space",
	"\ufeff": "byte order mark",
};

// Control and format characters, but for the tabs and line breaks that may stand in a text.
const formats = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;
const edges = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

const code = (letter: string): string => `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * A character as text that can be seen.
 *
 * @example
 * unseenName("\u00a0") // → "U+00A0 (no-break space)"
 */
export function unseenName(letter: string): string {
	return names[letter] === undefined ? code(letter) : `${code(letter)} (${names[letter]})`;
}

/** A text without the characters that nobody sees and without spaces at its ends; every other space is plain and single. */
export function withoutUnseen(text: string): string {
	return text.replace(formats, "").replace(/\s+/g, " ").trim();
}

/**
 * Where a text has characters that nobody sees, in words; `undefined` where it has none.
 *
 * @example
 * unseenIn("32.5\u00a0") // → "U+00A0 (no-break space) after it"
 */
export function unseenIn(text: string): string | undefined {
	const [before = "", after = ""] = [/^/, /$/].map((edge) =>
		(text.match(edges) ?? []).find((run) => (edge.source === "^" ? text.startsWith(run) : text.endsWith(run))),
	);
	const core = text.slice(before.length, Math.max(before.length, text.length - after.length));
	const inside = core.match(formats) ?? [];
	const spaces = core.match(/[^\S \n\t]/g) ?? [];
	const list = (letters: readonly string[]) => [...new Set(letters)].slice(0, 3).map(unseenName).join(", ");
	const parts = [
		...(before === "" ? [] : [`${list([...before])} before it`]),
		...(core === "" || after === "" ? [] : [`${list([...after])} after it`]),
		...(inside.length + spaces.length === 0 ? [] : [`${list([...inside, ...spaces])} inside`]),
		...(/\S {2,}\S/.test(core) ? ["a double space"] : []),
	];
	return parts.length === 0 ? undefined : parts.join(" and ");
}
