import { endOf, periodsBetween, startOf } from "../calendar/days.js";
import { countLabel, monthLabel } from "../charts/parts/labels.js";
import { sideLabels } from "../charts/reliability/labels.js";
import { incidentStatuses } from "../claims/incident-status.js";
import { scriptJson } from "../draw/html.js";
import { pointOf } from "../location/incidents.js";
import { groupBy } from "../records/group-by.js";
import { type Dossier, type Incident, incidentKinds, type Region } from "../records/records.js";
import { borderSketch, boxOf, round } from "./border-sketch.js";
import { type BrowserRow, browserRows } from "./browser-row.js";
import type { Edition } from "./citation.js";
import { incidentFile } from "./incident-page.js";
import { areaNames, creditSentence, dateText, kindNames, statusNames } from "./labels.js";
import { html, type Markup, page } from "./markup.js";
import { spreadMarks } from "./spread-marks.js";
import { pageStyle } from "./style.js";

const mapHeight = 460;
const [timelineWidth, timelineHeight, timelineFoot] = [720, 130, 22] as const;

/**
 * The incident browser: a table, a map and a timeline of all incidents, narrowed together by filters. The address holds
 * the filters. Without a script the page still shows all three, and every row leads to its page.
 *
 * @param script text of the script of this page
 */
export function incidentBrowser(dossier: Dossier, { version }: Edition, script: string): string {
	const rows = browserRows(dossier);
	const byId = new Map(dossier.incidents.map((incident) => [incident.incident_id, incident]));
	const months = monthsOf(rows);
	const body = html`<header><nav aria-label="Pages"><a href="index.html">Front page</a></nav></header>
<main id="main">
<h1>All incidents</h1>
<p class="lead">${countLabel(rows.length, "incident")}. Each leads to a page with its sources.${dossier.filter ? ` Filter of the data: ${dossier.filter.text}.` : ""}</p>
<noscript><p>Search and filters need a script. Without one, this page shows every incident.</p></noscript>
${filterForm(dossier, rows)}
<p id="chosen" hidden><span></span> <button type="button">Show all incidents</button></p>
<p id="problems" role="alert" hidden></p>
<p id="count" role="status">${countLabel(rows.length, "incident")}</p>
<div class="views">
${mapFigure(dossier, rows)}
${timelineFigure(rows, months)}
</div>
${table(rows, byId, dossier.region)}
</main>
<footer><p>border-incidents ${version}, data ${dossier.fingerprint}.${creditSentence(dossier)}</p></footer>`;
	return page({
		title: "All incidents · border-incidents",
		description: `Incidents on the ${dossier.region.name}: table, map and timeline with filters.`,
		style: pageStyle + browserStyle,
		body,
		data: [{ id: "rows", type: "application/json", json: scriptJson({ rows, months }) }],
		script,
	});
}

function select(name: string, label: string, options: readonly (readonly [value: string, label: string])[]): Markup {
	return html`<label>${label} <select name="${name}"><option value="">all</option>${options.map(
		([value, text]) => html`<option value="${value}" data-label="${text}">${text}</option>`,
	)}</select></label>`;
}

function filterForm(dossier: Dossier, rows: readonly BrowserRow[]): Markup {
	const years = [...new Set(rows.map(({ day }) => day.slice(0, 4)))].sort();
	const kinds = incidentKinds.filter((kind) => rows.some((row) => row.kind === kind));
	const statuses = incidentStatuses.filter((status) => rows.some((row) => row.status === status));
	const sides = (Object.keys(sideLabels) as (keyof typeof sideLabels)[]).filter((side) =>
		rows.some((row) => row.sides.includes(side)),
	);
	return html`<form id="filters" hidden autocomplete="off" aria-label="Filters">
<label class="wide">Search <input type="search" name="q" placeholder="place, source or word, in Latin, Persian, Dari or Pashto letters" dir="auto"></label>
${select(
	"kind",
	"Event type",
	kinds.map((kind) => [kind, kindNames[kind]]),
)}
${select(
	"status",
	"Verification status",
	statuses.map((status) => [status, statusNames[status]]),
)}
${select(
	"side",
	"Claims by",
	sides.map((side) => [side, sideLabels[side]]),
)}
${select(
	"crossing",
	"Crossing",
	dossier.crossings.map(({ crossing_id, name }) => [crossing_id, name]),
)}
${select(
	"place",
	"Place on the map",
	spotsOf(rows).map(([spot, own]) => [spot, spotNames(own)]),
)}
${select(
	"year",
	"Year",
	years.map((year) => [year, year]),
)}
<label>From <input type="date" name="from"></label>
<label>To <input type="date" name="to"></label>
<button type="reset">Show all</button>
</form>`;
}

