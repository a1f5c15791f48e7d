import { randomUUID } from "node:crypto";
import {
	chmodSync,
	existsSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { csvHeader } from "../../load/header.js";
import { CommandError } from "../command-error.js";
import { cannotWrite, isRunning, readIfThere, removeParts } from "../files.js";
import type { Cells } from "./draft.js";

/** How a table is written: what new rows must follow. */
export interface TableFormat {
	/** The columns in the order of the file. */
	readonly header: readonly string[];
	readonly lineEnd: "\n" | "\r\n";
}

/** The format of a table; a file with nothing but a header has LF. */
export function tableFormat(bytes: Uint8Array): TableFormat {
	const firstBreak = bytes.indexOf(0x0a);
	const lineEnd = firstBreak > 0 && bytes[firstBreak - 1] === 0x0d ? "\r\n" : "\n";
	return { header: csvHeader(bytes), lineEnd };
}

/** A row as the table would have it, with its line end. */
export const rowText = ({ header, lineEnd }: TableFormat, cells: Cells): string =>
	// A cell with any line break is quoted, whichever the file has.
	stringify([header.map((column) => cells[column] ?? "")], { record_delimiter: lineEnd, quoted_match: /[\r\n]/ });

/** The bytes of a table with rows after its own, which stay as they are; and the line on which the first of them is. */
export function appended(before: Uint8Array, rows: readonly string[], { lineEnd }: TableFormat) {
	const isEnded = before.at(-1) === 0x0a;
	const join = isEnded ? "" : lineEnd;
	let lines = 0;
	for (let at = before.indexOf(0x0a); at >= 0; at = before.indexOf(0x0a, at + 1)) lines++;
	return { bytes: Buffer.concat([before, Buffer.from(join + rows.join(""))]), firstLine: lines + (isEnded ? 1 : 2) };
}

/** A file that is to be replaced by one that begins with the same bytes. */
export interface Replacement {
	readonly file: string;
	readonly after: Uint8Array;
}

/** The name of a file that one run has in a data folder while it writes. */
const lockName = ".adding";

/**
 * Replaces files of a folder in the given order: all are written beside their place first, then renamed. A stop at any
 * moment leaves each file whole, the old or the new one, and as many of the new ones as come first in the order.
 *
 * @param read what each file of the folder held when the rows were made; another content now means that somebody else
 * has changed it, and nothing is written
 * @param rename for tests: what stands for the renaming of one file
 * @throws CommandError that says what was changed, or cannot be written
 */
export function replaceFiles(
	folder: string,
	replacements: readonly Replacement[],
	read: ReadonlyMap<string, Uint8Array>,
	rename: (from: string, to: string) => void = renameSync,
): void {
	const refuseChanged = (files: Iterable<string>, written: readonly string[]) => {
		for (const file of files) {
			const now = readIfThere(join(folder, file));
			if (now && Buffer.compare(now, read.get(file) ?? Buffer.alloc(0)) === 0) continue;
			const rest =
				written.length === 0
					? "nothing was written; run the command again"
					: `only ${written.join(" and ")} got their rows; run the command again to add the rest`;
			throw new CommandError(`${file} was changed by another program meanwhile; ${rest}`, 1);
		}
	};
	// Ctrl-C waits until the last file is in place.
	const wait = () => {};
	process.on("SIGINT", wait);
	const unlock = lock(folder);
	const parts: { readonly file: string; readonly part: string; readonly to: string }[] = [];
	try {
		removeParts(folder);
		for (const { file, after } of replacements) {
			// Where the file is a link, what it leads to is replaced.
			const to = realpathSync(join(folder, file));
			const part = join(dirname(to), `.part-${process.pid}-${randomUUID()}-${basename(to)}`);
			parts.push({ file, part, to });
			try {
				writeFileSync(part, after);
				chmodSync(part, statSync(to).mode & 0o777);
			} catch (error) {
				throw cannotWrite(to, error);
			}
		}
		refuseChanged(read.keys(), []);
		const written: string[] = [];
		for (const { file, part, to } of parts) {
			refuseChanged([file], written);
			try {
				rename(part, to);
			} catch (error) {
				throw cannotWrite(to, error);
			}
			written.push(file);
		}
	} finally {
		for (const { part } of parts) rmSync(part, { force: true });
		unlock();
		process.off("SIGINT", wait);
	}
}

/** Keeps a second run from writing at the same time; the lock of a run that is gone does not count. */
function lock(folder: string): () => void {
	const path = join(folder, lockName);
	for (let isLast = false; ; isLast = true) {
		try {
			writeFileSync(path, String(process.pid), { flag: "wx" });
			return () => rmSync(path, { force: true });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannotWrite(path, error);
			const holder = existsSync(path) ? Number(readFileSync(path, "utf8")) : 0;
			if (isLast || isRunning(holder))
				throw new CommandError(
					`another run is adding to ${folder} at this moment; nothing was written; run the command again`,
					1,
				);
			rmSync(path, { force: true });
		}
	}
}
