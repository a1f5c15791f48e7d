import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import { type Browser, chromium } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import type { Figure } from "../../src/charts/parts/frame.js";
import { filledReadme } from "../../src/command/readme.js";
import { sharedFonts, sharedFontsFile } from "../../src/draw/embedded-fonts.js";
import { figurePage } from "../../src/draw/figure-page.js";
import { drawSvg } from "../../src/draw/svg.js";
import { tableCsv } from "../../src/draw/table-csv.js";
import { tableHtml } from "../../src/notebook/table.js";
import { chromiumPath } from "../browser/chromium.js";
import { hostileDossier, payloads } from "../hostile.js";
import { scratchFolder } from "../scratch.js";

const dossier = hostileDossier();
const figures = catalogue.map(({ draw }) => draw(dossier));
const plotly = readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist"), "utf8");

/** What would run, load or lead away in a drawing or a page. */
const dangers =
	"script, iframe, object, embed, foreignObject, a[href^='javascript' i], img[src='x'], [onerror], [onload], [onclick], [onmouseover]";

describe("every chart of hostile data, as SVG", () => {
	const drawn = new Map<string, string>();
	beforeAll(async () => {
		for (const figure of figures) drawn.set(figure.id, await drawSvg(figure));
	}, 300_000);

	test.each(figures)(
		"$id is well-formed XML that runs nothing, leads nowhere and obeys no mark in the data",
		({ id }) => {
			const svg = drawn.get(id) ?? "";
			const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
			expect(document.documentElement.tagName).toBe("svg");
			expect(document.querySelectorAll(`${dangers}, a`)).toHaveLength(0);
			// plotly would underline <u> and raise <sup>.
			expect(svg).not.toMatch(/text-decoration:\s*underline|font-size:\s*70%/);
			expect(document.documentElement.textContent).not.toContain("<img src=x onerror=__hit('decoded')>");
			// The mark stands there letter by letter: taken for markup, it would be gone and its letter bold.
			expect(document.documentElement.textContent).not.toMatch(/(?<!<b>m<\/b>)<img src=x/);
		},
	);

	test("the payloads are really in the drawings (the test could fail)", () => {
		const text = [...drawn.values()].join();
		expect(text).toContain("&lt;img src=x");
		expect(text).toContain("=cmd|");
		expect(text).toContain("&lt;b&gt;m&lt;/b&gt;&lt;img src=x");
	});
});

test.each(figures)("$id: the CSV has no cell that a spreadsheet would run, and its texts come back", ({ table }) => {
	const [, ...rows]: string[][] = parse(tableCsv(table));
	const columns = [...new Set(table.flatMap((row) => Object.keys(row)))];
	rows.forEach((cells, index) => {
		cells.forEach((cell, column) => {
			const meant = table[index]?.[columns[column] ?? ""] ?? "";
			if (typeof meant !== "string") expect(cell).toBe(String(meant));
			else {
				expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
				expect(cell.replace(/^'/, "")).toBe(meant.replace(/^'/, ""));
			}
		});
	});
});

test("a table in a notebook shows every text letter by letter", () => {
	for (const { table } of figures) {
		const { document } = new JSDOM(tableHtml(table, { limit: 10_000 })).window;
		expect(document.querySelectorAll(`${dangers}, a, u, sup, svg`)).toHaveLength(0);
	}
});

test("the README takes no HTML, link, picture or cell border from the data", () => {
	const blocks = ["findings", "size", "glossary"].map(
		(name) => `<!-- ${name}: filled by npm run readme -->\n<!-- /${name} -->`,
	);
	const filled = filledReadme(blocks.join("\n"), dossier).replaceAll(/<!-- [^>]* -->/g, "");
	expect(filled).not.toMatch(/<(?!!)/);
	expect(filled).not.toMatch(/(?<!\\)\]\((?!charts\/[a-z0-9-]+\.svg\))/);
});

