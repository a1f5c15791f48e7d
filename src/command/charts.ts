import { rmSync } from "node:fs";
import { extname, join, parse, resolve } from "node:path";
import { catalogue } from "../charts/catalogue.js";
import type { CatalogueEntry } from "../charts/catalogue-entry.js";
import type { Figure } from "../charts/parts/frame.js";
import { countLabel, nOf } from "../charts/parts/labels.js";
import { withDrawing } from "../draw/needed-packages.js";
import { ownDataDirectory } from "../load/dossier.js";
import { didYouMean } from "../records/nearest.js";
import type { AppliedFilter } from "../records/records.js";
import { ChartWorkers, processesFor, type Setting, usualLimit_s } from "./chart-workers.js";
import { coarsened } from "./coarsened.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import { examplesNote } from "./examples.js";
import { makeFolder, namesIn, readIfThere, removeParts, sha256, writeWhole } from "./files.js";
import { type FilterWords, filtered, filterWords } from "./filtered.js";
import { loaded } from "./loaded.js";
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
import { failedText, writePages } from "./pages.js";
import { type Progress, progress, type Terminal } from "./terminal.js";

/** What to draw, from where and to where. */
export interface ChartsOptions extends FilterWords {
	/** Data folder; by default the kit's own. */
	readonly data?: string;
	/** Folder to write to; by default `charts`. */
	readonly out?: string;
	/** Ids of the charts to draw, each alone or several with commas between; by default all. */
	readonly only?: readonly string[];
	/** Draw even where nothing changed. */
	readonly force?: boolean;
	/** Degrees of the grid to which every place is rounded, for publishing; by default as finely as it is known. */
	readonly coarsen?: string;
	/** Pages that carry plotly.js and the fonts inside, 10 MB each, so that each can be sent alone. */
	readonly standalone?: boolean;
	/** Processes that draw at once; by default one a core. */
	readonly workers?: string;
	/** Seconds after which a chart that is not drawn has failed. */
	readonly timeLimit?: string;
	/** Stay, serve the pages for this machine and draw again when a table is saved. */
	readonly watch?: boolean;
	/** Say what was done as JSON. */
	readonly json?: boolean;
}

const plotlyFile = "plotly.js";
const incidentFolder = "incident";
const chartEndings: readonly string[] = [".svg", ".png", ".html", ".csv"];

/**
 * Draws the charts of a data folder: `<id>.svg`, `.png`, `.html`, `.csv` each, the front page `index.html`, the incident
 * browser and a page for every incident, the plotly.js and the fonts that chart pages share, and `manifest.json`. Does
 * nothing where nothing changed. With `only`, the front page is not written, and the manifest's other lines stay while their data do. What the data do not
 * allow is not drawn, and the index, the manifest and the output give the reason.
 *
 * @param signal stops the run, such as Ctrl-C; it is not complete then, and the next begins anew
 * @throws DossierError where the data have problems; nothing is written then
 * @throws CommandError for an id that is in no catalogue, where the folder cannot be written to, and at the end, where a
 *   chart failed: all others are written then, and the next run tries again
 */
