import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Figure } from "../charts/frame.js";
import { loadDossier, ownDataDirectory } from "../load/dossier.js";
import { coarsenDossier } from "../location/coarsen.js";
import type { Dossier } from "../records.js";
import type { CatalogueEntry } from "./catalogue-entry.js";
import { CommandError, didYouMean } from "./command-error.js";
import { removeParts, sha256, writeWhole } from "./files.js";
import {
	hashInputs,
	isUpToDate,
	kitVersion,
	manifestFile,
	manifestText,
	readManifest,
	stampFile,
	stampOf,
} from "./manifest.js";
import { tableCsv } from "./table-csv.js";
import { progress, type Terminal } from "./terminal.js";

/** What to draw, from where and to where. */
export interface ChartsOptions {
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
}

const plotlyFile = "plotly.min.js";

/**
 * Draws the charts of a data folder: `<id>.svg`, `.png`, `.html`, `.csv` each, `index.html` with all of
 * them, the plotly.js it shares, and `manifest.json`. Does nothing where nothing changed. With `only`,
 * just the files of those charts are written, and the manifest's other lines stay while their data do. With
 * `coarsen`, charts that tell of single districts or crossings are not drawn.
 *
 * @throws DossierError where the data have problems; nothing is written then
 * @throws CommandError for an id that is in no catalogue
 */
export async function drawCharts(options: ChartsOptions, terminal: Terminal): Promise<void> {
	const began = performance.now();
	const data = resolve(options.data ?? ownDataDirectory);
	const out = resolve(options.out ?? "charts");
	if (!existsSync(data)) throw new CommandError(`no such data folder: ${data}`);
	const stamp = stampOf({ ...hashIfComplete(data), ...(options.coarsen ? { coarsen: options.coarsen } : {}) });
	if (!options.force && !options.only && isUpToDate(out, stamp)) {
		terminal.say(`charts are up to date in ${out} (nothing changed since they were drawn; --force draws them anyway)`);
		return;
	}

	const dossier = coarsened(loadDossier(data), options.coarsen);
	const inputs = hashInputs(data);
	const entries = await chosenEntries(options.only, options.coarsen !== undefined);
	mkdirSync(out, { recursive: true });
	removeParts(out);
	// A run that is stopped half way must not pass for a whole one.
	rmSync(join(out, stampFile), { force: true });
	const outputs = new Map<string, string>();
	const put = (file: string, content: string | Uint8Array) => {
		writeWhole(join(out, file), content);
		outputs.set(file, sha256(content));
	};

	const [{ drawSvg }, { drawPng }, { figurePage }, { indexPage }] = await Promise.all([
		import("../draw/svg.js"),
		import("../draw/png.js"),
		import("../draw/figure-page.js"),
		import("../draw/index-page.js"),
	]);
	const plotly = readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist-min"), "utf8");
	const figures: Figure[] = [];
	const bar = progress(terminal, entries.length);
	try {
		for (const entry of entries) {
			const figure = entry.draw(dossier);
			const svg = await drawSvg(figure);
			put(`${figure.id}.svg`, svg);
			put(`${figure.id}.png`, await drawPng(svg));
			put(`${figure.id}.html`, figurePage(figure, plotly));
			put(`${figure.id}.csv`, tableCsv(figure.table));
			figures.push(figure);
			bar.step(figure.id);
		}
	} finally {
		bar.stop();
	}

	const earlier = readManifest(out);
	const dropped = earlier ? Object.keys(earlier.outputs).filter((file) => !outputs.has(file)) : [];
	if (options.only) {
		const sameData = earlier?.data === dossier.fingerprint;
		const kept = sameData ? earlier.outputs : {};
		const merged = { ...kept, ...Object.fromEntries(outputs) };
		writeWhole(
			join(out, manifestFile),
			manifestText({ kit: kitVersion, data: dossier.fingerprint, inputs, outputs: merged }),
		);
	} else {
		put(plotlyFile, plotly);
		put("index.html", indexPage(figures, { plotlyFile }));
		writeWhole(
			join(out, manifestFile),
			manifestText({ kit: kitVersion, data: dossier.fingerprint, inputs, outputs: Object.fromEntries(outputs) }),
		);
		// Charts that an earlier kit drew and this one does not would tell of other data.
		for (const file of dropped) if (!outputs.has(file)) rmSync(join(out, file), { force: true });
		writeWhole(join(out, stampFile), stamp);
	}
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	terminal.say(`${figures.length} charts of data ${dossier.fingerprint} in ${out}, ${seconds} s`);
	if (options.coarsen) terminal.say("left out: charts that tell of single places, districts or crossings");
	if (!options.only) terminal.say(`open ${join(out, "index.html")}`);
}

function hashIfComplete(data: string): Record<string, string> {
	try {
		return hashInputs(data);
	} catch {
		// A file is missing: loading says which, and nothing here is up to date.
		return {};
	}
}

function coarsened(dossier: Dossier, degrees: string | undefined): Dossier {
	if (degrees === undefined) return dossier;
	try {
		return coarsenDossier(dossier, Number(degrees));
	} catch (error) {
		throw error instanceof RangeError ? new CommandError(error.message) : error;
	}
}

async function chosenEntries(
	only: readonly string[] | undefined,
	isCoarsened: boolean,
): Promise<readonly CatalogueEntry[]> {
	const { catalogue: all } = await import("./catalogue.js");
	const catalogue = all.filter(({ tellsDistricts }) => !(isCoarsened && tellsDistricts));
	if (!only) return catalogue;
	const ids = catalogue.map(({ id }) => id);
	for (const id of only) {
		if (!ids.includes(id))
			throw new CommandError(`no such chart: ${id}${didYouMean(id, ids)}\ncharts: ${ids.join(" ")}`);
	}
	return catalogue.filter(({ id }) => only.includes(id));
}
