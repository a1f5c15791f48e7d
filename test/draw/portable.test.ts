import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, inflateSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { chromium } from "playwright-core";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { fontFiles } from "../../src/draw/fonts.js";
import { pathBox } from "../../src/draw/outside.js";
import { plot } from "../../src/draw/plot.js";
import { drawPng } from "../../src/draw/png.js";
import { toPng } from "../../src/draw/save.js";
import { drawSvg } from "../../src/draw/svg.js";
import { charts, filterDossier } from "../../src/index.js";
import { chromiumPath } from "../browser/chromium.js";
import { scratchFolder } from "../scratch.js";
import { ownDossier } from "../support/own-figures.js";
import { sharedCharts } from "../support/shared-charts.js";

const folder = sharedCharts();
const parsed = (svg: string) => new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
const idsIn = (document: Document) => [...document.querySelectorAll("[id]")].map(({ id }) => id);
const idsOf = (svg: string) => idsIn(parsed(svg));

test.each(catalogue)(
	"$id: every reference leads into the drawing, lines stand at heights of their own, the root scales",
	({ id }) => {
		const svg = readFileSync(join(folder, `${id}.svg`), "utf8");
		const document = parsed(svg);
		const root = document.documentElement;
		expect(root.getAttribute("viewBox")).toBe(`0 0 ${root.getAttribute("width")} ${root.getAttribute("height")}`);
		const ids = idsIn(document);
		expect(new Set(ids).size).toBe(ids.length);
		for (const each of ids) expect(each).toMatch(new RegExp(`^${id}-[0-9a-f]{12}-\\d+$`));
		const references = [...svg.matchAll(/<[^>]*url\(([^)]*)\)/g)].map(([, address = ""]) => address);
		expect(references.filter((each) => !ids.includes(each.replace("#", "")))).toEqual([]);
		for (const each of root.getAttribute("aria-labelledby")?.split(" ") ?? []) expect(ids).toContain(each);
		expect(document.querySelectorAll("tspan[dy]")).toHaveLength(0);
		for (const text of document.querySelectorAll("text")) {
			const heights = [...text.querySelectorAll("tspan.line")].map((line) => Number(line.getAttribute("y")));
			heights.slice(1).forEach((height, index) => {
				expect(height, text.textContent ?? "").toBeGreaterThan((heights[index] as number) + 5);
			});
		}
		const held = [...document.querySelectorAll("[textLength]")].map(({ textContent }) => textContent ?? "");
		expect(held.length).toBeGreaterThan(3);
		expect(held.filter((text) => /\p{Script=Arabic}/u.test(text))).toEqual([]);
	},
);

test("drawings of other data share no id, and equal data give equal bytes", async () => {
	const dossier = ownDossier;
	const draw = (from: string) => drawSvg(charts.ratePerYear(filterDossier(dossier, { from })));
	const [early, late] = [await draw("2021-07-01"), await draw("2023-01-01")];
	expect(idsOf(early).filter((id) => idsOf(late).includes(id))).toEqual([]);
	expect(await draw("2021-07-01")).toBe(early);
});

describe("where the numbers come from", () => {
	const map = charts.borderMap(filterDossier(ownDossier, { kind: "armed_clash" }));
	const origin = {
		kit: JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version,
		data: ownDossier.fingerprint,
		observed_from: ownDossier.observation.observed_from,
		observed_to: ownDossier.observation.observed_to,
		filter: "event type armed clash",
	};

	test("stands in the SVG", async () => {
		const text = parsed(await drawSvg(map)).querySelector("metadata")?.textContent ?? "";
		expect(JSON.parse(text)).toMatchObject(origin);
		expect(map.caption).toContain(`n = ${JSON.parse(text).n}`);
	});

	test("stands in the PNG, in chunks with the right check sums, and changes no pixel", async () => {
		const png = await toPng(map);
		const words = Object.fromEntries(
			chunksOf(png).flatMap(({ type, content }) => {
				const [keyword = "", , , , , ...text] = content.toString("utf8").split("\0");
				return type === "iTXt" ? [[keyword, text.join("\0")]] : [];
			}),
		);
		expect(words).toMatchObject({ Title: map.title, Description: map.alt, Source: map.source });
		expect(JSON.parse(words.Comment ?? "")).toMatchObject(origin);
		expect(pixelsOf(png).pixels.equals(pixelsOf(drawPng(await drawSvg(map))).pixels)).toBe(true);
	});
});

