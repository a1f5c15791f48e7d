import { plain, wrap } from "./text.js";

/** Pixels that a line of a hover may take. */
const mostWide = 340;

/**
 * Text of a hover: what it is in bold, then one line for each `label: value`. Signs that plotly would read as HTML are
 * escaped, and long lines broken.
 *
 * @example
 * hoverCard("Taliban", [["n", 27]]) // → "<b>Taliban</b><br>n: 27"
 */
export function hoverCard(what: string, lines: readonly (readonly [label: string, value: string | number])[]): string {
	const rows = lines.map(([label, value]) => wrap(`${label}: ${plain(String(value))}`, mostWide, 12));
	return [`<b>${wrap(plain(what), mostWide, 12)}</b>`, ...rows].join("<br>");
}
