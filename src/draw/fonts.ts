import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Font, openSync } from "fontkit";

const require = createRequire(import.meta.url);
let copies: string | undefined;

/**
 * The file of a package, where resvg can open it. Under Yarn's Plug'n'Play packages are archives that only Node reads:
 * there it is copied to a folder that this process removes at its end. Without this, pictures would have no text.
 */
function fontFile(name: string): string {
	const file = require.resolve(name);
	if (process.versions.pnp === undefined) return file;
	if (copies === undefined) {
		const folder = mkdtempSync(join(tmpdir(), "border-incidents-fonts-"));
		process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
		copies = folder;
	}
	const copy = join(copies, basename(file));
	writeFileSync(copy, readFileSync(file));
	return copy;
}

/** The font files of every drawing: measured here, handed to resvg, named in the SVG. */
export const fontFiles = {
	latin: fontFile("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
	latinBold: fontFile("@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf"),
	latinItalic: fontFile("@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf"),
	arabic: fontFile("@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf"),
	arabicBold: fontFile("@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf"),
} as const;

const opened = new Map<string, Font>();

function font(file: string): Font {
	let known = opened.get(file);
	if (!known) {
		known = openSync(file) as Font;
		opened.set(file, known);
	}
	return known;
}

const arabicScript = /([\p{Script=Arabic}\u200c\u200d]+(?:[\s\u200c]+[\p{Script=Arabic}\u200c\u200d]+)*)/u;
const widths = new Map<string, number>();

/** Width of a text in em, shaped with the fonts it will be drawn with. */
export function widthInEm(text: string, isBold: boolean): number {
	const key = `${isBold ? "b" : "r"}${text}`;
	let width = widths.get(key);
	if (width === undefined) {
		width = text.split(arabicScript).reduce((sum, run) => sum + runWidth(run, isBold), 0);
		widths.set(key, width);
	}
	return width;
}

function runWidth(run: string, isBold: boolean): number {
	if (run === "") return 0;
	const isArabic = /\p{Script=Arabic}/u.test(run);
	const file = isArabic
		? isBold
			? fontFiles.arabicBold
			: fontFiles.arabic
		: isBold
			? fontFiles.latinBold
			: fontFiles.latin;
	const used = font(file);
	return used.layout(run).advanceWidth / used.unitsPerEm;
}

const latin = font(fontFiles.latin);
/** How far letters reach above the line they stand on, in em. */
export const ascent = latin.ascent / latin.unitsPerEm;
/** How far letters reach below the line they stand on, in em. */
export const descent = -latin.descent / latin.unitsPerEm;