test("marks far beyond the edge, at which resvg ends the process, are not in the drawing; those that touch it are", async () => {
	const figure = plot({
		title: "Far out",
		data: [{ x: [1, 2], y: [1, 2] }],
		layout: {
			xaxis: { range: [0, 3] },
			yaxis: { range: [0, 3] },
			shapes: [
				{ type: "rect", x0: 90, x1: 91, y0: 1, y1: 2, opacity: 0.5, fillcolor: "#ff0000" },
				{ type: "rect", x0: 1, x1: 91, y0: 1, y1: 2, opacity: 0.5, fillcolor: "#00ff00" },
			],
		},
	});
	const svg = await drawSvg(figure);
	expect(svg).toContain("rgb(0, 255, 0)");
	expect(svg).not.toContain("rgb(255, 0, 0)");
	expect((await toPng(figure)).length).toBeGreaterThan(1000);
});

// Boxes by hand; arcs within twice their radius.
test.each([
	["M1,2L5,9Z", { x: 1, y: 2, width: 4, height: 7 }],
	["M10,10h5v-4h-20z", { x: -5, y: 6, width: 20, height: 4 }],
	["m1,1 2,2 2,-5", { x: 1, y: -2, width: 4, height: 5 }],
	["M0,0C10,20 30,-5 7,7", { x: 0, y: -5, width: 30, height: 25 }],
	["M3,0A3,3 0 1,1 0,-3", { x: -6, y: -9, width: 12, height: 12 }],
	["M1e2,-1.5e1H-.5", { x: -0.5, y: -15, width: 100.5, height: 0 }],
])("the box around %s", (path, box) => {
	expect(pathBox(path)).toEqual(box);
});

describe.skipIf(chromiumPath === null)(
	`in a page${chromiumPath === null ? " (skipped: no Chromium; CHROMIUM_PATH can name one)" : ""}`,
	() => {
		test("a second drawing below another looks as it does alone, and a narrow column shrinks it whole", async () => {
			const dossier = ownDossier;
			const [early, late] = await Promise.all(
				["2021-07-01", "2023-01-01"].map((from) => drawSvg(charts.yearToYearChange(filterDossier(dossier, { from })))),
			);
			const browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
			try {
				const page = await browser.newPage({ viewport: { width: 1000, height: 1600 } });
				const style = "<!doctype html><style>svg{display:block}body{margin:0}</style>";
				await page.setContent(`${style}${late}`);
				const alone = await page.locator("svg.main-svg").screenshot();
				await page.setContent(`${style}${early}${late}`);
				expect((await page.locator("svg.main-svg").nth(1).screenshot()).equals(alone)).toBe(true);
				await page.setContent(
					`<!doctype html><style>main{width:420px}main svg{max-width:100%;height:auto}</style><main>${late}</main>`,
				);
				const [box, caption] = (await page.evaluate(
					"[document.querySelector('svg'), [...document.querySelectorAll('svg text')].at(-1)].map((each) => { const { x, y, right, bottom } = each.getBoundingClientRect(); return { x, y, right, bottom }; })",
				)) as { x: number; y: number; right: number; bottom: number }[];
				expect((box?.right ?? 0) - (box?.x ?? 0)).toBeCloseTo(420, 0);
				expect(caption?.right).toBeLessThan(box?.right ?? 0);
				expect(caption?.bottom).toBeLessThan(box?.bottom ?? 0);
			} finally {
				await browser.close();
			}
		}, 60_000);
	},
);

const hasRsvg = spawnSync("rsvg-convert", ["--version"]).status === 0;

