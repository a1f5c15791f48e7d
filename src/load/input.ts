import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file of a data folder may have at most so many bytes. */
export const mostBytes = 1_000_000_000;

/** The bytes of a file, or why there are none. */
export type Input =
	| { readonly bytes: Buffer; readonly reason: null }
	| { readonly bytes: null; readonly reason: string; readonly detail: string | null };

/**
 * Reads a file of a data folder. Only a regular file of at most a gigabyte is read: a pipe or a device would never end.
 *
 * @param most the most bytes that are read
 */
export function readInput(directory: string, file: string, most: number = mostBytes): Input {
	const path = join(directory, file);
	try {
		const there = statSync(path);
		if (there.isDirectory()) return without("is a folder, not a file");
		if (!there.isFile()) return without("is not a regular file (a pipe, a socket or a device)");
		if (there.size > most)
			return without(`has ${there.size} bytes, more than ${most}; put data of this size into a database`);
		return { bytes: readFileSync(path), reason: null };
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const reason = unreadable[code ?? ""];
		return reason === undefined ? without("cannot be read", message) : without(reason);
	}
}

/** The first bytes of a file, as text of one letter a byte; `""` where it cannot be read. */
export function firstBytes(file: string, count: number): string {
	if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return "";
	let open: number | null = null;
	try {
		open = openSync(file, "r");
		const bytes = Buffer.alloc(count);
		return bytes.toString("latin1", 0, readSync(open, bytes));
	} catch {
		return "";
	} finally {
		if (open !== null) closeSync(open);
	}
}

/**
 * The bytes of a file of a data folder.
 *
 * @throws Error `claims.csv: missing file`
 */
export function inputBytes(directory: string, file: string): Buffer {
	const { bytes, reason } = readInput(directory, file);
	if (bytes === null) throw new Error(`${join(directory, file)}: ${reason}`);
	return bytes;
}

const without = (reason: string, detail: string | null = null): Input => ({ bytes: null, reason, detail });

/** Why a file that is not there has no bytes. */
export const missingFile = "missing file";

const unreadable: Readonly<Record<string, string>> = {
	ENOENT: missingFile,
	ENOTDIR: missingFile,
	ELOOP: "is a link that leads back to itself",
	EACCES: "must not be read by this user",
};
