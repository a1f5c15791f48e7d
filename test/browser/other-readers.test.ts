import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jupyterEnvironment } from "../../src/command/jupyter.js";
import { scratchFolder } from "../scratch.js";
import { sharedCharts } from "../support/shared-charts.js";
import { chromiumPath } from "./chromium.js";
import { notebooks, storedCharts } from "./stored-notebooks.js";
import { openBrowser, watchedPage } from "./watched-page.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const root = fileURLToPath(new URL("../..", import.meta.url));
const python = join(root, ".venv/bin/python");

describe.skipIf(chromiumPath === null)("where no plotly is, in Chromium (needs it)", () => {
	let browser: Browser;
	let charts: string;
	beforeAll(async () => {
		charts = sharedCharts();
		browser = await openBrowser();
	});
	afterAll(() => browser.close());

	test("an SVG is whole in any face, and told to a screen reader", async () => {
		const pictures = readdirSync(charts).filter((name) => name.endsWith(".svg"));
		expect(pictures.length).toBeGreaterThan(30);
		const { page, strayRequests, complaints } = await watchedPage(browser, "file:", { width: 1000 });
		for (const name of pictures) {
			await page.goto(pathToFileURL(join(charts, name)).href);
			const drawing = await page
				.locator("svg")
				.first()
				.evaluate((svg) => {
					const { left, right } = svg.getBoundingClientRect();
					const lines = [...svg.querySelectorAll<SVGTextContentElement>("[textLength]")];
					const boxes = lines.map((line) => [line.textContent, line.getBoundingClientRect()] as const);
					return {
						lines: lines.length,
						wider: lines.filter((line) => Math.abs(line.getComputedTextLength() - line.textLength.baseVal.value) > 1)
							.length,
						cutOff: boxes.filter(([, box]) => box.left < left - 1 || box.right > right + 1).map(([text]) => text),
						told: svg
							.getAttribute("aria-labelledby")
							?.split(" ")
							.map((id) => svg.querySelector(`#${id}`)?.textContent ?? ""),
					};
				});
			expect(drawing, name).toMatchObject({ wider: 0, cutOff: [] });
			expect(drawing.lines, name).toBeGreaterThan(5);
			expect(drawing.told, name).toEqual([expect.stringMatching(/^\S.{15,}/), expect.stringMatching(/^\p{Lu}.*\.$/su)]);
		}
		expect(strayRequests).toEqual([]);
		expect(complaints).toEqual([]);
		await page.close();
	});

	test.skipIf(!existsSync(python))(
		"notebooks saved as HTML show each chart as a picture with its alternative text, ask for nothing, and axe-core finds nothing serious (needs .venv)",
		async () => {
			const out = scratchFolder();
			const words = [
				"-m",
				"nbconvert",
				"--to=html",
				"--log-level=WARN",
				`--output-dir=${out}`,
				...notebooks.map(({ path }) => path),
			];
			const { stderr } = spawnSync(python, words, { encoding: "utf8", env: jupyterEnvironment() });
			expect(stderr).toBe("");
			for (const { name, path } of notebooks) {
				const { page, strayRequests, complaints, picture } = await watchedPage(browser, "file:", { width: 1100 });
				await page.goto(pathToFileURL(join(out, name.replace(/ipynb$/, "html"))).href);
				const images = await page
					.locator("img")
					.evaluateAll((each) =>
						(each as HTMLImageElement[]).map(({ alt, naturalWidth, width }) => ({ alt, naturalWidth, width })),
					);
				expect(images, name).toEqual(
					storedCharts(path).map((data) => ({
						alt: [data["text/plain"]].flat().join(""),
						naturalWidth: 900,
						width: 900,
					})),
				);
				await page.locator("img").first().scrollIntoViewIfNeeded();
				await picture(`html-${name.replace(".ipynb", "")}`);
				expect(strayRequests, name).toEqual([]);
				expect(complaints, name).toEqual([]);
				await page.evaluate(axe);
				const { violations } = (await page.evaluate("axe.run()")) as {
					violations: { id: string; impact: string; nodes: { html: string }[] }[];
				};
				const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
				expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
				await page.close();
			}
		},
		120_000,
	);
});
