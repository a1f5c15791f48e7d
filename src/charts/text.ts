/**
 * Breaks a sentence into lines that fit `width` pixels at a font size, joined by `<br>`.
 *
 * The width of a letter is taken as .55 em, a little more than the mean of Noto Sans, so lines come
 * out short rather than long; a test with the real metrics checks every figure.
 */
export function wrap(text: string, width: number, size: number): string {
	const most = Math.floor(width / (size * 0.55));
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/\s+/)) {
		if (line !== "" && line.length + 1 + word.length > most) {
			lines.push(line);
			line = word;
		} else line = line === "" ? word : `${line} ${word}`;
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
