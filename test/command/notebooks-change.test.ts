import { describe, expect, test, vi } from "vitest";
import type { Figure } from "../../src/charts/parts/frame.js";
import { filterDossier } from "../../src/load/filter.js";
import { notebooks } from "../browser/stored-notebooks.js";
import { type Cell, cellsOf, changed, runCells, type Sent } from "../notebook-change.js";
import { ownDossier as dossier } from "../support/own-figures.js";
import { notPlain } from "../support/plain-english.js";

const shown: Figure[] = [];
// How a chart looks is tested elsewhere, and drawing is what takes long.
vi.mock("../../src/draw/svg.js", () => ({
	drawSvg: async (figure: Figure) => {
		shown.push(figure);
		return "<svg/>";
	},
}));

const ids = dossier.incidents.map(({ incident_id }) => incident_id);
const every = Math.floor(ids.length / 9);

/** Ten values that a reader may try, as typed into the cell. */
const incidents = ids.filter((_, index) => index % every === 0).slice(0, 10);
const filters = [
	'{ kind: "armed_clash" }',
	'{ kind: ["closure", "reopening"], from: "2022-01-01" }',
	'{ from: "2023-01-01", to: "2023-12-31" }',
	'{ from: "2026-06-30" }',
	'{ crossing_id: "zaranj-milak" }',
	'{ province: "Nimroz", side: "taliban" }',
	'{ frontier: "ir-pk" }',
	'{ min_sources: 5, status: "confirmed" }',
	`{ incident_id: ${JSON.stringify(ids[20])} }`,
	"{ where: (row) => row.summary === null }",
];

const byName = new Map(notebooks.map(({ name, path }) => [name, cellsOf(path)]));
const cellsNamed = (name: string): Cell[] => byName.get(name) ?? [];
const changes: [name: string, from: string, to: string, filter: string][] = [
	...incidents.map((id): [string, string, string, string] => [
		"0-one-clash.ipynb",
		'"2021-12-01-kang-shaghalak-armed-clash"',
		JSON.stringify(id),
		`{ incident_id: ${JSON.stringify(id)} }`,
	]),
	...["1-frequency.ipynb", "2-location.ipynb", "3-reliability.ipynb", "4-methods.ipynb"].flatMap((name) =>
		filters.map((filter): [string, string, string, string] => [
			name,
			"everything, {}",
			`everything, ${filter}`,
			filter,
		]),
	),
];

/** What no reader should meet in a text: a value that is none, a number that disagrees with its noun. */
const slips =
	/\b(undefined|NaN|null|Infinity)\b|\[object|(?<![\d.,])\b1 (aggregate |other )?(incidents|claims|questions|months|sources|crossings|reports|repeats|statements|years|charts)\b|\b(?!1\b)\d+ (incident|claim|month|source|question(?! not asked))\b(?! (claim|question))/;

const textOf = ({ form, content }: Sent): string =>
	form === "text/html" ? (/<caption[^>]*>(.*?)<\/caption>/s.exec(content)?.[1] ?? "") : content;

describe("a notebook whose one cell is changed runs to its end, and what it says stays true", () => {
	test.each(changes)("%s: %s becomes %s", async (name, from, to, filter) => {
		shown.length = 0;
		const cells = changed(cellsNamed(name), from, to);
		const sent = await runCells(cells);
		const kept = filterDossier(dossier, new Function(`return ${filter}`)());

		// Every cell that shows something did, the last of them too.
		const silent = cells.filter(
			({ id, source, cell_type }) =>
				cell_type === "code" && /\b(show|table|text)\(/.test(source) && !sent.some(({ cell }) => cell === id),
		);
		expect(silent.map(({ id }) => id)).toEqual([]);

		for (const each of sent.filter(({ form }) => form !== "image/svg+xml")) {
			expect(textOf(each), each.cell).not.toMatch(slips);
			// What the coders wrote of an incident is data, in their own words.
			if (each.cell !== "incident") expect(notPlain(textOf(each)), each.cell).toEqual([]);
		}
		for (const figure of shown) {
			expect(figure.subtitle, figure.id).toContain(kept.filter?.text);
			const words = [figure.title, figure.subtitle, figure.caption, figure.alt, ...figure.notes];
			for (const text of words) expect(text, figure.id).not.toMatch(slips);
			expect(figure.table.length, figure.id).toBeGreaterThan(0);
		}
	});
});

test("a value that is not known is an error that names the near ones", async () => {
	const run = (name: string, from: string, to: string) => runCells(changed(cellsNamed(name), from, to));
	await expect(run("0-one-clash.ipynb", "2021-12-01-kang-shaghalak", "2021-12-01-kang-shagalak")).rejects.toThrow(
		"cell change failed: unknown incident: 2021-12-01-kang-shagalak-armed-clash (did you mean 2021-12-01-kang-shaghalak-armed-clash?)",
	);
	await expect(run("2-location.ipynb", "everything, {}", 'everything, { crossing_id: "milak" }')).rejects.toThrow(
		"cell change failed: unknown crossing: milak (did you mean zaranj-milak?)",
	);
});
