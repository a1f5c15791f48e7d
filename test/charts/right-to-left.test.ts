import { type Font, openSync } from "fontkit";
import { describe, expect, test } from "vitest";
import { fontFiles } from "../../src/draw/fonts.js";
import { drawPng } from "../../src/draw/png.js";
import { drawSvg } from "../../src/draw/svg.js";
import { ownDossier as dossier, ownFigure } from "../support/own-figures.js";

const font = openSync(fontFiles.arabic) as Font;
const names = dossier.places.flatMap(({ names_fa }) => names_fa);

describe("right-to-left names", () => {
	test("have a glyph for every letter, Pashto ones among them, in the font that draws SVG and PNG", () => {
		const letters = new Set(names.join("").replace(/[\s\u200c]/g, ""));
		expect([...letters].join("")).toContain("ښ");
		for (const letter of letters) expect(font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), letter).toBe(true);
	});

	test("are shaped: joined letters are other glyphs than letters that stand alone, in order from right to left", () => {
		const joined = font.layout("زرنج میلک").glyphs.map(({ id }) => id);
		const alone = [..."زرنج میلک"].map((letter) => font.layout(letter).glyphs[0]?.id);
		// The glyphs come in the order they are seen, the first letter last. By the joining types of Unicode, ز and ر (R)
		// join nothing here and the space (U) never does; ن and ج (D) join each other, as do م, ی, ل and ک.
		const isJoined = alone.map((id, place) => id !== joined[alone.length - 1 - place]);
		expect(isJoined).toEqual([false, false, true, true, false, true, true, true, true]);
	});

	test("stand in the SVG letter by letter as they are written, and the picture changes with them", async () => {
		const svg = await drawSvg(ownFigure("crossing-timelines"));
		for (const name of ["اسلام قلعه – دوغارون", "ابونصر فراهی – ماهیرود", "زرنج – میلک"])
			expect(svg).toContain(`>${name}<`);
		expect(svg).toMatch(/font-family:[^;"]*Vazirmatn/);
		expect(Buffer.compare(drawPng(svg), drawPng(svg.replaceAll("زرنج", "")))).not.toBe(0);
	});
});
