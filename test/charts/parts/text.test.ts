import { expect, test } from "vitest";
import { plain, wrap } from "../../../src/charts/parts/text.js";
import { widthInEm } from "../../../src/draw/fonts.js";

test("a sentence breaks between words, and joined again it is what it was", () => {
	const text = "twelve incidents were reported in May 2023, the most in a month";
	const lines = wrap(text, 150, 13).split("<br>");
	expect(lines.join(" ")).toBe(text);
	for (const line of lines) expect(widthInEm(line, false) * 13).toBeLessThanOrEqual(150);
});

test("a word wider than the line is cut, and no escaped sign with it", () => {
	const word = "<".repeat(40) + "W".repeat(60);
	const lines = wrap(`so ${plain(word)} ends`, 200, 12).split("<br>");
	expect(lines.length).toBeGreaterThan(3);
	for (const line of lines) {
		expect(line.replaceAll(/&lt;/g, "")).not.toMatch(/[&;]/);
		expect(widthInEm(line.replaceAll("&lt;", "<"), false) * 12).toBeLessThanOrEqual(200);
	}
	expect(lines.join("").replaceAll("&lt;", "<")).toContain(word);
});
