import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { kitVersion } from "../draw/kit-version.js";
import { inputFilesOf } from "../load/dossier.js";
import { inputBytes } from "../load/input.js";
import { readIfThere, sha256, treeHash } from "./files.js";

/** What a folder of charts was drawn from, and what it holds: SHA-256 of every input and output. */
export interface Manifest {
	readonly kit: string;
	/** The data fingerprint printed in every chart. */
	readonly data: string;
	/** What the dossier was filtered by, in words; `null` or absent where it is whole. */
	readonly filter?: string | null;
	readonly inputs: Readonly<Record<string, string>>;
	readonly outputs: Readonly<Record<string, string>>;
	/** How many of what a chart shows, by its id: `94 incidents`. */
	readonly n?: Readonly<Record<string, string>>;
	/** Why the data allow no chart, by its id; none where all were drawn. */
	readonly excluded: Readonly<Record<string, string>>;
	/** Why a chart could not be drawn though the data allow it, by its id. */
	readonly failed?: Readonly<Record<string, string>>;
}

export { kitVersion };

/** Name of the file that says what a folder of charts was made from. */
export const manifestFile = "manifest.json";
/** Names the code and data behind a full run; not for publishing, so that a comment in the code changes no chart. */
export const stampFile = ".stamp";

const packageFile = new URL("../../package.json", import.meta.url);

/** SHA-256 of every input file of a data folder. */
export function hashInputs(directory: string): Record<string, string> {
	return Object.fromEntries(inputFilesOf(directory).map((file) => [file, sha256(inputBytes(directory, file))]));
}

/** What the charts depend on: the kit's own code, the libraries it asks for and the data. */
export function stampOf(inputs: Readonly<Record<string, string>>): string {
	const code = treeHash(fileURLToPath(new URL("..", import.meta.url)));
	return sha256(JSON.stringify([code, sha256(readFileSync(packageFile)), inputs]));
}

/** The manifest of a folder, or `null` where there is none that can be read. */
export function readManifest(directory: string): Manifest | null {
	try {
		return JSON.parse(readFileSync(join(directory, manifestFile), "utf8")) as Manifest;
	} catch {
		return null;
	}
}

/** Whether a folder holds every output of a full run with this stamp, unaltered. */
export function isUpToDate(directory: string, stamp: string): boolean {
	if (readIfThere(join(directory, stampFile))?.toString() !== stamp) return false;
	const manifest = readManifest(directory);
	if (!manifest) return false;
	return Object.entries(manifest.outputs).every(
		([file, hash]) => sha256(readIfThere(join(directory, file)) ?? "") === hash,
	);
}

/** A manifest as its file, keys in a fixed order. */
export function manifestText(manifest: Manifest): string {
	const sorted = (entries: Readonly<Record<string, string>>) =>
		Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
	const { kit, data, filter, inputs, outputs, n = {}, excluded, failed = {} } = manifest;
	const made = { kit, data, ...(filter ? { filter } : {}) };
	const drawn = { inputs: sorted(inputs), outputs: sorted(outputs), n: sorted(n), excluded: sorted(excluded) };
	const ordered = { ...made, ...drawn, ...(Object.keys(failed).length > 0 ? { failed: sorted(failed) } : {}) };
	return `${JSON.stringify(ordered, null, "\t")}\n`;
}
