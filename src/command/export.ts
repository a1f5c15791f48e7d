import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { countLabel } from "../charts/parts/labels.js";
import type { DataDescriptor, Exported, ExportSource } from "../export/exporter.js";
import { exporters } from "../export/exporters.js";
import { ownDataDirectory } from "../load/dossier.js";
import { contributors } from "../pages/citation.js";
import { siteOf } from "../pages/markup.js";
import { unknownWord } from "../records/nearest.js";
import type { Dossier } from "../records/records.js";
import { coarsened } from "./coarsened.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import { readIfThere, writeWhole } from "./files.js";
import { type FilterWords, filtered } from "./filtered.js";
import { loaded } from "./loaded.js";
import { kitVersion } from "./manifest.js";
import { newFolder, writeFolder } from "./new-folder.js";
import { tableFiles } from "./table-text.js";
import type { Terminal } from "./terminal.js";

/** Options of `export` as typed. */
export interface ExportOptions extends FilterWords {
	/** Data folder; by default the kit's own. */
	readonly data?: string;
	/** A file, or a new folder for formats of several files. */
	readonly out: string;
	/** Degrees of the grid to which every place is rounded, for publishing. */
	readonly coarsen?: string;
	/** Address at which the folder of the charts is published. */
	readonly site?: string;
	/** Say what was written as JSON. */
	readonly json?: boolean;
}

/**
 * Writes the data in a format of another program.
 *
 * @throws CommandError for a format that is not known, a name that does not fit it, or a folder that is not empty
 * @throws DossierError where the data have problems; nothing is written then
 */
export async function exportData(format: string, options: ExportOptions, terminal: Terminal): Promise<void> {
	const exporter = exporters.find(({ id }) => id === format);
	if (!exporter)
		throw new CommandError(
			unknownWord(
				"format",
				format,
				exporters.map(({ id }) => id),
			).message,
		);
	const { ending } = exporter;
	if (ending !== null && !options.out.endsWith(ending))
		throw new CommandError(`${format} is one file: --out needs a name that ends with ${ending}: ${options.out}`);
	const out = ending === null ? newFolder(options.out) : resolve(options.out);
	const data = dataFolder(options.data);
	const dossier = filtered(coarsened(loaded(data, terminal), options.coarsen, terminal.say), options);
	const exported = await exporter.write(sourceOf(dossier, data, options));
	if (exported.files === undefined) writeWhole(out, exported.content);
	else writeFolder(out, exported.files);
	report(format, out, dossier, exported, options, terminal);
}

function sourceOf(dossier: Dossier, data: string, options: ExportOptions): ExportSource {
	const own = ownDataDirectory();
	const others = ["border.geojson", "border.LICENSE.md", "region.json"].flatMap((file): [string, Uint8Array][] => {
		const bytes = readIfThere(join(data, file));
		return bytes === null ? [] : [[file, bytes]];
	});
	return {
		dossier,
		tables: tableFiles({ ...dossier, observation: [dossier.observation] }),
		others: Object.fromEntries(others),
		descriptor: JSON.parse(readFileSync(join(own, "datapackage.json"), "utf8")) as DataDescriptor,
		kit: kitVersion,
		author: data === resolve(own) ? contributors : null,
		site: folderAddress(options.site),
	};
}

/** @throws CommandError for what is no https address */
function folderAddress(address: string | undefined): string | null {
	if (address === undefined) return null;
	if (siteOf(address) === null)
		throw new CommandError(`--site needs an address that begins with https:// and not: ${address}`);
	return address.endsWith("/") ? address : `${address}/`;
}

function report(
	format: string,
	out: string,
	{ incidents, claims, filter, fingerprint }: Dossier,
	{ files, notes }: Exported,
	options: ExportOptions,
	terminal: Terminal,
): void {
	const names = Object.keys(files ?? {});
	const counts = { incidents: incidents.length, claims: claims.length };
	if (options.json) {
		const said = { format, out, files: names, data: fingerprint, filter: filter?.text ?? null, ...counts, notes };
		terminal.say(JSON.stringify(said, null, 2));
		return;
	}
	const inside = names.length === 0 ? "" : ` (${countLabel(names.length, "file")})`;
	terminal.say(
		`${out}${inside}: ${countLabel(counts.incidents, "incident")}, ${countLabel(counts.claims, "claim")}; data ${fingerprint}`,
	);
	if (filter)
		terminal.say(`filter: ${filter.text} (${filter.incidents - filter.excluded} of ${filter.incidents} incidents)`);
	for (const note of notes) terminal.say(note);
}
