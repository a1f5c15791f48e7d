import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A part of a font family: the letters in it, and the file that has no others. */
interface Face {
	readonly family: string;
	readonly weight: 400 | 700;
	/** Path of its files, without script and weight. */
	readonly stem: string;
	readonly script: "latin" | "latin-ext" | "arabic";
}

/** As the packages cut them: what lies outside all of them is left to the reader's own fonts. */
const letters = {
	latin: /[\u0020-\u00ff\u0131\u0152\u0153\u02bb-\u02bc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]/u,
	"latin-ext": /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff\u20a0-\u20ab]/u,
	arabic: /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/u,
} as const;

const unicodeRange = (script: Face["script"]): string =>
	letters[script].source
		.slice(1, -1)
		.replaceAll(/-?\\u([0-9a-f]{4})/g, (part, hex) => (part.startsWith("-") ? `-${hex}` : `,U+${hex}`))
		.slice(1)
		.toUpperCase();

const faces: readonly Face[] = ([400, 700] as const).flatMap((weight): Face[] => [
	{ family: "Noto Sans", weight, stem: "@fontsource/noto-sans/files/noto-sans", script: "latin" },
	{ family: "Noto Sans", weight, stem: "@fontsource/noto-sans/files/noto-sans", script: "latin-ext" },
	{ family: "Vazirmatn", weight, stem: "@fontsource/vazirmatn/files/vazirmatn", script: "arabic" },
]);

const rules = new Map<Face, string>();

function ruleOf(face: Face): string {
	let rule = rules.get(face);
	if (rule === undefined) {
		const file = createRequire(import.meta.url).resolve(`${face.stem}-${face.script}-${face.weight}-normal.woff2`);
		const address = `data:font/woff2;base64,${readFileSync(file).toString("base64")}`;
		rule = `@font-face{font-family:"${face.family}";font-weight:${face.weight};src:url(${address}) format("woff2");unicode-range:${unicodeRange(face.script)}}`;
		rules.set(face, rule);
	}
	return rule;
}

/** Name of the file of style rules that the pages of one folder share. */
export const sharedFontsFile = "fonts.css";

/**
 * The content of that file: every face. The fonts are inside it, for a browser takes a font file beside a page that
 * was opened from a disk as one of another site.
 */
export const sharedFonts = (): string => `${faces.map(ruleOf).join("\n")}\n`;

/**
 * Style rules that carry the fonts of a drawing inside it, so that it looks the same where they are not
 * installed: labels measured in one font and shown in a wider one would be cut off. The same families that
 * resvg gets, as the web files of the scripts that occur.
 *
 * @param text the document they are for
 * @param weights the weights that occur in it
 */
export function fontFaces(text: string, weights: readonly (400 | 700)[]): string {
	return faces
		.filter(({ weight, script }) => weights.includes(weight) && letters[script].test(text))
		.map(ruleOf)
		.join("\n");
}
