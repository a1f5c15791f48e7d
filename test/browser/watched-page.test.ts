import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, onTestFinished, test } from "vitest";
import { chromiumPath } from "./chromium.js";
import { drawnCharts, forbiddenButtons } from "./drawn-charts.js";
import { openBrowser, watchedPage } from "./watched-page.js";

const plotly = readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist"), "utf8");

test.skipIf(chromiumPath === null)(
	"the watch sees a stray request, an error, a cloud button, a logo and text that is cut off (needs Chromium)",
	async () => {
		const browser = await openBrowser();
		onTestFinished(() => browser.close());
		const { page, strayRequests, complaints } = await watchedPage(browser, "data:");
		await page.setContent(
			`<img src="http://127.0.0.1:9/a.png"><script>console.error("a fault"); throw new Error("thrown")</script>`,
		);
		expect(strayRequests).toEqual(["http://127.0.0.1:9/a.png"]);
		expect(complaints).toEqual(
			expect.arrayContaining([
				"error: a fault",
				"Error: thrown",
				expect.stringMatching(/^net::.* http:\/\/127\.0\.0\.1:9\/a\.png$/),
			]),
		);

		await page.setContent(`<div id="chart"></div>`);
		await page.addScriptTag({ content: plotly });
		await page.evaluate(
			`Plotly.newPlot("chart", [{ y: [1, 2] }], { width: 300, title: { text: "${"too long ".repeat(9)}" } }, { displaylogo: true, showSendToCloud: true })`,
		);
		const [chart] = await drawnCharts(page);
		expect(chart?.marks).toBeGreaterThan(0);
		expect(chart && forbiddenButtons(chart)).not.toEqual([]);
		expect(chart?.logos).toBeGreaterThan(0);
		expect(chart?.cutOff).toEqual(["too long ".repeat(9).trim()]);
	},
);
