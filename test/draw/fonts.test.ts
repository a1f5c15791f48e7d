import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";
import { JSDOM } from "jsdom";
import { chromium } from "playwright-core";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/command/catalogue.js";
import { fontFiles } from "../../src/draw/fonts.js";
import { drawSvg } from "../../src/draw/svg.js";
import { textWidth } from "../../src/draw/text-box.js";
import { loadDossier } from "../../src/index.js";
import { chromiumPath } from "../browser/chromium.js";

const require = createRequire(import.meta.url);
const map = catalogue.find(({ id }) => id === "border-map");
const drawMap = async () => drawSvg((map as (typeof catalogue)[number]).draw(loadDossier()));

test.each([
	[fontFiles.latin, "noto-sans/files/noto-sans-latin-400-normal.woff2"],
	[fontFiles.latinBold, "noto-sans/files/noto-sans-latin-700-normal.woff2"],
	[fontFiles.latin, "noto-sans/files/noto-sans-latin-ext-400-normal.woff2"],
	[fontFiles.arabic, "vazirmatn/files/vazirmatn-arabic-400-normal.woff2"],
	[fontFiles.arabicBold, "vazirmatn/files/vazirmatn-arabic-700-normal.woff2"],
])(
	"letters are as wide in the font that is measured and drawn (%s) as in the one carried along (%s)",
	(drawn, carried) => {
		const [a, b] = [openSync(drawn) as Font, openSync(require.resolve(`@fontsource/${carried}`)) as Font];
		const both = b.characterSet.filter((code) => a.hasGlyphForCodePoint(code));
		expect(both.length).toBeGreaterThan(200);
		const width = (font: Font, code: number) => font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
		expect(both.filter((code) => Math.abs(width(a, code) - width(b, code)) > 0.001)).toEqual([]);
	},
);

test("a drawing carries the fonts of the scripts and weights that are in it, and no others", async () => {
	const svg = await drawMap();
	const carried = [...svg.matchAll(/font-family:"([^"]+)";font-weight:(\d+);/g)].map(
		([, family, weight]) => `${family} ${weight}`,
	);
	expect(carried).toEqual(["Noto Sans 400", "Vazirmatn 400", "Noto Sans 700", "Vazirmatn 700"]);
	expect(svg).not.toMatch(/url\((?!data:)(?!#)(?!'#)(?!&quot;#)/);
});

describe.skipIf(chromiumPath === null)(
	`in Chromium${chromiumPath === null ? " (skipped: no Chromium; CHROMIUM_PATH can name one)" : ""}`,
	() => {
		test("every text of the map, Latin and Persian, is as wide as it was measured, without an installed font", async () => {
			const svg = await drawMap();
			const texts = [...new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.querySelectorAll("text")];
			const measured = texts.map((text) => textWidth(text));
			const browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
			try {
				const page = await browser.newPage();
				await page.setContent(svg);
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
