/** Widths of letters in em, a little above those of Noto Sans; whatever is in no class is .58. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
	[/[iljI.,:;'|!()[\] \u200c]/, 0.29],
	[/[frt"*/-]/, 0.38],
	[/[scvxyzkJ]/, 0.51],
	[/[mwMW@%—]/, 0.92],
	[/[A-Z–&+=<>]/, 0.66],
];

/** Estimated width of a text in em. */
const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (letterWidths.find(([letters]) => letters.test(letter))?.[1] ?? 0.58), 0);

/**
 * Breaks a sentence into lines that fit `width` pixels at a font size, joined by `<br>`.
 *
 * Letters are taken a little wider than they are, so lines come out short rather than long; a test with
 * the real metrics checks every figure.
 */
export function wrap(text: string, width: number, size: number): string {
	const most = width / size;
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/[^\S\u00a0]+/)) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && widthOf(longer) > most) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line].join("<br>");
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
