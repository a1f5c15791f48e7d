import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { sharedCharts } from "../support/shared-charts.js";
import { chromiumPath } from "./chromium.js";
import { drawnCharts, forbiddenButtons, hoverText } from "./drawn-charts.js";
import { openBrowser, type WatchedPage, watchedPage } from "./watched-page.js";

const pages = catalogue.map(({ id }) => `${id}.html`);

describe.skipIf(chromiumPath === null)("in Chromium (needs it)", () => {
	let browser: Browser;
	let folder: string;
	beforeAll(async () => {
		folder = sharedCharts();
		browser = await openBrowser();
	});
	afterAll(() => browser.close());
	/** Tabs that no test uses just now. A tab opens many pages in turn, so that it compiles plotly.js once. */
	const idle: WatchedPage[] = [];

	test.concurrent.each(pages)(
		"%s draws its chart, whole, answers a hover, and asks for nothing but files",
		async (name) => {
			const tab = idle.pop() ?? (await watchedPage(browser, "file:", { width: 1000 }));
			const { page, strayRequests, complaints, picture } = tab;
			await page.goto(pathToFileURL(join(folder, name)).href);
			const places = await page.locator(".chart").all();
			for (const place of places) {
				await place.scrollIntoViewIfNeeded();
				await place.locator(".modebar").waitFor({ state: "attached" });
			}
			const charts = await drawnCharts(page);
			expect(charts).toHaveLength(1);
			for (const chart of charts) {
				expect(chart.marks).toBeGreaterThan(0);
				expect(chart.logos).toBe(0);
				expect(chart.cutOff).toEqual([]);
				expect(chart.buttons).toContain("Download plot as a PNG");
				expect(forbiddenButtons(chart)).toEqual([]);
			}
			expect(await hoverText(page.locator(".js-plotly-plot"))).not.toBe("");
			await picture(`chart-${name.replace(".html", "")}`);
			expect(strayRequests).toEqual([]);
			expect(complaints).toEqual([]);
			// One that failed stays out of use, with what it found.
			idle.push(tab);
		},
		120_000,
	);
});
