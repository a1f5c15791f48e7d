import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePages } from "../../src/command/pages.js";
import { type Dossier, loadDossier } from "../../src/index.js";
import { hostileDossier } from "../hostile.js";
import { scratchFolder } from "../scratch.js";
import { chromiumPath } from "./chromium.js";
import { openBrowser, watchedPage } from "./watched-page.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sixIncidents = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

function written(dossier: Dossier): string {
	const folder = scratchFolder();
	writePages(dossier, (file, text) => {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	});
	return folder;
}

const addressOf = (folder: string, file: string) => pathToFileURL(join(folder, file)).href;
const shownIds = (page: Page) =>
	page.locator("#table tbody tr").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-id")));

describe.skipIf(chromiumPath === null)("pages in Chromium (needs it)", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await openBrowser();
	});
	afterAll(() => browser.close());

	test("six incidents, by hand: filters narrow the rows, the address opens the same rows, and a link leads to the page", async () => {
		const home = addressOf(written(loadDossier(sixIncidents)), "incidents.html");
		const { page, strayRequests, complaints } = await watchedPage(browser, "file:");
		await page.goto(home);
		expect(await shownIds(page)).toEqual(["a-clash", "b-fire", "c-closure", "d-shooting", "e-tally", "f-raid"]);
		await page.selectOption("[name=side]", "taliban");
		expect(await shownIds(page)).toEqual(["a-clash", "b-fire", "c-closure", "d-shooting"]);
		await page.fill("[name=from]", "2022-01-20");
		expect(await shownIds(page)).toEqual(["b-fire", "c-closure", "d-shooting"]);
		// d-shooting is known to its province and its month only.
		expect(await page.textContent("#count")).toContain(
			"3 of 6 incidents; 1 without a point on the map, 1 without a known day",
		);
		const { page: second } = await watchedPage(browser, "file:");
		await second.goto(page.url());
		expect(await shownIds(second)).toEqual(await shownIds(page));
		await page.click("button[type=reset]");
		// "North Gate" by its Persian name with an Arabic letter, as the gazetteer of the fixture does not spell it.
		await page.fill("[name=q]", "دروازة");
		expect(await shownIds(page)).toEqual(["c-closure"]);
		await page.click("#table tbody a");
		expect(await page.textContent("h1")).toContain("Closure: North Gate");
		// Ministry and state agency are Iranian, the spokesman's claim has no day: three claims, the ministry's decisive.
		expect(await page.locator(".claims tbody tr").count()).toBe(3);
		expect(await page.textContent("#question-1 .facts")).toContain("yes (confirmed)");
		expect(strayRequests).toEqual([]);
		expect(complaints).toEqual([]);
	});

	test("an address with an unknown filter says so and shows every incident", async () => {
		const { page } = await watchedPage(browser, "file:");
		await page.goto(`${addressOf(written(loadDossier(sixIncidents)), "incidents.html")}#kind=clash`);
		expect(await page.textContent("#problems")).toContain("unknown kind: clash (known: armed_clash");
		expect(await shownIds(page)).toHaveLength(6);
	});

	test("hostile data come out as text: nothing of them runs, is an element or asks for anything", async () => {
		const dossier = hostileDossier();
		const folder = written(dossier);
		const files = ["incidents.html", ...dossier.incidents.slice(0, 6).map((row) => `incident/${row.incident_id}.html`)];
		for (const file of files) {
			const { page, strayRequests, complaints } = await watchedPage(browser, "file:");
			await page.addInitScript("window.hits = []; window.__hit = (what) => window.hits.push(what);");
			await page.goto(addressOf(folder, file));
			expect(await page.evaluate("window.hits")).toEqual([]);
			expect(await page.locator("main img, main script, main [onload], main a[href^=javascript], main u").count()).toBe(
				0,
			);
			expect(await page.textContent("main")).toMatch(/<img src=x|<\/script>|<svg onload/);
			expect([...strayRequests, ...complaints]).toEqual([]);
			await page.close();
		}
	});

	test.each(["light", "dark"] as const)("axe-core finds nothing serious, %s", async (colorScheme) => {
		const dossier = loadDossier();
		const folder = written(dossier);
		for (const file of ["incidents.html", "incident/2021-12-01-kang-shaghalak-armed-clash.html"]) {
			// The content policy of the pages would refuse the script of the test.
			const page = await browser.newPage({ colorScheme, bypassCSP: true });
			await page.goto(addressOf(folder, file));
			await page.evaluate(axe);
			const { violations, passes } = (await page.evaluate("axe.run()")) as Record<
				"violations" | "passes",
				{ id: string; impact: string }[]
			>;
			expect(passes.length).toBeGreaterThan(10);
			expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
			await page.close();
		}
	});
});