/** First and last day of every month with an incident, and of those between. */
function monthsOf(rows: readonly BrowserRow[]): (readonly [first: string, last: string])[] {
	const [first, last] = [rows[0], rows.at(-1)];
	if (first === undefined || last === undefined) return [];
	return periodsBetween("month", first.day, last.day).map((month) => [month, endOf("month", month)] as const);
}

function mapFigure(dossier: Dossier, rows: readonly BrowserRow[]): Markup {
	const points = dossier.incidents.flatMap((incident) =>
		pointOf(incident) === null ? [] : [pointOf(incident) ?? [0, 0]],
	);
	const box = boxOf([...dossier.border, ...(points as [number, number][])]);
	if (box === null) return html`<p>No map: the data have no border line and no incident with a point.</p>`;
	const sketch = borderSketch(dossier, box, mapHeight);
	const placed = rows.filter(({ spot }) => spot !== null);
	const spots = spotsOf(rows);
	const places = spots.map(([spot, own]) => {
		const [lat = 0, lon = 0] = spot.split(",").map(Number);
		const [x, y] = sketch.at(lon, lat);
		return { x, y, radius: spotRadius(own.length) };
	});
	const drawn = spreadMarks(places);
	const lines = places.map(({ x, y }, index) => {
		const at = drawn[index] ?? { x, y };
		return Math.hypot(at.x - x, at.y - y) < 1
			? null
			: html`<path class="aside" d="M${round(x)} ${round(y)}L${round(at.x)} ${round(at.y)}"/>`;
	});
	const marks = spots.map(([spot, own], index) => {
		const { radius, ...place } = places[index] ?? { x: 0, y: 0, radius: 0 };
		const { x, y } = drawn[index] ?? place;
		const names = spotNames(own);
		return html`<g class="spot" role="button" tabindex="${index === 0 ? 0 : -1}" aria-pressed="false" aria-label="${names}: ${countLabel(own.length, "incident")}" data-spot="${spot}" data-names="${names}" transform="translate(${round(x)} ${round(y)})"><title>${names}: ${countLabel(own.length, "incident")}</title><circle class="hit" r="${Math.max(6, radius)}"/><circle class="every" r="${radius}"/><circle class="chosen" r="${radius}"/></g>`;
	});
	const unplaced = rows.length - placed.length;
	return html`<figure class="map"><svg id="map" role="group" aria-label="Map of the border. Arrow keys go from place to place, Enter shows the incidents of one place." viewBox="0 0 ${sketch.width} ${sketch.height}" width="${sketch.width}" height="${sketch.height}">${sketch.base}${lines}${marks}${sketch.names}</svg><figcaption>Larger dots: more incidents; a line leads from a dot that is moved aside to its place. Squares: official crossings. <span id="unplaced">${countLabel(unplaced, "incident")} without a point: in the table only.</span></figcaption></figure>`;
}

/** Places with a point, those with most incidents first. */
function spotsOf(rows: readonly BrowserRow[]): [spot: string, own: BrowserRow[]][] {
	const placed = rows.filter(({ spot }) => spot !== null);
	return [...groupBy(placed, ({ spot }) => spot ?? "")].sort(([, a], [, b]) => b.length - a.length);
}

/** Names of the place of incidents, a few where reports name it differently. */
const spotNames = (own: readonly BrowserRow[]): string =>
	[...new Set(own.map(({ place }) => place))].slice(0, 3).join(", ");

/** Radius of a dot in pixels: its area grows with the number of incidents. */
const spotRadius = (count: number): number => round(2 + 3 * Math.sqrt(count));

