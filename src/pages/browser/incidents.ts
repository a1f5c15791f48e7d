/** The script of the incident browser: filters narrow table, map and timeline together. */
import { brushX, type D3BrushEvent } from "d3-brush";
import { select } from "d3-selection";
import type { BrowserRow } from "../browser-row.js";
import { type FilterName, type Filters, type Found, fitting, noFilters, searcher } from "./filters.js";
import { hashOf, type SortKey, type State, stateOf } from "./state.js";

const one = <Kind extends Element>(selector: string): Kind => {
	const found = document.querySelector<Kind>(selector);
	if (found === null) throw new Error(`the page has no ${selector}`);
	return found;
};

const { rows, months } = JSON.parse(one("#rows").textContent ?? "") as {
	readonly rows: readonly BrowserRow[];
	readonly months: readonly (readonly [first: string, last: string])[];
};
const form = one<HTMLFormElement>("#filters");
const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")];
const lists = [...form.querySelectorAll("select")];
const spots = [...document.querySelectorAll<SVGGElement>(".spot")];
const heads = [...document.querySelectorAll<HTMLElement>("th[data-key]")];
const timeline = one<SVGSVGElement>("#timeline");
const body = one("#table tbody");
const lines = new Map([...body.querySelectorAll<HTMLElement>("tr")].map((line) => [line.dataset.id ?? "", line]));
const search = searcher(rows);
const width = timeline.viewBox.baseVal.width;
const tall = Number(timeline.dataset.tall);
const perIncident = Number(timeline.dataset.perIncident);

const allowed = (name: FilterName): readonly string[] | null => {
	if (name === "id") return rows.map(({ id }) => id);
	if (name === "place") return spots.map((spot) => spot.dataset.spot ?? "");
	const list = lists.find((each) => each.name === name);
	return list === undefined ? null : [...list.options].map(({ value }) => value).filter((value) => value !== "");
};

let { state, problems } = stateOf(location.hash, allowed);

function change(next: Partial<State>): void {
	state = { ...state, ...next };
	problems = [];
	// The address is replaced, not added, so that one step back leaves the page.
	history.replaceState(null, "", hashOf(state) || location.pathname + location.search);
	show();
}

const changeFilter = (filters: Partial<Filters>): void => change({ filters: { ...state.filters, ...filters } });

function show(): void {
	const { filters } = state;
	const found = search(filters.q);
	const chosen = fitting(rows, filters, found?.ids ?? null);
	for (const field of fields) {
		const value = filters[field.name as FilterName];
		// A field that is being typed in keeps its cursor.
		if (field.value !== value && field !== document.activeElement) field.value = value;
	}
	showCounts(found);
	showTable(chosen);
	showMap(found);
	showTimeline(chosen);
	showWords(chosen, found);
}

/** How many incidents each choice of a list would leave. */
function showCounts(found: Found | null): void {
	for (const list of lists) {
		const name = list.name as FilterName;
		const others = fitting(rows, state.filters, found?.ids ?? null, name);
		for (const option of list.options) {
			const { label } = option.dataset;
			if (label === undefined) continue;
			const n = fitting(others, { ...noFilters, [name]: option.value }, null).length;
			option.textContent = `${label} (${n})`;
		}
	}
}

