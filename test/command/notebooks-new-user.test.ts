import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { initData } from "../../src/command/init.js";
import { jupyterEnvironment } from "../../src/command/jupyter.js";
import { loadDossier } from "../../src/load/dossier.js";
import { filterDossier } from "../../src/load/filter.js";
import { plotlyType } from "../browser/stored-notebooks.js";
import { scratchCheckout } from "../scratch-checkout.js";

const python = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
const runCells = fileURLToPath(new URL("../support/run-cells.py", import.meta.url));
const hasVenv = existsSync(fileURLToPath(new URL("../../.venv/.requirements", import.meta.url)));

const start = `import * as tslab from "tslab";
import { charts, filterDossier, incidentTable, loadDossier, notebookOutput, plot, restyle, saveFigure } from "border-incidents";
import { fromDataFrame, toDataFrame } from "border-incidents/danfojs";
import type { DataFrame } from "danfojs-node";
const { show, table, text } = notebookOutput(tslab);
const dossier = loadDossier();`;

/** What somebody new tries, each as the README, TAB or an error suggests it. */
const tries = {
	"armed clashes only": `await show(charts.incidentsPerPeriod(filterDossier(dossier, { kind: "armed_clash" })));`,
	"one year": `const year = filterDossier(dossier, { from: "2023-01-01", to: "2023-12-31" });
await show(charts.incidentsPerPeriod(year));`,
	"one crossing on the map": `await show(charts.borderMap(filterDossier(dossier, { crossing_id: "zaranj-milak" })));`,
	"the claim timeline of another incident": `await show(charts.claimTimeline(filterDossier(dossier, { incident_id: "2023-05-27-sasoli-clash" })));`,
	"a list of incidents with links": `table(incidentTable(year), { columns: ["date_start", "place", "first_source", "url"], limit: 100 });`,
	"accuracy by side for one year": `await show(charts.accuracy(filterDossier(dossier, { from: "2021-07-01", to: "2022-06-30" }), { by: "side" }));`,
	"another title, size and colour": `const mine = restyle(charts.incidentsPerPeriod(dossier), { title: "My own title", width: 700, colors: ["#cc3311"] });
await show(mine);`,
	"a picture saved": `await saveFigure(mine, \`\${mine.id}.png\`);
await saveFigure(mine, \`\${mine.id}.svg\`);`,
	"a count by week": `await show(charts.incidentsPerPeriod(dossier, { by: "week" }));`,
	"a folder of one's own": `await show(charts.incidentsPerPeriod(loadDossier("../my data")));`,
	"a chart of one's own numbers": `await show(plot({ title: "Lorries a day", data: [{ type: "bar", x: ["May", "June"], y: [120, 80] }] }));`,
	"danfojs, then a chart": `const frame = await toDataFrame<DataFrame>(incidentTable(dossier));
const counts = fromDataFrame(frame.groupby(["kind"]).col(["incident_id"]).count() as DataFrame);
const bars = { type: "bar", x: counts.map((row) => row.kind), y: counts.map((row) => row.incident_id_count) };
await show(plot({ title: "Incidents by event type", data: [bars] }));`,
} as const;
type Try = keyof typeof tries;

/** What goes wrong, and the one line that is printed below the cell. */
const slips = {
	column: [
		"dossier.incidents.map((row) => row.provinc);",
		/^1:36 - Property 'provinc' does not exist on type 'Incident'\.( Did you mean .*)?$/,
	],
	crossing: [
		`await show(charts.borderMap(filterDossier(dossier, { crossing_id: "milak" })));`,
		/^RangeError: unknown crossing: milak \(did you mean zaranj-milak\?\)$/,
	],
	question: [
		`await show(charts.claimTimeline(dossier, "2021-12-01-kang-shaghalak-armed-clash.posts_capturd"));`,
		/^RangeError: unknown question: \S+ \(did you mean 2021-12-01-kang-shaghalak-armed-clash\.posts_captured\b.*\?\)$/,
	],
	folder: [`loadDossier("../nowhere");`, /^DossierError: 1 problem in \.\.\/nowhere\n\/.*\/nowhere: no such folder$/],
	"too-few": [
		`await show(charts.daysBetweenIncidents(filterDossier(dossier, { incident_id: "2023-05-27-sasoli-clash" })));`,
		/^NotEnoughDataError: .+$/,
	],
} as const;

function writeNotebook(path: string, sources: readonly string[]): void {
	const cells = sources.map((source, index) => {
		return { cell_type: "code", execution_count: null, id: `cell-${index}`, metadata: {}, outputs: [], source };
	});
	const kernelspec = { display_name: "TypeScript (border-incidents)", language: "typescript", name: "tslab" };
	writeFileSync(path, JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }));
}

interface Output {
	readonly output_type: string;
	/** What a cell wrote to the stream of this name. */
	readonly name?: string;
	readonly text?: string | readonly string[];
	readonly data?: Readonly<Record<string, unknown>>;
}

