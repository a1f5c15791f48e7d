import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type CatalogueEntry, figureOrReason } from "../charts/catalogue-entry.js";
import type { Figure } from "../charts/parts/frame.js";
import { withDrawing } from "../draw/needed-packages.js";
import { tableCsv } from "../draw/table-csv.js";
import { loadDossier } from "../load/dossier.js";
import { didYouMean } from "../records/nearest.js";
import type { AppliedFilter } from "../records/records.js";
import { coarsened } from "./coarsened.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import { examplesNote } from "./examples.js";
import { makeFolder, removeParts, sha256, writeWhole } from "./files.js";
import { type FilterWords, filtered, filterWords } from "./filtered.js";
import {
	hashInputs,
	isUpToDate,
	kitVersion,
	type Manifest,
	manifestFile,
	manifestText,
	readManifest,
	stampFile,
	stampOf,
} from "./manifest.js";
import { writePages } from "./pages.js";
import { progress, type Terminal } from "./terminal.js";

/** What to draw, from where and to where. */
export interface ChartsOptions extends FilterWords {
	/** Data folder; by default the kit's own. */
	readonly data?: string;
	/** Folder to write to; by default `charts`. */
	readonly out?: string;
	/** Ids of the charts to draw; by default all. */
	readonly only?: readonly string[];
	/** Draw even where nothing changed. */
	readonly force?: boolean;
	/** Degrees of the grid to which every place is rounded, for publishing; by default as finely as it is known. */
	readonly coarsen?: string;
	/** Say what was done as JSON. */
	readonly json?: boolean;
}

const plotlyFile = "plotly.min.js";

/**
 * Draws the charts of a data folder: `<id>.svg`, `.png`, `.html`, `.csv` each, `index.html` with all of
 * them, the plotly.js it shares, and `manifest.json`. Does nothing where nothing changed. With `only`,
 * just the files of those charts are written, and the manifest's other lines stay while their data do. What
 * the data do not allow is not drawn, and the index, the manifest and the output give the reason.
 *
 * @throws DossierError where the data have problems; nothing is written then
 * @throws CommandError for an id that is in no catalogue, and where the folder cannot be written to
 */