describe.skipIf(!hasRsvg)(`in librsvg${hasRsvg ? "" : " (skipped: no rsvg-convert; it is in librsvg2-bin)"}`, () => {
	test.each(["border-map", "incidents-along-border", "rate-per-year", "accuracy-by-source-kind"])(
		"%s is the picture that the kit draws",
		(id) => {
			const { width, height, pixels } = pixelsOf(readFileSync(join(folder, `${id}.png`)));
			const other = pixelsOf(byRsvg(readFileSync(join(folder, `${id}.svg`))));
			expect([other.width, other.height]).toEqual([width, height]);
			// Mean darkness of squares of 20 pixels: edges of letters differ, what stands where does not.
			const squares = [squaresOf(pixels, width, height), squaresOf(other.pixels, width, height)] as const;
			const apart = squares[0].filter((value, index) => Math.abs(value - (squares[1][index] as number)) > 60);
			expect(apart.length / squares[0].length).toBeLessThan(0.005);
		},
	);
});

/** A picture by librsvg with the kit's fonts and no others. */
function byRsvg(svg: Buffer): Buffer {
	const work = scratchFolder();
	mkdirSync(join(work, "fonts"));
	for (const [name, file] of Object.entries(fontFiles)) cpSync(file, join(work, "fonts", `${name}.ttf`));
	const config = join(work, "fonts.conf");
	writeFileSync(
		config,
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(work, "fonts")}</dir><cachedir>${join(work, "cache")}</cachedir></fontconfig>`,
	);
	const { status, stdout, stderr } = spawnSync("rsvg-convert", ["--zoom=2", "--background-color=white"], {
		input: svg,
		env: { ...process.env, FONTCONFIG_FILE: config },
		maxBuffer: 1e8,
	});
	if (status !== 0) throw new Error(String(stderr));
	return stdout;
}

function chunksOf(png: Uint8Array) {
	const bytes = Buffer.from(png);
	const chunks: { type: string; content: Buffer }[] = [];
	for (let at = 8; at < bytes.length; ) {
		const length = bytes.readUInt32BE(at);
		expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(bytes.subarray(at + 4, at + 8 + length)));
		chunks.push({ type: bytes.toString("latin1", at + 4, at + 8), content: bytes.subarray(at + 8, at + 8 + length) });
		at += 12 + length;
	}
	return chunks;
}

/** Pixels of a PNG of 8 bits a channel, as red, green, blue and opacity. */
function pixelsOf(png: Uint8Array) {
	const chunks = chunksOf(png);
	const head = (chunks[0] as { content: Buffer }).content;
	const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]];
	const channels = kind === 6 ? 4 : 3;
	if (depth !== 8 || (kind !== 6 && kind !== 2)) throw new Error(`not read here: depth ${depth}, kind ${kind}`);
	const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ content }) => content)));
	const row = width * channels;
	const lines = Buffer.alloc(row * height);
	for (let y = 0; y < height; y++) {
		const filter = packed[y * (row + 1)] as number;
		for (let x = 0; x < row; x++) {
			const left = x < channels ? 0 : (lines[y * row + x - channels] as number);
			const up = y === 0 ? 0 : (lines[(y - 1) * row + x] as number);
			const corner = x < channels || y === 0 ? 0 : (lines[(y - 1) * row + x - channels] as number);
			const guess = left + up - corner;
			const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
			const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
			const add = [0, left, up, (left + up) >> 1, paeth][filter] as number;
			lines[y * row + x] = (packed[y * (row + 1) + 1 + x] as number) + add;
		}
	}
	const pixels = Buffer.alloc(width * height * 4, 255);
	for (let at = 0; at < width * height; at++) lines.copy(pixels, at * 4, at * channels, at * channels + channels);
	return { width, height, pixels };
}

function squaresOf(pixels: Buffer, width: number, height: number, size = 20): number[] {
	const squares: number[] = [];
	for (let top = 0; top + size <= height; top += size)
		for (let left = 0; left + size <= width; left += size) {
			let sum = 0;
			for (let y = top; y < top + size; y++)
				for (let x = left; x < left + size; x++) {
					const at = (y * width + x) * 4;
					sum += (pixels[at] as number) + (pixels[at + 1] as number) + (pixels[at + 2] as number);
				}
			squares.push(sum / (3 * size * size));
		}
	return squares;
}
