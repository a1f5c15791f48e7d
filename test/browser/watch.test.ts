import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { watchCharts } from "../../src/command/watch.js";
import { scratchData, scratchFolder } from "../scratch.js";
import { chromiumPath } from "./chromium.js";
import { openBrowser, watchedPage } from "./watched-page.js";

const sixIncidents = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

describe.skipIf(chromiumPath === null)("watching a data folder (needs Chromium)", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await openBrowser();
	});
	afterAll(() => browser.close());

	test("a saved table draws the chart anew in the open page; a broken one shows its problem there and leaves the chart on disk", async () => {
		const { folder, edit } = scratchData(sixIncidents);
		const out = scratchFolder();
		const lines: string[] = [];
		const ending = new AbortController();
		const terminal = { say: (line: string) => lines.push(line), warn: () => {}, isInteractive: false };
		const options = { data: folder, out, only: ["incidents-by-province"], workers: "1" };
		const watching = watchCharts(options, terminal, ending.signal);
		await expect.poll(() => lines.some((line) => line.startsWith("watching")), { timeout: 100_000 }).toBe(true);
		const address = /http:\S+/.exec(lines.at(-1) ?? "")?.[0] ?? "";
		const { page, strayRequests, complaints } = await watchedPage(browser, new URL(address).origin);
		await page.goto(address);
		await page.waitForSelector("td:text-is('Northland')", { state: "attached" });

		const drawn = readFileSync(join(out, "incidents-by-province.svg"), "utf8");
		edit("incidents.csv", (text) => text.replace("2022-01-10", "2022-13-10"));
		await page.waitForSelector("[role=alert]");
		expect(await page.locator("li").allTextContents()).toEqual([
			"incidents.csv:2 date_start: not a date: 2022-13-10 (there is no such day)",
		]);
		expect(readFileSync(join(out, "incidents-by-province.svg"), "utf8")).toBe(drawn);

		edit("incidents.csv", (text) => text.replace("2022-13-10", "2022-01-10").replaceAll("Northland", "Hillland"));
		await page.waitForSelector("td:text-is('Hillland')", { state: "attached" });
		expect(readFileSync(join(out, "incidents-by-province.svg"), "utf8")).toContain("Hillland");
		ending.abort();
		await watching;
		expect(strayRequests).toEqual([]);
		expect(complaints.filter((each) => !/events|ERR_CONNECTION/.test(each))).toEqual([]);
		await page.close();
	});
});
