import type { Figure, TableRow } from "../charts/parts/frame.js";
import { fontFaces } from "./embedded-fonts.js";

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

/** What plotly.js needs of a figure. */
export const drawable = ({ data, layout, config }: Figure) => ({ data, layout, config });

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

/** Columns whose cell leads to the page of an incident, where there is one. */
const linkedColumns: readonly string[] = ["incident_id", "proposition_id", "claim_id"];

/**
 * Rows as a table, with a line that says how many there are.
 *
 * @param linkOf the page of the incident of a row; `null` where there is none
 */
export function tableHtml(figure: Figure, linkOf: (row: TableRow) => string | null): string {
	const columns = [...new Set(figure.table.flatMap((row) => Object.keys(row)))];
	const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("");
	const body = figure.table.map((row) => {
		const link = linkOf(row);
		const cells = columns.map((column) => {
			const cell = row[column] ?? "";
			if (link !== null && cell !== "" && linkedColumns.includes(column))
				return `<td><a href="${escapeHtml(link)}">${escapeHtml(String(cell))}</a></td>`;
			return typeof cell === "number"
				? `<td class="number">${shortNumber(cell)}</td>`
				: `<td>${escapeHtml(String(cell))}</td>`;
		});
		return `<tr>${cells.join("")}</tr>`;
	});
	return `<div class="scroll" tabindex="0" role="region" aria-label="numbers behind the chart"><table>
<caption>${figure.table.length} rows, also in <a href="${figure.id}.csv">${figure.id}.csv</a></caption>
<thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}

const shortNumber = (value: number): string => String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));

/** Style of a page, with the fonts of its drawings inside. */
export const pageStyle = (figures: readonly Figure[]): string =>
	fontFaces(JSON.stringify(figures), [400, 700]) + ownStyle;

/** A script's promise that the page's fonts are there: plotly would measure labels in another before. */
export const fontsLoaded = "Promise.all([...document.fonts].map((face) => face.load()))";

/** Style of a page without its fonts: one column, the chart as wide as it was drawn, scrolling inside its own frame. */
export const ownStyle = `
:root { color-scheme: light; font: 16px/1.5 "Noto Sans", Vazirmatn, system-ui, sans-serif; color: #222; background: #fff; }
body { max-width: 900px; margin: 0 auto; padding: 16px; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.5rem; border-bottom: 1px solid #ccc; }
h3 { font-size: 1rem; font-weight: 600; margin: 2rem 0 0.25rem; }
a { color: #0b5394; } nav li { margin: 0.15rem 0; }
figure { margin: 0; }
.chart, .scroll { overflow-x: auto; }
.chart { min-height: 200px; } .chart img { width: 900px; height: auto; }
.links { font-size: 0.85rem; margin: 0.25rem 0; } details { font-size: 0.85rem; }
table { border-collapse: collapse; font-size: 0.8rem; } caption { text-align: left; padding: 0.25rem 0; }
th, td { border-bottom: 1px solid #ddd; padding: 0.15rem 0.6rem 0.15rem 0; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.quiet { color: #595959; font-size: 0.85rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print {
	nav, .links, details { display: none; } figure { break-inside: avoid; }
	/* As wide as a sheet of A4 or Letter, where nothing can be scrolled. */
	body { padding: 0; } .chart { zoom: 0.78; overflow: visible; }
}
`;

/** Forbids every request but for what lies beside the page. */
export const contentPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'unsafe-inline' file:; style-src 'self' 'unsafe-inline' file:; font-src data:; img-src 'self' data: blob: file:">`;
