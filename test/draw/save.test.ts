import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plot } from "../../src/draw/plot.js";
import { saveFigure, toHtml, toPng, toSvg, writeFigure } from "../../src/draw/save.js";
import { scratchFolder } from "../scratch.js";

const figure = plot({
	title: "Two points",
	data: [{ x: [1, 2], y: [3, 4] }],
	notes: ["A note with <b>marks</b>.", "</details><script>alert(1)</script>."],
});
const pngSize = (bytes: Uint8Array) => {
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return [view.getUint32(16), view.getUint32(20)];
};

test("a file holds what its ending says", async () => {
	const folder = scratchFolder();
	const at = (name: string) => join(folder, name);
	await saveFigure(figure, at("a.svg"));
	await saveFigure(figure, at("a.PNG"));
	await saveFigure(figure, at("a.html"));
	await saveFigure(figure, at("a.csv"));
	await saveFigure(figure, at("a.txt"));
	expect(readFileSync(at("a.txt"), "utf8")).toMatch(/^Two points\n\n.*\n\nx {2}y\n1 {2}3\n2 {2}4\n/s);
	expect(readFileSync(at("a.svg"), "utf8")).toBe(await toSvg(figure));
	expect(readFileSync(at("a.PNG"))).toEqual(Buffer.from(await toPng(figure)));
	expect(readFileSync(at("a.html"), "utf8")).toBe(await toHtml(figure));
	expect(readFileSync(at("a.csv"), "utf8")).toBe("\ufeffx,y\n1,3\n2,4\n");
});

test("a picture has two pixels for one of the drawing, whatever its width", async () => {
	const { width = 0, height = 0 } = figure.layout;
	expect(pngSize(await toPng(figure))).toEqual([width * 2, height * 2]);
});

test.each(["chart.pdf", "chart", "chart.toString"])("%s is refused, and nothing is written", async (name) => {
	const folder = scratchFolder();
	await expect(saveFigure(figure, join(folder, name))).rejects.toThrow(
		/^unknown ending: .* \(known: \.svg, \.png, \.html, \.csv, \.txt\)$/,
	);
	expect(readdirSync(folder)).toEqual([]);
});

test("an arrow of one's own is drawn", async () => {
	const annotations = [{ x: 1, y: 3, text: "here" }];
	const svg = await toSvg(plot({ title: "a", data: [{ x: [1, 2], y: [3, 4] }], layout: { annotations } }));
	expect(svg).toContain("here");
	expect(svg).toContain("annotation-arrow");
});

test("a folder that does not exist is told", async () => {
	const file = join(scratchFolder(), "none", "a.csv");
	await expect(saveFigure(figure, file)).rejects.toThrow(`cannot write ${file}: its folder does not exist`);
});

test("all forms of a figure are written at once, under its id", async () => {
	const folder = join(scratchFolder(), "new");
	const files = await writeFigure(figure, folder);
	expect(files).toEqual(["svg", "png", "html", "csv", "txt"].map((ending) => join(folder, `two-points.${ending}`)));
	expect(readdirSync(folder)).toHaveLength(5);
});

test("notes stand in the page under a fold and in the SVG's description, letter by letter", async () => {
	const html = await toHtml(figure);
	expect(html).toContain("<summary>Notes and method</summary>");
	expect(html).toContain("<li>A note with &lt;b&gt;marks&lt;/b&gt;.</li>");
	expect(html).toContain("<li>&lt;/details&gt;&lt;script&gt;alert(1)&lt;/script&gt;.</li>");
	const desc = /<desc[^>]*>(.*?)<\/desc>/s.exec(await toSvg(figure))?.[1];
	expect(desc).toBe(
		"Two points. A note with &lt;b&gt;marks&lt;/b&gt;. &lt;/details&gt;&lt;script&gt;alert(1)&lt;/script&gt;.",
	);
});

test("a figure without notes has no fold", async () => {
	expect(await toHtml({ ...figure, notes: [] })).not.toContain("Notes and method");
});
