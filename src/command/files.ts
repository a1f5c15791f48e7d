import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CommandError } from "./command-error.js";

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
	return createHash("sha256").update(content).digest("hex");
}

const partName = /^\.part-(\d+)-/;

/**
 * Puts a file in place whole: written beside its place under another name, then renamed, so that a stop
 * at any moment leaves the old file or the new one.
 *
 * @throws CommandError that says in a sentence why it cannot be written
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
	makeFolder(dirname(path));
	const part = join(dirname(path), `.part-${process.pid}-${randomUUID()}-${basename(path)}`);
	try {
		writeFileSync(part, content);
		renameSync(part, path);
	} catch (error) {
		if (existsSync(part)) rmSync(part);
		throw cannotWrite(path, error);
	}
}

/**
 * Makes a folder where there is none.
 *
 * @throws CommandError that says in a sentence why it cannot be made
 */
export function makeFolder(path: string): void {
	try {
		mkdirSync(path, { recursive: true });
	} catch (error) {
		throw cannotWrite(path, error);
	}
}

const reasons: Readonly<Record<string, string>> = {
	EEXIST: "it is a file, not a folder",
	ENOTDIR: "a part of its path is a file, not a folder",
	EISDIR: "it is a folder, not a file",
	EACCES: "this user may not write there",
	EPERM: "this user may not write there",
	EROFS: "the disk is read-only",
	ENOSPC: "the disk is full",
	EDQUOT: "the quota of this user is used up",
	ENAMETOOLONG: "the name is too long",
};

/** The error for a file that cannot be written, with the reason in a sentence. */
export function cannotWrite(path: string, error: unknown): CommandError {
	const { code, message } = error as NodeJS.ErrnoException;
	return new CommandError(`cannot write ${path}: ${reasons[code ?? ""] ?? message}`, 1);
}

/** Removes what an interrupted run left half written in a folder; the parts of a run still going stay. */
export function removeParts(directory: string): void {
	for (const name of namesIn(directory)) {
		const [, pid] = partName.exec(name) ?? [];
		if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(directory, name), { force: true });
	}
}

/** Names in a folder; none where there is no such folder. */
export const namesIn = (directory: string): string[] => (existsSync(directory) ? readdirSync(directory) : []);

/** Whether another process with this id runs. */
export function isRunning(pid: number): boolean {
	if (pid === process.pid || !(pid > 0)) return false;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// A process of another user runs, though it may not be signalled.
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
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
	const names = filesBelow(directory).sort();
	return sha256(names.map((name) => `${name} ${sha256(readFileSync(join(directory, name)))}`).join("\n"));
}

/**
 * Every file below a folder, as its path from there. Folder by folder: under Yarn the packages stay in archives, and
 * there a recursive listing gives names that cannot be opened.
 */
function filesBelow(directory: string): string[] {
	return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
		if (entry.isFile()) return [entry.name];
		return entry.isDirectory() ? filesBelow(join(directory, entry.name)).map((name) => `${entry.name}/${name}`) : [];
	});
}
