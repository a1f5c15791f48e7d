import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** A notebook that is open in JupyterLab, and what a person does with it. */
export function notebookPage(page: Page, name: string) {
	const notebook = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook");
	const tab = page.locator("#jp-main-dock-panel .lm-TabBar-tab", { hasText: name });
	const charts = notebook.locator(".jp-RenderedPlotly");
	const prompts = notebook.locator(".jp-CodeCell .jp-InputPrompt");

	const choose = async (menu: string, item: string) => {
		await page.locator(".lm-MenuBar-itemLabel").getByText(menu, { exact: true }).click();
		await page.locator(".lm-Menu-itemLabel").getByText(item, { exact: true }).click();
	};

	return {
		notebook,
		charts,
		/** Opens it by its address, or anew from the list of files. */
		open: async (from: URL | "list") => {
			if (from === "list") await page.locator(".jp-DirListing-item", { hasText: name }).dblclick();
			else await page.goto(new URL(`/lab/tree/notebooks/${name}${from.search}`, from).href);
			await notebook.locator(".jp-Cell").first().waitFor();
		},
		/**
		 * Goes down the notebook, for JupyterLab draws what comes near, and waits until so many charts are drawn.
		 * One that was saved by JupyterLab is a picture until the pointer comes over it.
		 */
		see: async (count: number) => {
			await notebook.evaluate(async (element) => {
				for (let at = 0; at < element.querySelectorAll(".jp-Cell").length; at++) {
					element.querySelectorAll(".jp-Cell")[at]?.scrollIntoView();
					await new Promise(requestAnimationFrame);
				}
			});
			await expect.poll(() => charts.count(), { timeout: 20_000 }).toBe(count);
			for (const chart of await charts.all()) {
				// The picture gives way to the live chart while the pointer is on its way: only the frame stays.
				const alive = async () => {
					await chart.scrollIntoViewIfNeeded();
					const box = await chart.boundingBox();
					const tall = page.viewportSize()?.height ?? 0;
					if (box) await page.mouse.move(box.x + 60, Math.min(Math.max(box.y + box.height / 2, 160), tall - 60));
					return chart.locator(".modebar-container").count();
				};
				await expect.poll(alive, { timeout: 30_000 }).toBeGreaterThan(0);
			}
		},
		/** Runs every cell, and waits until each has its number. */
		runAll: async () => {
			await choose("Run", "Run All Cells");
			await expect
				.poll(async () => (await prompts.allTextContents()).filter((text) => !/^\[\d+\]:$/.test(text)), {
					timeout: 180_000,
					// Each look costs the page time that it needs for the run.
					interval: 250,
				})
				.toEqual([]);
		},
		saveAndClose: async () => {
			await page.keyboard.press("Control+s");
			await page.getByText("Saving completed").waitFor();
			await choose("File", "Close Tab");
			await tab.waitFor({ state: "detached" });
		},
		/** Types a new cell below the last one and runs it; gives its output. */
		typeCell: async (code: string): Promise<Locator> => {
			await notebook.locator(".jp-Cell").last().locator(".jp-InputPrompt, .jp-MarkdownOutput").first().click();
			await page.keyboard.press("Escape");
			await page.keyboard.press("b");
			await page.keyboard.press("Enter");
			await page.keyboard.insertText(code);
			await page.keyboard.press("Control+Enter");
			return notebook.locator(".jp-Cell").last().locator(".jp-Cell-outputArea");
		},
		/** What cells wrote to stderr, and errors that a kernel told. */
		faults: () =>
			notebook
				.locator("[data-mime-type='application/vnd.jupyter.stderr'], [data-mime-type='application/vnd.jupyter.error']")
				.allTextContents(),
	};
}
