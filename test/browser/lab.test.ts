import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { loadDossier } from "../../src/index.js";
import { type LabServer, startLab } from "../lab-server.js";
import { scratchCheckout } from "../scratch-checkout.js";
import { chromiumPath } from "./chromium.js";
import { drawnCharts, forbiddenButtons, hoversCutOff, hoverText } from "./drawn-charts.js";
import { notebookPage } from "./notebook-page.js";
import { notebooks, plotlyType, storedCharts } from "./stored-notebooks.js";
import { keepsPictures, openBrowser, watchedPage } from "./watched-page.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const hasVenv = existsSync(join(root, ".venv/.requirements"));
describe.skipIf(chromiumPath === null || !hasVenv)("JupyterLab in Chromium (needs it, and .venv)", () => {
	let checkout: string;
	let lab: LabServer;
	let browser: Browser;

	beforeAll(async () => {
		const undo: (() => void)[] = [];
		checkout = scratchCheckout({ whenDone: (clear) => undo.push(clear) });
		lab = await startLab(checkout, { PATH: process.env.PATH, HOME: checkout });
		browser = await openBrowser();
		return async () => {
			await browser.close();
			await lab.stop();
			for (const clear of undo) clear();
		};
	});

	test.each(notebooks.map(({ name }) => name))(
		"%s runs from the top without a fault, draws every chart, and shows them when it is opened again",
		async (name) => {
			const { page, strayRequests, complaints, picture } = await watchedPage(browser, lab.address.origin);
			const path = join(checkout, "notebooks", name);
			const stored = storedCharts(path).length;
			const { open, see, runAll, saveAndClose, charts, faults } = notebookPage(page, name);
			await open(lab.address);
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
			expect(storedCharts(path).map((data) => Object.keys(data[plotlyType] ?? {}))).toEqual(
				Array.from({ length: stored }, () => ["config", "data", "layout"]),
			);
			await open("list");
			await see(stored);
			for (const chart of await drawnCharts(page)) expect(chart.marks).toBeGreaterThan(0);
			expect(strayRequests).toEqual([]);
			expect(complaints).toEqual([]);
			await page.close();
		},
		300_000,
	);

	test("a hover on the claim ladder names the source; in a narrow window the chart scrolls", async () => {
		const { page } = await watchedPage(browser, lab.address.origin);
		const { open, see, charts } = notebookPage(page, "0-one-clash.ipynb");
		await open(lab.address);
		await see(storedCharts(join(checkout, "notebooks/0-one-clash.ipynb")).length);
		const text = await hoverText(charts.first());
		const names = loadDossier().sources.map((source) => source.name);
		expect(names.filter((name) => text.includes(name))).not.toEqual([]);
		await page.setViewportSize({ width: 1000, height: 800 });
		const reached = await charts.first().evaluate((chart) => {
			chart.scrollLeft = 10_000;
			return { window: chart.clientWidth, rightEdge: chart.scrollLeft + chart.clientWidth };
		});
		expect(reached.window).toBeLessThan(900);
		expect(reached.rightEdge).toBe(900);
		await page.close();
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

	test("a wrong column name fails before the cell runs, with line and column", async () => {
		const { page, picture } = await watchedPage(browser, lab.address.origin);
		const { open, runAll, typeCell, faults } = notebookPage(page, "0-one-clash.ipynb");
		await open(lab.address);
		await runAll();
		const output = await typeCell('text("it ran");\ndossier.incidents.map((row) => row.provinc);');
		await expect
			.poll(faults, { timeout: 30_000 })
			.toEqual(["2:36 - Property 'provinc' does not exist on type 'Incident'.\n"]);
		expect(await output.textContent()).not.toContain("it ran");
		await picture("lab-wrong-column");
		await page.close();
	}, 180_000);
});
