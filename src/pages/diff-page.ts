import {
	chartSentences,
	type DataDifference,
	isSameData,
	moveLabel,
	moveLabels,
	tableSummary,
	versionLabel,
} from "../diff/report.js";
import type { TableChange } from "../diff/tables.js";
import { type Fill, html, type Markup, page } from "./markup.js";
import { pageStyle } from "./style.js";

/** So many numbers of a chart are on the page; the table behind the chart has all. */
const mostMoves = 10;

/** What differs between two versions of the data, as a page without a script. */
export function diffPage(difference: DataDifference): string {
	const { before, after, tables, verdicts, border_changed, charts, charts_not_compared } = difference;
	const title = "What changed between two versions of the data";
	const body = html`<main id="main">
<h1>${title}</h1>
<ul><li>Old: <span dir="auto">${versionLabel(before)}</span></li>
<li>New: <span dir="auto">${versionLabel(after)}</span></li></ul>
${isSameData(difference) && html`<p>No differences.</p>`}
${tables.length > 0 && html`<h2>Tables</h2>`}
${tables.map(tableSection)}
${border_changed && html`<h3>border.geojson</h3><p>Another line.</p>`}
${
	verdicts.length > 0 &&
	html`<h2>Verdicts</h2>${scrolling(
		["What became of it", "Question", "Before", "After"],
		verdicts.map(({ move, text, proposition_id, before: from, after: to }) => [
			moveLabels[move],
			html`<span dir="auto">${text}</span> <code>${proposition_id}</code>`,
			from,
			to,
		]),
	)}`
}
${
	!isSameData(difference) &&
	html`<h2>Charts</h2>
<p>${charts_not_compared ?? `Both versions were counted with the same kit. ${charts.length} charts moved.`}</p>`
}
${charts.map(
	(chart) => html`<section><h3>${chart.id}</h3>
<ul>${[...chartSentences(chart), ...chart.moves.slice(0, mostMoves).map(moveLabel)].map(
		(sentence) => html`<li dir="auto">${sentence}</li>`,
	)}${chart.moves.length > mostMoves && html`<li>and ${chart.moves.length - mostMoves} more numbers</li>`}</ul></section>`,
)}
</main>`;
	return page({ title, description: `${versionLabel(before)}; ${versionLabel(after)}`, style: pageStyle, body });
}

function tableSection(table: TableChange): Markup {
	const { table: name, columns_added, columns_removed, added, removed, changed } = table;
	const list = (word: string, items: readonly string[]) =>
		items.length > 0 &&
		html`<details><summary>${word}: ${items.length}</summary><ul>${items.map((each) => html`<li dir="auto">${each}</li>`)}</ul></details>`;
	return html`<section><h3>${name}.csv</h3>
<p>${tableSummary(table)}</p>
${list("Columns added", columns_added)}${list("Columns removed", columns_removed)}${list("Rows added", added)}${list("Rows removed", removed)}
${
	changed.length > 0 &&
	html`<details open><summary>Rows changed: ${changed.length}</summary>${scrolling(
		["Row", "Cells"],
		changed.map(({ key, cells }) => [
			html`<code>${key}</code>`,
			html`<ul>${cells.map((cell) => html`<li><code>${cell.column}</code>: ${cellText(cell.before)} → ${cellText(cell.after)}</li>`)}</ul>`,
		]),
	)}</details>`
}</section>`;
}

const scrolling = (head: readonly string[], rows: readonly (readonly Fill[])[]): Markup =>
	html`<div class="scroll" tabindex="0" role="region" aria-label="${head.join(", ")}"><table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>`)}</tbody></table></div>`;

/** A cell whole, however long. */
const cellText = (cell: string): Markup => (cell === "" ? html`<i>blank</i>` : html`<bdi>${cell}</bdi>`);