const order: Readonly<Record<SortKey, (a: BrowserRow, b: BrowserRow) => number>> = {
	day: (a, b) => compare(a.day, b.day),
	kind: (a, b) => compare(a.kind, b.kind),
	place: (a, b) => a.place.localeCompare(b.place, "en"),
	status: (a, b) => compare(a.status, b.status),
	claims: (a, b) => a.claims - b.claims,
	original_sources: (a, b) => a.original_sources - b.original_sources,
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function showTable(chosen: readonly BrowserRow[]): void {
	const { sort, descending } = state;
	const sorted = [...chosen].sort((a, b) => order[sort](a, b) * (descending ? -1 : 1) || order.day(a, b));
	body.replaceChildren(...sorted.flatMap(({ id }) => lines.get(id) ?? []));
	for (const head of heads) {
		if (head.dataset.key === sort) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
		else head.removeAttribute("aria-sort");
	}
}

/** Each place shows the incidents that it would leave if it were chosen. */
function showMap(found: Found | null): void {
	const { place } = state.filters;
	const shown = fitting(rows, state.filters, found?.ids ?? null, "place");
	for (const spot of spots) {
		const { spot: key, names = "" } = spot.dataset;
		const n = shown.filter((row) => row.spot === key).length;
		const label = `${names}: ${countOf(n, "incident")}`;
		spot.setAttribute("aria-pressed", String(key === place));
		spot.setAttribute("aria-label", label);
		const title = spot.querySelector("title");
		if (title !== null) title.textContent = label;
		const isChosen = n > 0 && (place === "" || key === place);
		spot.querySelector(".chosen")?.setAttribute("r", String(isChosen ? 2 + 3 * Math.sqrt(n) : 0));
	}
}

function showTimeline(chosen: readonly BrowserRow[]): void {
	for (const bar of timeline.querySelectorAll<SVGGElement>("[data-month]")) {
		const month = bar.dataset.month?.slice(0, 7) ?? "";
		const height = chosen.filter(({ day }) => day.startsWith(month)).length * perIncident;
		const drawn = bar.querySelector(".chosen");
		drawn?.setAttribute("y", String(tall - height));
		drawn?.setAttribute("height", String(height));
	}
	moveBrush();
}

const countOf = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

function showWords(chosen: readonly BrowserRow[], found: Found | null): void {
	const unplaced = chosen.filter(({ spot }) => spot === null).length;
	const undated = chosen.filter(({ is_day_known }) => !is_day_known).length;
	const similar = found?.is_similar && found.ids.size > 0 ? " No exact match: similar spellings are shown." : "";
	one("#count").textContent =
		`${chosen.length} of ${countOf(rows.length, "incident")}; ${unplaced} without a point on the map, ${undated} without a known day.${similar}`;
	one("#unplaced").textContent = `${countOf(unplaced, "incident")} without a point: in the table only.`;
	one("#undated").textContent =
		`${countOf(undated, "incident")} without a known day: in the month in which the week or month begins.`;
	const { id } = state.filters;
	one<HTMLElement>("#chosen").hidden = id === "";
	one("#chosen span").textContent =
		`Only the ${countOf(id.split(",").length, "incident")} behind one number or mark of a chart.`;
	const box = one<HTMLElement>("#problems");
	box.hidden = problems.length === 0;
	box.textContent = problems.length === 0 ? "" : `The address has parts that are not used: ${problems.join("; ")}.`;
}

const brush = brushX<unknown>()
	.extent([
		[0, 0],
		[width, tall],
	])
	.on("end", ({ selection, sourceEvent }: D3BrushEvent<unknown>) => {
		// A move by the script has no event of a reader behind it.
		if (!sourceEvent) return;
		if (selection === null) return changeFilter({ from: "", to: "" });
		const [left, right] = selection as [number, number];
		const monthAt = (x: number) => Math.min(months.length - 1, Math.max(0, Math.floor((x / width) * months.length)));
		changeFilter({ from: months[monthAt(left)]?.[0] ?? "", to: months[monthAt(right - 1e-6)]?.[1] ?? "" });
	});
const brushLayer = select(timeline).append("g");

/** Puts the brush over the months of the filter of days. */
function moveBrush(): void {
	const { from, to } = state.filters;
	if (months.length === 0) return;
	const first = from === "" ? 0 : months.filter(([, last]) => last < from).length;
	const end = to === "" ? months.length : months.filter(([start]) => start <= to).length;
	const isSet = (from !== "" || to !== "") && end > first;
	const pixels = (month: number) => (month / months.length) * width;
	brush.move(brushLayer, isSet ? [pixels(first), pixels(end)] : null);
}

form.hidden = false;
brushLayer.call(brush);
for (const field of fields)
	field.addEventListener("input", () => changeFilter({ [field.name]: field.value } as Partial<Filters>));
one("#chosen button").addEventListener("click", () => changeFilter({ id: "" }));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
	event.preventDefault();
	change({ filters: noFilters });
});
for (const head of heads)
	head.querySelector("button")?.addEventListener("click", () => {
		const sort = head.dataset.key as SortKey;
		change({ sort, descending: sort === state.sort ? !state.descending : false });
	});
for (const [index, spot] of spots.entries()) {
	const choose = () => {
		const key = spot.dataset.spot ?? "";
		changeFilter({ place: state.filters.place === key ? "" : key });
	};
	spot.addEventListener("click", choose);
	spot.addEventListener("keydown", (event) => {
		const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
		if (event.key === "Enter" || event.key === " ") choose();
		else if (step !== undefined) {
			const next = spots[(index + step + spots.length) % spots.length];
			for (const each of spots) each.setAttribute("tabindex", each === next ? "0" : "-1");
			next?.focus();
		} else return;
		event.preventDefault();
	});
}
addEventListener("hashchange", () => {
	({ state, problems } = stateOf(location.hash, allowed));
	show();
});
show();