function timelineFigure(rows: readonly BrowserRow[], months: ReturnType<typeof monthsOf>): Markup {
	const counts = groupBy(rows, ({ day }) => startOf("month", day));
	const most = Math.max(1, ...[...counts.values()].map(({ length }) => length));
	const width = timelineWidth / Math.max(1, months.length);
	const tall = timelineHeight - timelineFoot;
	const perIncident = (tall - 16) / most;
	const bars = months.map(([month], index) => {
		const count = counts.get(month)?.length ?? 0;
		const [x, height] = [round(index * width), round(count * perIncident)];
		const size = html`x="${x}" width="${round(Math.max(1, width - 1))}"`;
		return html`<g data-month="${month}"><title>${monthLabel(month)}: ${countLabel(count, "incident")}</title><rect class="every" ${size} y="${round(tall - height)}" height="${height}"/><rect class="chosen" ${size} y="${round(tall - height)}" height="${height}"/></g>`;
	});
	const years = months.flatMap(([month], index) =>
		index === 0 || month.slice(5, 7) === "01"
			? [html`<text class="tick" x="${round(index * width)}" y="${timelineHeight - 6}">${month.slice(0, 4)}</text>`]
			: [],
	);
	const unknown = rows.filter(({ is_day_known }) => !is_day_known).length;
	return html`<figure class="time"><div class="scroll" tabindex="0" role="region" aria-label="Timeline"><svg id="timeline" role="img" aria-label="Incidents per month; at most ${most} in a month. The fields From and To choose days." viewBox="0 0 ${timelineWidth} ${timelineHeight}" width="${timelineWidth}" height="${timelineHeight}" data-per-incident="${round(perIncident)}" data-tall="${tall}"><path class="axis" d="M0 ${tall}H${timelineWidth}"/><text class="tick" x="2" y="10">${most} a month</text>${bars}${years}</svg></div><figcaption>Incidents per month. Drag over months to choose them, or use From and To. <span id="undated">${countLabel(unknown, "incident")} without a known day: in the month in which the week or month begins.</span></figcaption></figure>`;
}

const columns: readonly (readonly [key: string, label: string])[] = [
	["day", "Date"],
	["kind", "Event type"],
	["place", "Place and summary"],
	["status", "Status"],
	["claims", "Claims"],
	["original_sources", "Original sources"],
];

function table(rows: readonly BrowserRow[], byId: ReadonlyMap<string, Incident>, region: Region): Markup {
	return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of incidents"><table id="table" class="incidents">
<caption>Status: the verdict on the question whether it happened. A button in the head sorts the table.</caption>
<thead><tr>${columns.map(
		([key, label]) =>
			html`<th scope="col" data-key="${key}"${key === "day" ? html` aria-sort="ascending"` : null}><button type="button">${label}</button></th>`,
	)}</tr></thead>
<tbody>
${rows.map((row) => {
	const incident = byId.get(row.id);
	return incident === undefined
		? null
		: html`<tr data-id="${row.id}"><td>${dateText(incident)}</td><td>${kindNames[row.kind]}</td><td><a href="${incidentFile(row.id)}"><bdi>${row.place}</bdi></a> <span class="soft">${areaNames(incident, region)}</span><span class="note" dir="auto">${incident.summary}</span></td><td>${statusNames[row.status]}</td><td class="count">${row.claims}</td><td class="count">${row.original_sources}</td></tr>\n`;
})}</tbody></table></div>`;
}

const browserStyle = `
body { max-width: 1200px; }
#filters { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; padding: 0.75rem; background: var(--faint); } #filters[hidden] { display: none; }
#filters label { display: grid; font-size: 0.85rem; color: var(--ink); } #filters .wide { flex: 1 1 100%; }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; padding: 0.3rem 0.5rem; min-height: 2.2rem; max-width: 100%; }
#count { font-weight: 600; } #problems { border-left: 4px solid var(--mark); padding-left: 0.75rem; }
.views { display: flex; flex-wrap: wrap; gap: 1rem 2rem; } .views .map { max-width: 420px; flex: 0 1 auto; } .time { flex: 1 1 320px; margin: 0; min-width: 0; }
.aside { stroke: var(--soft); } #filters select { max-width: 18rem; }
.spot { cursor: pointer; } .spot .hit { fill: transparent; } .spot .every { fill: none; stroke: var(--incident); } .spot .chosen { fill: var(--incident); fill-opacity: 0.75; } .spot[aria-pressed="true"] .every { stroke: var(--mark); stroke-width: 4; } .spot:focus-visible { outline: none; } .spot:focus-visible .hit { stroke: var(--link); stroke-width: 3; }
#timeline .every { fill: var(--outline); } #timeline .chosen { fill: var(--incident); } #timeline .selection { fill: var(--link); fill-opacity: 0.15; stroke: var(--link); } #timeline .tick { font-size: 11px; fill: var(--soft); }
table.incidents { min-width: 720px; } .incidents td:first-child { min-width: 8.5rem; } .incidents td:nth-child(2) { min-width: 7rem; } .incidents .count { text-align: right; font-variant-numeric: tabular-nums; }
.incidents th { vertical-align: bottom; } th button { border: 0; background: none; padding: 0.2rem 0; font-weight: 700; text-align: left; cursor: pointer; text-decoration: underline dotted; } th[aria-sort="ascending"] button::after { content: " ▲"; } th[aria-sort="descending"] button::after { content: " ▼"; }
@media print { #filters { display: none; } table.incidents { min-width: 0; font-size: 8.5pt; } th button { text-decoration: none; } }
`;
