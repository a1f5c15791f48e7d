import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import type { Browser } from "playwright-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type DossierFilter, filterDossier, loadDossier } from "../../src/index.js";
import { type LabServer, startLab } from "../lab-server.js";
import { cellsOf, changed } from "../notebook-change.js";
import { scratchCheckout } from "../scratch-checkout.js";
import { chromiumPath } from "./chromium.js";
import { drawnCharts, forbiddenButtons, hoversCutOff, hoverText } from "./drawn-charts.js";
import { notebookPage } from "./notebook-page.js";
import { notebooks, plotlyType, storedCharts } from "./stored-notebooks.js";
import { keepsPictures, openBrowser, type WatchedPage, watchedPage } from "./watched-page.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const hasVenv = existsSync(join(root, ".venv/.requirements"));
/** What a reader puts into the one cell to change of each notebook, and how a chart then names its part of the data. */
const changes: Readonly<Record<string, readonly [from: string, to: string, filter: DossierFilter]>> = {
	"0-one-clash.ipynb": [
		'"2021-12-01-kang-shaghalak-armed-clash"',
		'"2023-05-27-sasoli-clash"',
		{ incident_id: "2023-05-27-sasoli-clash" },
	],
	"1-frequency.ipynb": ["everything, {}", 'everything, { side: "taliban" }', { side: "taliban" }],
	"2-location.ipynb": ["everything, {}", 'everything, { frontier: "af-ir" }', { frontier: "af-ir" }],
	"3-reliability.ipynb": ["everything, {}", "everything, { min_sources: 2 }", { min_sources: 2 }],
	"4-methods.ipynb": ["everything, {}", 'everything, { to: "2022-12-31" }', { to: "2022-12-31" }],
};

describe.skipIf(chromiumPath === null || !hasVenv)("JupyterLab in Chromium (needs it, and .venv)", () => {
	let checkout: string;
	let lab: LabServer;
	let browser: Browser;
	// One page for all, as a person has: what JupyterLab itself loads, it loads once.
	let watched: WatchedPage;
	const pathOf = (name: string) => join(checkout, "notebooks", name);
	/** How many charts each notebook had before anything ran. */
	const charted = new Map<string, number>();

	beforeAll(async () => {
		const undo: (() => void)[] = [];
		checkout = scratchCheckout({ whenDone: (clear) => undo.push(clear) });
		for (const { name } of notebooks) {
			const [from, to] = changes[name] ?? ["", ""];
			const file = JSON.parse(readFileSync(pathOf(name), "utf8"));
			const sources = new Map(changed(cellsOf(pathOf(name)), from, to).map(({ id, source }) => [id, source]));
			for (const cell of file.cells) cell.source = sources.get(cell.id);
			writeFileSync(pathOf(name), JSON.stringify(file));
			charted.set(name, storedCharts(pathOf(name)).length);
		}
		lab = await startLab(checkout, { PATH: process.env.PATH, HOME: checkout });
		browser = await openBrowser();
		watched = await watchedPage(browser, lab.address.origin);
		await notebookPage(watched.page, notebooks[0]?.name ?? "").open(lab.address);
		return async () => {
			await browser.close();
			await lab.stop();
			for (const clear of undo) clear();
		};
	});
	afterEach(() => {
		expect(watched.strayRequests).toEqual([]);
		expect(watched.complaints).toEqual([]);
	});

	test.each(notebooks.map(({ name }) => name))(
		"%s shows its stored charts; with its one cell changed it runs to its end without an error, draws every chart, and shows them when it is opened again",
		async (name) => {
			const { page, picture } = watched;
			const stored = charted.get(name) ?? 0;
			const { open, see, runAll, saveAndClose, charts, faults } = notebookPage(page, name);
			await open("list");
			await see(stored);

			await runAll();
			expect(await faults()).toEqual([]);
			await see(stored);
			for (const chart of await drawnCharts(page)) {
				expect(chart.marks).toBeGreaterThan(0);
				expect(chart.logos).toBe(0);
				expect(chart.cutOff).toEqual([]);
				expect(forbiddenButtons(chart)).toEqual([]);
			}
			for (const [index, chart] of keepsPictures ? (await charts.all()).entries() : []) {
				await chart.scrollIntoViewIfNeeded();
				await chart.locator(".main-svg").first().waitFor();
				expect(await hoversCutOff(chart), `${name}, chart ${index + 1}`).toEqual([]);
				// JupyterLab brings back cells that it had put away while nobody looked.
				await page.waitForTimeout(300);
				await picture(`lab-${name}-${index + 1}`);
			}

			await saveAndClose();
			const saved = storedCharts(pathOf(name));
			expect(saved.map((data) => Object.keys(data[plotlyType] ?? {}))).toEqual(
				Array.from({ length: stored }, () => ["config", "data", "layout"]),
			);
			const filter = filterDossier(loadDossier(), changes[name]?.[2] ?? {}).filter?.text ?? "";
			expect(filter).not.toBe("");
			// A long line is drawn in parts.
			for (const data of saved)
				expect(JSON.stringify(data[plotlyType]).replaceAll(/<br>/g, " "), name).toContain(filter);
			await open("list");
			await see(stored);
			for (const chart of await drawnCharts(page)) expect(chart.marks).toBeGreaterThan(0);
			if (name === notebooks[0]?.name) expect(names(await hoverText(charts.first()))).not.toEqual([]);
		},
		300_000,
	);

	/** The names of sources that occur in a text. */
	const names = (text: string) =>
		loadDossier()
			.sources.map((source) => source.name)
			.filter((name) => text.includes(name));

	test("in a narrow window the chart scrolls", async () => {
		const { page } = watched;
		const { open, see, charts } = notebookPage(page, "0-one-clash.ipynb");
		await open("list");
		await see(storedCharts(pathOf("0-one-clash.ipynb")).length);
		await page.setViewportSize({ width: 1000, height: 800 });
		const reached = await charts.first().evaluate((chart) => {
			chart.scrollLeft = 10_000;
			return { window: chart.clientWidth, rightEdge: chart.scrollLeft + chart.clientWidth };
		});
		expect(reached.window).toBeLessThan(900);
		expect(reached.rightEdge).toBe(900);
	}, 180_000);

	test("a wrong column name fails before the cell runs, with line and column", async () => {
		const { page, picture } = watched;
		const { open, typeCell, faults } = notebookPage(page, "0-one-clash.ipynb");
		await open("list");
		// It imports what it needs, so that no other cell has to run for it.
		const output = await typeCell(
			'import { loadDossier } from "border-incidents";\nconsole.log("it ran");\nloadDossier().incidents.map((row) => row.provinc);',
		);
		await expect
			.poll(faults, { timeout: 30_000 })
			.toEqual(["3:42 - Property 'provinc' does not exist on type 'Incident'.\n"]);
		expect(await output.textContent()).not.toContain("it ran");
		await picture("lab-wrong-column");
	}, 180_000);

	test("a notebook saved as HTML from the menu has alternative texts and names no other server", async () => {
		const address = new URL(`/nbconvert/html/notebooks/0-one-clash.ipynb${lab.address.search}`, lab.address);
		const html = await (await fetch(address)).text();
		const images = [...new JSDOM(html).window.document.querySelectorAll("img")].map(({ alt }) => alt);
		const alts = storedCharts(join(checkout, "notebooks/0-one-clash.ipynb")).map((data) =>
			[data["text/plain"]].flat().join(""),
		);
		expect(images).toEqual(alts);
		expect(html).not.toMatch(/<(script|link|img)[^>]*(src|href)="https?:/);
	});
});
