import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";
import { JSDOM } from "jsdom";
import { chromium } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fontFaces } from "../../src/draw/embedded-fonts.js";
import { figurePage } from "../../src/draw/figure-page.js";
import { fontFiles } from "../../src/draw/fonts.js";
import { drawSvg } from "../../src/draw/svg.js";
import { textWidth } from "../../src/draw/text-box.js";
import { chromiumPath } from "../browser/chromium.js";
import { ownFigure } from "../support/own-figures.js";

const require = createRequire(import.meta.url);

test.each([
	["latin", "noto-sans/files/noto-sans-latin-400-normal.woff2"],
	["latinBold", "noto-sans/files/noto-sans-latin-700-normal.woff2"],
	["latin", "noto-sans/files/noto-sans-latin-ext-400-normal.woff2"],
	["arabic", "vazirmatn/files/vazirmatn-arabic-400-normal.woff2"],
	["arabicBold", "vazirmatn/files/vazirmatn-arabic-700-normal.woff2"],
] as const)(
	"letters are as wide in the font that is measured and drawn (%s) as in the one carried along (%s)",
	(drawn, carried) => {
		const [a, b] = [openSync(fontFiles[drawn]) as Font, openSync(require.resolve(`@fontsource/${carried}`)) as Font];
		const both = b.characterSet.filter((code) => a.hasGlyphForCodePoint(code));
		expect(both.length).toBeGreaterThan(200);
		const width = (font: Font, code: number) => font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
		expect(both.filter((code) => Math.abs(width(a, code) - width(b, code)) > 0.001)).toEqual([]);
	},
);

test("a page carries the fonts of the scripts that are in it, and asks for none", () => {
	const page = figurePage(ownFigure("border-map"), "");
	const carried = [...page.matchAll(/font-family:"([^"]+)";font-weight:(\d+);/g)].map(
		([, family, weight]) => `${family} ${weight}`,
	);
	expect(carried).toEqual(["Noto Sans 400", "Vazirmatn 400", "Noto Sans 700", "Vazirmatn 700"]);
	expect(page).not.toMatch(/url\((?!data:)/);
});

describe.skipIf(chromiumPath === null)(
	`in Chromium${chromiumPath === null ? " (skipped: no Chromium; CHROMIUM_PATH can name one)" : ""}`,
	() => {
		test("every text of the map, Latin and Persian, is as wide as it was measured, without an installed font", async () => {
			const svg = await drawSvg(ownFigure("border-map"));
			const texts = [...new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.querySelectorAll("text")];
			const measured = texts.map((text) => textWidth(text));
			const browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
			try {
				const page = await browser.newPage();
				// Without the widths that hold each line in place: the letters alone are to agree.
				const free = svg.replaceAll(/ textLength="[^"]*"/g, "");
				await page.setContent(`<style>${fontFaces(svg, [400, 700])}</style>${free}`);
				await page.evaluate("Promise.all([...document.fonts].map((face) => face.load()))");
				const shown = (await page.evaluate(
					"[...document.querySelectorAll('text')].map((text) => text.getComputedTextLength())",
				)) as number[];
				expect(shown).toHaveLength(measured.length);
				expect(measured.length).toBeGreaterThan(15);
				shown.forEach((width, index) => {
					expect(Math.abs(width - (measured[index] ?? 0)), texts[index]?.textContent ?? "").toBeLessThan(
						1 + 0.01 * width,
					);
				});
			} finally {
				await browser.close();
			}
		}, 60_000);
	},
);