describe.skipIf(chromiumPath === null)(
	`pages of hostile data in Chromium${chromiumPath === null ? " (skipped: no Chromium; CHROMIUM_PATH can name one)" : ""}`,
	() => {
		test("the page of every chart, and one that can be sent alone: nothing of the data runs, is linked or asks for anything, hovered or not", async () => {
			const folder = scratchFolder();
			const put = (file: string, text: string) => writeFileSync(join(folder, file), text);
			put("plotly.js", plotly);
			// A cell that leads to one incident, and one that leads to two, in every row.
			const [one, two] = ['x" onload="__hit(1)', "</script><script>__hit(2)</script>"];
			const linksOf = ({ table }: Figure) => ({
				counted: table.map((row) => {
					const [first = "", second = ""] = Object.keys(row);
					return { [first]: [one], [second]: [one, two] };
				}),
				sources: [],
			});
			put(sharedFontsFile, sharedFonts());
			for (const figure of figures)
				put(`${figure.id}.html`, figurePage(figure, { plotlyFile: "plotly.js", links: linksOf(figure) }));
			put("alone.html", figurePage(figures.find(({ id }) => id === "claim-timeline") as Figure, plotly));
			const browser: Browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
			try {
				const whatHappens = await observer(browser);
				let shown = 0;
				for (const file of ["alone.html", ...figures.map(({ id }) => `${id}.html`)]) {
					const happened = await whatHappens(pathToFileURL(join(folder, file)).href);
					expect(
						happened.filter((each) => each !== "shown"),
						file,
					).toEqual([]);
					if (happened.includes("shown")) shown++;
				}
				// Hovers of counts hold no text of the data; were none to hold any, nothing would have been tried.
				expect(shown).toBeGreaterThan(5);
			} finally {
				await browser.close();
			}
		}, 600_000);
	},
);

/**
 * Opens an address, draws and hovers whatever is there, and tells all that should not have happened. One tab opens all
 * addresses in turn, so that it compiles plotly.js once.
 */
async function observer(browser: Browser): Promise<(address: string) => Promise<string[]>> {
	const page = await browser.newPage();
	let happened: string[] = [];
	let home = "";
	page.on("dialog", (dialog) => {
		happened.push(`dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on("pageerror", (error) => happened.push(`error ${error.message}`));
	page.on("console", (message) => happened.push(`console ${message.text()}`));
	page.on("request", (request) => {
		if (request.url() !== home && !/^(data|blob):|\/(plotly\.js|fonts\.css)$/.test(request.url()))
			happened.push(`request ${request.url()}`);
	});
	await page.addInitScript("window.__hits = []; window.__hit = (what) => void window.__hits.push(what);");
	return async (address) => {
		happened = [];
		home = address;
		await page.goto(address);
		await page.evaluate("dispatchEvent(new Event('beforeprint'))");
		await page.waitForFunction(
			"[...document.querySelectorAll('.chart')].every((chart) => chart._fullLayout && chart.calcdata)",
		);
		await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
		happened.push(...((await page.evaluate(hoverAll)) as string[]));
		return happened;
	};
}

// As text: it runs in the page, whose names the tests do not know.
const hoverAll = `(() => {
	const found = [];
	let read = "";
	// plotly shows one hover in 50 ms; its clock runs faster here.
	let now = Date.now();
	Date.now = () => (now += 1000);
	for (const chart of document.querySelectorAll(".chart")) {
		for (const [curveNumber, points] of chart.calcdata.entries()) {
			const { xaxis, yaxis, geo, hoverinfo } = chart._fullData[curveNumber];
			if (hoverinfo === "skip") continue;
			for (let pointNumber = 0; pointNumber < Math.min(points.length, 4); pointNumber++) {
				Plotly.Fx.hover(chart, [{ curveNumber, pointNumber }], geo ?? xaxis + yaxis);
				read += chart.querySelector(".hoverlayer").textContent;
				for (const each of chart.querySelectorAll(".hoverlayer a, .hoverlayer [style*='underline']"))
					found.push("in a hover: " + each.outerHTML.slice(0, 200));
			}
		}
	}
	for (const each of document.querySelectorAll(${JSON.stringify(dangers)}))
		if (each.tagName !== "SCRIPT" || each.textContent.startsWith("__hit")) found.push("in the page: " + each.outerHTML.slice(0, 200));
	if (/(?<!<b>m<\\/b>)<img src=x/.test(read)) found.push("a hover takes a mark for bold");
	return [...found, ...window.__hits.map((hit) => "ran " + hit), ...(read.includes("<img src=x") ? ["shown"] : [])];
})()`;

test("every payload is tried", () => {
	const text = JSON.stringify(figures.map(({ table }) => table));
	for (const payload of payloads) expect(text).toContain(JSON.stringify(payload).slice(1, -1));
});