describe.skipIf(!hasVenv)("what a new user tries works at the first try, in a real kernel (needs .venv)", () => {
	const dossier = loadDossier();
	const year = filterDossier(dossier, { from: "2023-01-01", to: "2023-12-31" });
	let folder: string;
	let outputs: Map<string, readonly Output[]>;
	beforeAll(() => {
		const undo: (() => void)[] = [];
		const checkout = scratchCheckout({ whenDone: (clear) => undo.push(clear) });
		const silent = { say: () => {}, warn: () => {}, isInteractive: false };
		folder = join(checkout, "notebooks");
		initData(join(checkout, "my data"), {}, silent);
		const notebook = join(folder, "tries.ipynb");
		const sources = [...Object.values(tries), ...Object.values(slips).map(([source]) => source)];
		writeNotebook(notebook, [start, ...sources]);
		const ended = spawnSync(python, [runCells, notebook], { encoding: "utf8", env: jupyterEnvironment() });
		if (ended.status !== 0) throw new Error(ended.stderr);
		const { cells } = JSON.parse(readFileSync(notebook, "utf8"));
		const names = ["start", ...Object.keys(tries), ...Object.keys(slips)];
		outputs = new Map(names.map((name, index) => [name, cells[index].outputs]));
		return () => {
			for (const clear of undo) clear();
		};
	}, 300_000);

	/** What a cell wrote to stderr, and the error that the kernel told. */
	const complaints = (name: string) =>
		(outputs.get(name) ?? [])
			.filter((each) => each.output_type === "error" || each.name === "stderr")
			.map(({ text = "error" }) => [text].flat().join("").trim());

	/** The one chart of a try: what plotly draws, the SVG, and the sentence. */
	const chart = (name: Try) => {
		const drawn = (outputs.get(name) ?? []).flatMap(({ data = {} }) => (plotlyType in data ? [data] : []));
		expect(drawn, `${name}: ${JSON.stringify(outputs.get(name)).slice(0, 500)}`).toHaveLength(1);
		const [data = {}] = drawn;
		const figure = data[plotlyType] as { readonly data: readonly { readonly x?: readonly unknown[] }[] };
		const svg = [data["image/svg+xml"]].flat().join("");
		// A long line is drawn in parts.
		const text = svg.replace(/<style.*?<\/style>/gs, "").replace(/<[^>]+>/g, " ");
		return { figure, svg, text: text.replace(/\s+/g, " ") };
	};

	test("armed clashes only: the chart says so, and counts them", () => {
		const { text } = chart("armed clashes only");
		expect(text).toContain("event type armed clash");
		const own = dossier.incidents.filter(({ kind }) => kind === "armed_clash");
		expect(text).toMatch(new RegExp(`\\b${own.length}\\b`));
	});

	test("one year: axis and caption follow", () => {
		const { text, figure } = chart("one year");
		expect(text).toContain("31 December 2023");
		const days = figure.data.flatMap(({ x = [] }) => x.filter((each) => /^\d{4}-/.test(String(each))));
		expect(days.length).toBeGreaterThan(0);
		expect(days.filter((day) => !/^(2022-12-31|2023-|2024-01-01)/.test(String(day)))).toEqual([]);
	});

	test("one crossing: the map says which", () => {
		expect(chart("one crossing on the map").text).toContain("crossing Zaranj–Milak");
	});

	test("another incident: its own question", () => {
		const asked = dossier.propositions.filter((row) => row.incident_id === "2023-05-27-sasoli-clash");
		const { text } = chart("the claim timeline of another incident");
		expect(text).toContain("2023-05-27-sasoli-clash");
		expect(asked.length).toBeGreaterThan(0);
	});

	test("incidents with links: a row each, a link where there is an address", () => {
		const html = String([outputs.get("a list of incidents with links")?.[0]?.data?.["text/html"]].flat().join(""));
		expect(html.match(/<tr>/g)?.length).toBe(year.incidents.length + 1);
		expect(html.match(/<a href="https:/g)?.length).toBeGreaterThan(year.incidents.length / 2);
	});

	test("accuracy by side for one year", () => {
		expect(chart("accuracy by side for one year").text).toContain("from 1 July 2021; to 30 June 2022");
	});

	test("title, size and colour", () => {
		const { text, svg } = chart("another title, size and colour");
		expect(text).toContain("My own title");
		expect(svg).toMatch(/^<svg [^>]*width="700"/);
		expect(svg).toMatch(/#cc3311|rgb\(204, 51, 17\)/);
	});

	test("PNG and SVG, named by the chart's id", () => {
		expect(readFileSync(join(folder, "incidents-per-period.png")).subarray(1, 4).toString()).toBe("PNG");
		expect(readFileSync(join(folder, "incidents-per-period.svg"), "utf8")).toMatch(/^<svg .*My own title/s);
	});

	test("weeks: Mondays on the axis", () => {
		expect(chart("a count by week").text).toMatch(/week/);
	});

	test("a folder of one's own, by a path from the notebook", () => {
		expect(chart("a folder of one's own").text).not.toContain(dossier.fingerprint);
	});

	test("one's own numbers, and those of danfojs", () => {
		expect(chart("a chart of one's own numbers").text).toContain("Lorries a day");
		const { figure } = chart("danfojs, then a chart");
		expect([...(figure.data[0]?.x ?? [])].sort()).toEqual(
			[...new Set(dossier.incidents.map(({ kind }) => kind))].sort(),
		);
	});

	test("whatever was tried wrote nothing to stderr, and no cell failed", () => {
		for (const name of ["start", ...Object.keys(tries)]) expect(complaints(name), name).toEqual([]);
	});

	test.each(Object.entries(slips))("a slip (%s) is told in one line", (name, [, line]) => {
		const [told, ...others] = complaints(name);
		expect(told).toMatch(line);
		expect(others).toEqual([]);
		// Nothing is shown that a cell which fails would have.
		expect((outputs.get(name) ?? []).filter(({ data }) => data)).toEqual([]);
	});
});
