import type { Locator, Page } from "playwright-core";

/** What a browser shows of one chart that plotly.js drew in it. */
export interface DrawnChart {
	/** Bars, points, lines, areas and images inside the axes. */
	readonly marks: number;
	/** Titles of the buttons above it. */
	readonly buttons: readonly string[];
	/** Links and logos, of which there may be none. */
	readonly logos: number;
	/** Text of which a part lies beyond the edge of the chart. */
	readonly cutOff: readonly string[];
}

/** The buttons that lead out of the page. */
export const forbiddenButtons = ({ buttons }: DrawnChart): string[] =>
	buttons.filter((title) => /share|cloud|edit|plotly|logo/i.test(title));

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
				logos: chart.querySelectorAll("a[href], .modebar-btn--logo, .js-link-to-tool").length,
				cutOff: words.map((text) => text.textContent ?? ""),
			};
		}),
	);

const marks = ".trace .point path, .trace path.point, .trace path.js-line, .geolayer path.point, .hm image";

/** Where in the page the pointer comes upon a mark. */
const middleOf = (mark: Locator) =>
	mark.evaluate((element) => {
		const box = element.getBoundingClientRect();
		// The middle of the box around a line may lie far from the line.
		if (!(element instanceof SVGGeometryElement && element.matches(".js-line")))
			return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
		const halfway = element.getPointAtLength(element.getTotalLength() / 2);
		const { x, y } = halfway.matrixTransform(element.getScreenCTM() ?? undefined);
		return { x, y };
	});

/** The labels of a chart's outermost marks of which a part lies beyond its edge; none is as it should be. */
export async function hoversCutOff(chart: Locator): Promise<string[]> {
	const label = chart.locator(".hoverlayer .hovertext");
	const all = await chart.locator(marks).all();
	const places = await chart.locator(marks).evaluateAll((each) =>
		each.map((mark) => {
			const { left, right, top, bottom } = mark.getBoundingClientRect();
			return { left, right, top, bottom };
		}),
	);
	// A mark without a size is not drawn.
	const isSeen = ({ left, right, top, bottom }: (typeof places)[number]) => right > left || bottom > top;
	const outermost = (["left", "right", "top", "bottom"] as const).flatMap((side) => {
		const sorted = places
			.flatMap((place, index) => (isSeen(place) ? [[place[side], index] as const] : []))
			.sort(([a], [b]) => a - b);
		return [sorted[0], sorted.at(-1)].flatMap((found) => (found ? [found[1]] : []));
	});
	const cut: string[] = [];
	for (const index of new Set(outermost)) {
		const mark = all[index] as Locator;
		await mark.scrollIntoViewIfNeeded();
		const { x, y } = await middleOf(mark);
		await chart.page().mouse.move(x, y);
		await label
			.first()
			.waitFor({ state: "attached", timeout: 250 })
			.catch(() => {});
		cut.push(
			...(await chart.evaluate((element) => {
				const edge = (element.querySelector(".main-svg") ?? element).getBoundingClientRect();
				return [...element.querySelectorAll(".hoverlayer .hovertext")].flatMap((text) => {
					const { left, right, top, bottom } = text.getBoundingClientRect();
					const isWhole =
						left >= edge.left - 1 && right <= edge.right + 1 && top >= edge.top - 1 && bottom <= edge.bottom + 1;
					return isWhole ? [] : [text.textContent ?? ""];
				});
			})),
		);
	}
	return cut;
}

/** The label that plotly.js shows where the pointer comes upon the first marks of a chart; blank where there is none. */
export async function hoverText(chart: Locator): Promise<string> {
	const label = chart.locator(".hoverlayer .hovertext");
	const all = await chart.locator(marks).all();
	// Some marks say nothing, such as a band: then a few from all over the chart.
	const spread = all.filter((_, index) => index % Math.ceil(all.length / 24) === 0);
	for (const mark of [...all.slice(0, 12), ...spread]) {
		await mark.scrollIntoViewIfNeeded();
		const { x, y } = await middleOf(mark);
		await chart.page().mouse.move(x, y);
		// The label comes a moment after the pointer.
		const isThere = await label
			.first()
			.waitFor({ state: "attached", timeout: 250 })
			.then(
				() => true,
				() => false,
			);
		if (isThere) return (await label.allTextContents()).join("\n");
	}
	return "";
}
