import type { Locator, Page } from "playwright-core";

/** What a browser shows of one chart that plotly.js drew in it. */
export interface DrawnChart {
	/** Bars, points, lines, areas and images inside the axes. */
	readonly marks: number;
	/** Titles of the buttons above it. */
	readonly buttons: readonly string[];
	/** Links and logos, of which there may be none. */
	readonly links: number;
	/** Text of which a part lies beyond the edge of the chart. */
	readonly cutOff: readonly string[];
}

/** Looks at every chart in the page. */
export const drawnCharts = (page: Page): Promise<DrawnChart[]> =>
	page.locator(".js-plotly-plot").evaluateAll((charts) =>
		charts.map((chart) => {
			const edge = (chart.querySelector(".main-svg") ?? chart).getBoundingClientRect();
			const marks = chart.querySelectorAll(
				".trace path, .trace image, .hm image, .scatterlayer text, .geolayer path.point",
			);
			const words = [...chart.querySelectorAll<SVGTextElement>(".main-svg text")].filter((text) => {
				const box = text.getBoundingClientRect();
				return (
					box.width > 0 && (box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1)
				);
			});
			return {
				marks: marks.length,
				buttons: [...chart.querySelectorAll("[data-title]")].map((button) => button.getAttribute("data-title") ?? ""),
				links: chart.querySelectorAll("a[href], .modebar-btn--logo, .js-link-to-tool").length,
				cutOff: words.map((text) => text.textContent ?? ""),
			};
		}),
	);

/** The label that plotly.js shows over a chart, where the pointer is on one of these marks. */
export async function hoverText(chart: Locator, marks: Locator): Promise<string> {
	const label = chart.locator(".hoverlayer .hovertext");
	for (const mark of await marks.all()) {
		await mark.hover({ force: true });
		if ((await label.count()) > 0) return (await label.allTextContents()).join("\n");
	}
	return "";
}