export async function drawCharts(options: ChartsOptions, terminal: Terminal, signal?: AbortSignal): Promise<void> {
	const began = performance.now();
	const data = dataFolder(options.data);
	const out = resolve(options.out ?? "charts");
	const asked = JSON.stringify(filterWords(options));
	const stamp = stampOf({
		...hashIfComplete(data),
		...(options.standalone ? { pages: "standalone" } : {}),
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

	const entries = chosenEntries(options.only);
	const workers = new ChartWorkers(
		processesWanted(options.workers) ?? processesFor(entries.length),
		limitWanted(options.timeLimit),
	);
	const stop = () => workers.end();
	signal?.addEventListener("abort", stop);
	try {
		// After the places were coarsened, so that no filter tells where something was more finely than the charts do.
		const rules: string[] = [];
		const dossier = filtered(
			coarsened(loaded(data, terminal), options.coarsen, (rule) => rules.push(rule)),
			options,
		);
		if (!options.json) rules.forEach(terminal.say);
		const inputs = hashInputs(data);
		makeFolder(out);
		removeParts(out);
		removeParts(join(out, incidentFolder));
		// A run that is stopped half way must not look complete.
		rmSync(join(out, stampFile), { force: true });
		const outputs: Record<string, string> = {};
		const put = (file: string, content: string | Uint8Array) => {
			outputs[file] = sha256(content);
			// What is there already stays untouched: who watches the folder sees only what changed.
			if (outputs[file] !== sha256(readIfThere(join(out, file)) ?? "")) writeWhole(join(out, file), content);
		};

		const bar = progress(terminal, entries.length, { plain: options.json ? "silent" : "lines" });
		const plotly = options.standalone ? null : plotlyFile;
		const earlier = readManifest(out);
		const filter = dossier.filter?.text ?? null;
		const isSameData = earlier?.data === dossier.fingerprint && (earlier.filter ?? null) === filter;
		// The pages around a chart: written by this run, or by an earlier one of the same data.
		const hasPages = !options.only || (isSameData && "index.html" in (earlier?.outputs ?? {}));
		const setting = { dossier, plotlyFile: plotly, hasPages };
		const { figures, excluded, failed } = await drawEach(entries, { workers, setting, put, bar });
		if (signal?.aborted) throw new CommandError("drawing was stopped; the next run begins it anew", 130);
		if (plotly !== null) {
			const { readPlotly, sharedFonts, sharedFontsFile } = await pageParts();
			put(plotlyFile, readPlotly());
			put(sharedFontsFile, sharedFonts());
		}
		if (!options.only) {
			const isOwnData = data === resolve(ownDataDirectory());
			const undrawn = { ...excluded, ...failedText(failed) };
			Object.assign(failed, writePages(dossier, put, { figures, excluded: undrawn, isOwnData }));
		}

		const hasAll = Object.keys(failed).length === 0;
		const isOther = (name: string) =>
			options.only !== undefined && !entries.some(({ id }) => name === id || name.startsWith(`${id}.`));
		const others = (lines: Readonly<Record<string, string>> = {}) =>
			Object.fromEntries(Object.entries(lines).filter(([name]) => isSameData && isOther(name)));
		const manifest: Manifest = {
			kit: kitVersion,
			data: dossier.fingerprint,
			filter,
			inputs,
			outputs: { ...others(earlier?.outputs), ...outputs },
			n: { ...others(earlier?.n), ...Object.fromEntries(figures.map(({ id, caption }) => [id, nOf(caption)])) },
			excluded: { ...others(earlier?.excluded), ...excluded },
			failed: { ...others(earlier?.failed), ...failed },
		};
		writeWhole(join(out, manifestFile), manifestText(manifest));
		// Files that an earlier run wrote and this one did not would show other data, or places more finely than these.
		const keepsOthers = isSameData || options.coarsen === undefined;
		for (const file of [...Object.keys(earlier?.outputs ?? {}), ...chartFilesIn(out)])
			if (!(file in outputs) && !(keepsOthers && isOther(file))) rmSync(join(out, file), { force: true });
		if (hasAll && !options.only) writeWhole(join(out, stampFile), stamp);

		if (options.json) terminal.say(report(out, false));
		else {
			const seconds = ((performance.now() - began) / 1000).toFixed(1);
			terminal.say(`${countLabel(figures.length, "chart")} of data ${dossier.fingerprint} in ${out}, ${seconds} s`);
			if (dossier.filter) terminal.say(filterNote(dossier.filter));
			for (const [id, reason] of Object.entries(excluded)) terminal.say(`not drawn: ${id}: ${reason}`);
			const note = examplesNote(dossier);
			if (note !== null) terminal.say(note);
			if (!options.only) terminal.say(`open ${join(out, "index.html")}`);
		}
		if (!hasAll) throw new CommandError(failures(failed), 1);
	} finally {
		signal?.removeEventListener("abort", stop);
		workers.end();
	}
}

/** Draws charts and writes the files of each as it comes, in the order of the list. */
async function drawEach(
	entries: readonly CatalogueEntry[],
	{
		workers,
		setting,
		put,
		bar,
	}: {
		readonly workers: ChartWorkers;
		readonly setting: Setting;
		readonly put: (file: string, content: string | Uint8Array) => void;
		readonly bar: Progress;
	},
) {
	const figures: Figure[] = [];
	const excluded: Record<string, string> = {};
	const failed: Record<string, string> = {};
	const ids = entries.map(({ id }) => id);
	try {
		for await (const result of workers.draw(ids, setting)) {
			if (result.kind === "drawn") {
				for (const [ending, content] of Object.entries(result.files)) put(`${result.id}${ending}`, content);
				figures.push(result.figure);
				bar.step(result.id);
			} else {
				(result.kind === "failed" ? failed : excluded)[result.id] = result.reason;
				bar.step(`${result.id}: ${result.kind === "failed" ? "failed" : "not drawn"}`);
			}
		}
	} finally {
		bar.stop();
	}
	return { figures, excluded, failed };
}

/** Files with the name of a chart or a page, also of a run that ended before it could list what it wrote. */
function chartFilesIn(out: string): string[] {
	const ids: readonly string[] = catalogue.map(({ id }) => id);
	const isPage = (name: string) => extname(name) === ".html";
	const isChart = (name: string) =>
		["index.html", "incidents.html"].includes(name) ||
		(chartEndings.includes(extname(name)) && ids.includes(parse(name).name));
	return [
		...namesIn(out).filter(isChart),
		...namesIn(join(out, incidentFolder))
			.filter(isPage)
			.map((name) => `${incidentFolder}/${name}`),
	];
}

/** What the pages of charts share. */
async function pageParts() {
	const [{ readPlotly }, { sharedFonts, sharedFontsFile }] = await withDrawing(() =>
		Promise.all([import("../draw/save.js"), import("../draw/embedded-fonts.js")]),
	);
	return { readPlotly, sharedFonts, sharedFontsFile };
}

function failures(failed: Readonly<Record<string, string>>): string {
	const lines = Object.entries(failed).map(([id, reason]) => `failed: ${id}: ${reason}`);
	const pages = Object.keys(failed).filter((id) => !catalogue.some((entry) => entry.id === id)).length;
	const charts = lines.length - pages;
	const counts = [
		...(charts > 0 ? [countLabel(charts, "chart")] : []),
		...(pages > 0 ? [countLabel(pages, "page")] : []),
	];
	return [...lines, `${counts.join(" and ")} could not be drawn; the next run tries again`].join("\n");
}

/** @throws CommandError for what is no number of processes */
function processesWanted(workers: string | undefined): number | null {
	if (workers === undefined) return null;
	if (!/^[1-9]\d?$/.test(workers)) throw new CommandError(`not a number of workers: ${workers} (1 to 99)`);
	return Number(workers);
}

/** @throws CommandError for what is no number of seconds */
function limitWanted(limit: string | undefined): number {
	if (limit === undefined) return usualLimit_s;
	if (!/^[1-9]\d{0,5}$/.test(limit)) throw new CommandError(`not a time limit: ${limit} (1 to 999999 seconds)`);
	return Number(limit);
}

const filterNote = ({ text, incidents, excluded }: AppliedFilter): string =>
	`filter: ${text} (${incidents - excluded} of ${incidents} incidents)`;

/** What a folder of charts holds, for a machine. */
function report(out: string, upToDate: boolean): string {
	const { data = null, filter = null, outputs = {}, excluded = {}, failed = {} } = readManifest(out) ?? {};
	const files = Object.keys(outputs);
	return JSON.stringify({ out, data, filter, up_to_date: upToDate, files, excluded, failed }, null, 2);
}

function hashIfComplete(data: string): Record<string, string> {
	try {
		return hashInputs(data);
	} catch {
		// A file is missing: loading says which, and nothing here is up to date.
		return {};
	}
}

/**
 * The charts that `--only` names; all where it is not given.
 *
 * @throws CommandError for an id that is in no catalogue
 */
export function chosenEntries(only: readonly string[] | undefined): readonly CatalogueEntry[] {
	if (!only) return catalogue;
	const ids = catalogue.map(({ id }) => id);
	const wanted = only.flatMap((word) => word.split(",")).map((id) => id.trim());
	for (const id of wanted.filter((each) => each !== "")) {
		if (!ids.includes(id))
			throw new CommandError(`unknown chart: ${id}${didYouMean(id, ids)}\nknown charts: ${ids.join(" ")}`);
	}
	const chosen = catalogue.filter(({ id }) => wanted.includes(id));
	if (chosen.length === 0) throw new CommandError(`--only names no chart\nknown charts: ${ids.join(" ")}`);
	return chosen;
}
