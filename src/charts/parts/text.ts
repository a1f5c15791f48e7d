/** Widths of letters in em, a little above those of DejaVu Sans; whatever is in no class is .64. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
	[/[iljI.,:;'|!()[\] \u200c]/, 0.34],
	[/[frt"*/-]/, 0.41],
	[/[scvxyzkJ]/, 0.56],
	[/[mwMW@%]/, 0.95],
	[/—/, 1],
	[/[A-Z–&+=<>]/, 0.71],
];

/** Estimated width of a text in em. */
const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (letterWidths.find(([letters]) => letters.test(letter))?.[1] ?? 0.64), 0);

/**
 * Breaks a sentence into lines that fit `width` pixels at a font size, joined by `<br>`.
 *
 * Letters are taken as wide as those of the widest face that a reader without Noto Sans is likely to see
 * instead, so lines come out short rather than long.
 */
export function wrap(text: string, width: number, size: number): string {
	const most = width / size;
	const lines: string[] = [];
	let line = "";
	// A number and its percent sign stay together.
	for (const word of text.split(/[^\S\u00a0]+(?!%)/).flatMap((long) => pieces(long, most))) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && widthOf(longer) > most) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line].join("<br>");
}

/**
 * Labels of an axis as they fit side by side, evenly spread over `width` pixels: all of them, or every second, third, …
 * one and empty texts between them.
 *
 * @param labels in the HTML that plotly takes
 * @example
 * thinLabels(["1981", "1982", "1983", "1984"], 60, 12) // → ["1981", "", "", "1984"]
 */
export function thinLabels(labels: readonly string[], width: number, size: number): string[] {
	const widest = Math.max(
		0,
		...labels.flatMap((label) => label.split("<br>").map((line) => widthOf(line.replaceAll(/<[^>]*>/g, "")) * size)),
	);
	const step = Math.max(1, Math.ceil((widest * labels.length) / Math.max(1, width)));
	return labels.map((label, index) => (index % step === 0 ? label : ""));
}

/**
 * An enumeration that is read aloud, cut where it would take too long.
 *
 * @example
 * firstOf(["1981: 2", "1982: 3", "1983: 1"], 2) // → "1981: 2; 1982: 3; and 1 more, in the table"
 */
export const firstOf = (parts: readonly string[], most = 8, between = "; "): string =>
	(parts.length > most ? [...parts.slice(0, most), `and ${parts.length - most} more, in the table`] : parts).join(
		between,
	);

/** A word in pieces that fit a line; an escaped sign such as `&lt;` stays whole. */
function pieces(word: string, most: number): string[] {
	if (widthOf(word) <= most) return [word];
	const cut = [""];
	for (const sign of word.match(/&\w+;|./gu) ?? []) {
		const longer = `${cut.at(-1)}${sign}`;
		if (widthOf(longer) > most) cut.push(sign);
		else cut[cut.length - 1] = longer;
	}
	return cut;
}

/**
 * Text as plotly shows it letter by letter: plotly reads a little HTML in titles, labels and hovers,
 * so what comes from data must pass here.
 *
 * @example
 * plain("<b>A & B") // → "&lt;b&gt;A &amp; B"
 */
export function plain(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * A text cut to a number of letters, the last of them a sign of omission.
 *
 * @example
 * shorten("deputy governor", 8) // → "deputy…"
 */
export function shorten(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
