import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { onTestFinished } from "vitest";

export const ownData = fileURLToPath(new URL("../data", import.meta.url));

/** When to clear up: at the end of the test, unless whoever sets up for several tests collects it. */
export type WhenDone = (clear: () => void) => void;

/** A new folder that is gone when the test is. */
export function scratchFolder(whenDone: WhenDone = onTestFinished): string {
	const folder = mkdtempSync(join(tmpdir(), "border-incidents-"));
	whenDone(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A data folder to spoil: a copy of another, with ways to change it. */
export function scratchData(from = ownData) {
	const folder = scratchFolder();
	cpSync(from, folder, { recursive: true });
	const path = (file: string) => join(folder, file);
	const edit = (file: string, change: (text: string) => string | Uint8Array) =>
		writeFileSync(path(file), change(readFileSync(path(file), "utf8")));
	/** Adds a row like the first one but for these cells, and gives its line. */
	const append = (file: string, cells: Readonly<Record<string, string>>): number => {
		const rows = parse(readFileSync(path(file), "utf8"), { columns: true }) as Record<string, string>[];
		const header = Object.keys(rows[0] ?? {});
		edit(file, (text) => text + stringify([header.map((name) => cells[name] ?? rows[0]?.[name] ?? "")]));
		return readFileSync(path(file), "utf8").trimEnd().split("\n").length;
	};
	return { folder, path, edit, append };
}
