import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
	return createHash("sha256").update(content).digest("hex");
}

const temporary = ".part-";

/**
 * Puts a file in place whole: written beside its place under another name, then renamed, so that a stop
 * at any moment leaves the old file or the new one.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	const part = join(dirname(path), `${temporary}${randomUUID()}-${basename(path)}`);
	try {
		writeFileSync(part, content);
		renameSync(part, path);
	} catch (error) {
		rmSync(part, { force: true });
		throw error;
	}
}

/** Removes what an interrupted run left half written in a folder. */
export function removeParts(directory: string): void {
	for (const name of readdirSync(directory))
		if (name.startsWith(temporary)) rmSync(join(directory, name), { force: true });
}

/** The content of a file, or `null` where there is none. */
export function readIfThere(path: string): Buffer | null {
	try {
		return readFileSync(path);
	} catch {
		return null;
	}
}

/** SHA-256 over every file below a folder, names and contents, in the order of their names. */
export function treeHash(directory: string): string {
	const names = readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	return sha256(names.map((name) => `${name.slice(directory.length)} ${sha256(readFileSync(name))}`).join("\n"));
}