export async function drawCharts(options: ChartsOptions, terminal: Terminal): Promise<void> {
	const began = performance.now();
	const data = dataFolder(options.data);
	const out = resolve(options.out ?? "charts");
	const asked = JSON.stringify(filterWords(options));
	const stamp = stampOf({
		...hashIfComplete(data),
		...(options.coarsen ? { coarsen: options.coarsen } : {}),
		...(asked === "{}" ? {} : { filter: asked }),
	});
	if (!options.force && !options.only && isUpToDate(out, stamp)) {
		if (options.json) terminal.say(report(out, true));
		else
			terminal.say(
				`charts are up to date in ${out} (the data and the code have not changed; --force draws them again)`,
			);
		return;
	}

	// After the places were coarsened, so that no filter tells where something was more finely than the charts do.
	const dossier = filtered(coarsened(loadDossier(data), options.coarsen), options);
	const inputs = hashInputs(data);
	const entries = await chosenEntries(options.only);
	makeFolder(out);
	removeParts(out);
	// A run that is stopped half way must not look complete.
	rmSync(join(out, stampFile), { force: true });
	const outputs = new Map<string, string>();
	const put = (file: string, content: string | Uint8Array) => {
		writeWhole(join(out, file), content);
		outputs.set(file, sha256(content));
	};

	const [{ drawSvg }, { drawPng }, { figurePage }, { indexPage }, { readPlotly }] = await withDrawing(() =>
		Promise.all([
			import("../draw/svg.js"),
			import("../draw/png.js"),
			import("../draw/figure-page.js"),
			import("../draw/index-page.js"),
			import("../draw/save.js"),
		]),
	);
	const plotly = await withDrawing(async () => readPlotly());
	const figures: Figure[] = [];
	const excluded: Record<string, string> = {};
	const bar = progress(terminal, entries.length, { plain: options.json ? "silent" : "lines" });
	try {
		for (const entry of entries) {
			const figure = figureOrReason(entry, dossier);
			if (typeof figure === "string") {
				excluded[entry.id] = figure;
				bar.step(`${entry.id}: not drawn`);
				continue;
			}
			const svg = await withDrawing(() => drawSvg(figure));
			put(`${figure.id}.svg`, svg);
			put(`${figure.id}.png`, await drawPng(svg));
			put(`${figure.id}.html`, await withDrawing(async () => figurePage(figure, plotly)));
			put(`${figure.id}.csv`, tableCsv(figure.table));
			figures.push(figure);
			bar.step(figure.id);
		}
	} finally {
		bar.stop();
	}

	const earlier = readManifest(out);
	const dropped = Object.keys(earlier?.outputs ?? {}).filter((file) => !outputs.has(file));
	const record = (kept: Pick<Manifest, "outputs" | "excluded">) => {
		const written = { ...kept.outputs, ...Object.fromEntries(outputs) };
		const unwritten = { ...kept.excluded, ...excluded };
		const filter = dossier.filter?.text ?? null;
		const made = { kit: kitVersion, data: dossier.fingerprint, filter, inputs, outputs: written, excluded: unwritten };
		writeWhole(join(out, manifestFile), manifestText(made));
	};
	if (options.only) {
		const isOther = (name: string) => !entries.some(({ id }) => name === id || name.startsWith(`${id}.`));
		const others = (lines: Readonly<Record<string, string>>) =>
			Object.fromEntries(Object.entries(lines).filter(([name]) => isOther(name)));
		const sameData =
			earlier?.data === dossier.fingerprint && (earlier.filter ?? null) === (dossier.filter?.text ?? null);
		record({
			outputs: sameData ? others(earlier.outputs) : {},
			excluded: sameData ? others(earlier.excluded ?? {}) : {},
		});
		for (const file of dropped) if (!isOther(file)) rmSync(join(out, file), { force: true });
	} else {
		put(plotlyFile, plotly);
		writePages(dossier, put);
		put("index.html", indexPage(figures, { plotlyFile, excluded }));
		record({ outputs: {}, excluded: {} });
		// Charts that an earlier version drew and this one does not would show other data.
		for (const file of dropped) if (!outputs.has(file)) rmSync(join(out, file), { force: true });
		writeWhole(join(out, stampFile), stamp);
	}
	if (options.json) {
		terminal.say(report(out, false));
		return;
	}
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	const count = figures.length === 1 ? "1 chart" : `${figures.length} charts`;
	terminal.say(`${count} of data ${dossier.fingerprint} in ${out}, ${seconds} s`);
	if (dossier.filter) terminal.say(filterNote(dossier.filter));
	for (const [id, reason] of Object.entries(excluded)) terminal.say(`not drawn: ${id}: ${reason}`);
	const note = examplesNote(dossier);
	if (note !== null) terminal.say(note);
	if (!options.only) terminal.say(`open ${join(out, "index.html")}`);
}

const filterNote = ({ text, incidents, excluded }: AppliedFilter): string =>
	`filter: ${text} (${incidents - excluded} of ${incidents} incidents)`;

/** What a folder of charts holds, for a machine. */
function report(out: string, upToDate: boolean): string {
	const { data = null, filter = null, outputs = {}, excluded = {} } = readManifest(out) ?? {};
	return JSON.stringify({ out, data, filter, up_to_date: upToDate, files: Object.keys(outputs), excluded }, null, 2);
}

function hashIfComplete(data: string): Record<string, string> {
	try {
		return hashInputs(data);
	} catch {
		// A file is missing: loading says which, and nothing here is up to date.
		return {};
	}
}

async function chosenEntries(only: readonly string[] | undefined): Promise<readonly CatalogueEntry[]> {
	const { catalogue } = await import("../charts/catalogue.js");
	if (!only) return catalogue;
	const ids = catalogue.map(({ id }) => id);
	for (const id of only) {
		if (!ids.includes(id))
			throw new CommandError(`unknown chart: ${id}${didYouMean(id, ids)}\nknown charts: ${ids.join(" ")}`);
	}
	return catalogue.filter(({ id }) => only.includes(id));
}
