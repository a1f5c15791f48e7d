import type { Figure } from "../charts/parts/frame.js";
import { fontFaces } from "./embedded-fonts.js";
import type { FigureLinks, IncidentSets } from "./figure-links.js";

/** Text as HTML shows it letter by letter, in content and in quoted attributes. */
export const escapeHtml = (text: string): string =>
	text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&#39;");

/** Data as a script can hold it: no text in it can end the script or open a comment. */
export const scriptJson = (data: unknown): string =>
	JSON.stringify(data)
		.replaceAll("<", "\\u003c")
		.replaceAll(">", "\\u003e")
		.replaceAll("\u2028", "\\u2028")
		.replaceAll("\u2029", "\\u2029");

/** The notes of a figure under a fold, as a list; nothing where it has none. */
export const notesHtml = ({ notes }: Pick<Figure, "notes">): string =>
	notes.length === 0
		? ""
		: `<details class="notes"><summary>Notes and method</summary>
<ul>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("\n")}</ul>
</details>`;

/** A script's `draw`: a chart with a button beside the one for PNG that gives the same as SVG. */
export const drawScript = `const saveSvg = (figure) => ({
	name: "Download plot as an SVG", icon: Plotly.Icons.disk, click: (element) =>
		Plotly.downloadImage(element, { ...figure.config.toImageButtonOptions, format: "svg", scale: 1 }),
});
const drawChart = (element, figure) =>
	Plotly.newPlot(element, figure.data, figure.layout, { ...figure.config, modeBarButtonsToAdd: [saveSvg(figure)] });`;

/**
 * A script's `leadFrom`: marks and numbers lead to the incidents behind them: one to its page, several to the browser of
 * incidents. `leads` holds the sets of incidents; the `customdata` of a mark is the number of its set.
 */
export const leadScript = `
const addressOf = (set) => {
	const ids = leads.sets[set].map((place) => leads.incidents[place]);
	return ids.length === 1 ? "incident/" + ids[0] + ".html" : "incidents.html#id=" + ids.join(",");
};
for (const link of document.querySelectorAll("a[data-set]")) link.href = addressOf(link.dataset.set);
for (const { customdata, hovertext } of figure.data)
	if (Array.isArray(customdata) && Array.isArray(hovertext))
		for (const [place, set] of customdata.entries())
			if (set !== null && hovertext[place]) hovertext[place] += "<br><i>click for sources</i>";
const leadFrom = (chart) => {
	const setOf = ({ points }) => points.map(({ customdata }) => customdata).find((set) => typeof set === "number");
	let touched = null;
	chart.on("plotly_click", (click) => {
		const set = setOf(click);
		if (set === undefined) return;
		// A finger has no hover: the first touch shows the text of a mark, the second follows it.
		const { curveNumber, pointNumber } = click.points[0];
		const mark = curveNumber + " " + pointNumber;
		const isFirst = matchMedia("(hover: none)").matches && touched !== mark;
		touched = mark;
		if (isFirst) return;
		if (click.event.ctrlKey || click.event.metaKey) open(addressOf(set), "_blank", "noopener");
		else location.href = addressOf(set);
	});
	chart.on("plotly_hover", (hover) => chart.classList.toggle("leads", setOf(hover) !== undefined));
	chart.on("plotly_unhover", () => chart.classList.remove("leads"));
};
const numbers = document.getElementById("numbers");
const showNumbers = () => {
	numbers.open = true;
	numbers.querySelector("summary").focus();
};
document.getElementById("chart").addEventListener("keydown", (event) => {
	if (event.key === "Enter" && event.target.id === "chart") showNumbers();
});
document.querySelector(".skip").addEventListener("click", showNumbers);`;

/** Rows as a table, with a line that says how many there are; numbers and names lead to what is behind them. */
export function tableHtml(figure: Figure, links: FigureLinks | null, sets: IncidentSets): string {
	const columns = [...new Set(figure.table.flatMap((row) => Object.keys(row)))];
	const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("");
	const body = figure.table.map((row, index) => {
		const [counted = {}, sources = {}] = [links?.counted[index], links?.sources[index]];
		const cells = columns.map((column) => {
			const cell = row[column] ?? "";
			const isNumber = typeof cell === "number";
			const text = isNumber ? shortNumber(cell) : escapeHtml(String(cell));
			const start = isNumber ? '<td class="number">' : "<td>";
			return `${start}${text === "" ? "" : linked(text, counted[column] ?? [], sources[column], sets)}</td>`;
		});
		return `<tr>${cells.join("")}</tr>`;
	});
	return `<div class="scroll" tabindex="0" role="region" aria-label="numbers behind the chart"><table>
<caption>${figure.table.length} rows, also in <a href="${figure.id}.csv">${figure.id}.csv</a></caption>
<thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}

function linked(text: string, ids: readonly string[], source: string | undefined, sets: IncidentSets): string {
	if (source !== undefined) return `<a href="${escapeHtml(source)}" rel="noopener noreferrer">${text}</a>`;
	const [only] = ids;
	if (only === undefined) return text;
	if (ids.length === 1) return `<a href="${escapeHtml(`incident/${only}.html`)}">${text}</a>`;
	// The script of the page has the address: written here, the ids of a set would stand once for each cell.
	return `<a data-set="${sets.numberOf(ids)}" title="${ids.length} incidents">${text}</a>`;
}

const shortNumber = (value: number): string => String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));

/** Style of a page, with the fonts of its drawings inside. */
export const pageStyle = (figures: readonly Figure[]): string =>
	fontFaces(JSON.stringify(figures), [400, 700]) + ownStyle;

/** A script's promise that the page's fonts are there: plotly would measure labels in another before. */
export const fontsLoaded = "Promise.all([...document.fonts].map((face) => face.load()))";

/** Style of a page without its fonts: one column, the chart as wide as it was drawn, scrolling inside its own frame. */
export const ownStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #222; --soft: #595959; --line: #ccc; --link: #0b5394; font: 16px/1.5 "Noto Sans", Vazirmatn, system-ui, sans-serif; color: var(--ink); background: var(--paper); }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #e8e8e8; --soft: #b4b4b4; --line: #4a4d52; --link: #8ec5ff; } }
body { max-width: 900px; margin: 0 auto; padding: 16px; overflow-wrap: break-word; }
a { color: var(--link); } a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -9999px; } .skip:focus { position: static; }
figure { margin: 0; }
.chart, .scroll { overflow-x: auto; }
.chart { min-height: 200px; } .leads .drag { cursor: pointer !important; }
details { font-size: 0.85rem; margin: 0.4rem 0; } summary { cursor: pointer; }
table { border-collapse: collapse; font-size: 0.8rem; } caption { text-align: left; padding: 0.25rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: 0.15rem 0.6rem 0.15rem 0; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.quiet { color: var(--soft); font-size: 0.85rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
/* A chart is drawn for a light ground. Turned round, light and dark change places and hues stay. */
@media screen and (prefers-color-scheme: dark) { .chart .svg-container { filter: invert(0.91) hue-rotate(180deg); } }
@media print {
	:root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000; }
	@page { margin: 12mm; }
	header, details, .skip, .screen, .modebar { display: none !important; } figure { break-inside: avoid; }
	/* A whole chart on one sheet of A4 or Letter, where nothing can be scrolled. */
	body { padding: 0; max-width: none; } .chart { zoom: var(--on-paper); overflow: visible; }
}
`;

/** Forbids every request but for what lies beside the page. */
export const contentPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'unsafe-inline' file:; style-src 'self' 'unsafe-inline' file:; font-src data:; img-src 'self' data: blob: file:">`;
