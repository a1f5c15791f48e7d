import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { TableRows } from "../import/importer.js";
import { CommandError } from "./command-error.js";
import { cannotWrite } from "./files.js";
import { tableFiles } from "./table-text.js";

/**
 * The whole path of a folder that is to be made.
 *
 * @throws CommandError where it has files already, or is a file
 */
export function newFolder(directory: string): string {
	const folder = resolve(directory);
	if (!existsSync(folder)) return folder;
	if (!statSync(folder).isDirectory()) throw new CommandError(`${folder} is a file: name a new folder`, 1);
	const there = readdirSync(folder).length;
	if (there > 0)
		throw new CommandError(
			`${folder} is not empty: it holds ${there === 1 ? "1 file" : `${there} files`}; nothing was written; name a new folder`,
			1,
		);
	return folder;
}

/**
 * Writes a new folder. It appears complete or not at all, and only where there is none or an empty one.
 *
 * @param files their contents, by name
 * @param check looks at the files before they get their place; what it throws leaves nothing behind
 * @throws CommandError where the folder has files already, or cannot be written
 */
export function writeFolder(
	directory: string,
	files: Readonly<Record<string, string | Uint8Array>>,
	check: (part: string) => void = () => {},
): void {
	const folder = newFolder(directory);
	const part = join(dirname(folder), `.part-${randomUUID()}-${basename(folder)}`);
	try {
		mkdirSync(dirname(folder), { recursive: true });
		mkdirSync(part);
	} catch (error) {
		throw cannotWrite(folder, error);
	}
	try {
		for (const [name, content] of Object.entries(files)) writeFileSync(join(part, name), content);
		check(part);
		// Fails where somebody put a file into it meanwhile.
		if (existsSync(folder)) rmdirSync(folder);
		renameSync(part, folder);
	} catch (error) {
		rmSync(part, { recursive: true, force: true });
		throw (error as NodeJS.ErrnoException).syscall === undefined ? error : cannotWrite(folder, error);
	}
}

/**
 * Writes tables into a new data folder, in the kit's own form.
 *
 * @param others further files, such as the border line
 */
export function writeTables(
	directory: string,
	tables: TableRows,
	others: Readonly<Record<string, string | Uint8Array>> = {},
	check?: (part: string) => void,
): void {
	writeFolder(directory, { ...tableFiles(tables), ...others }, check);
}
