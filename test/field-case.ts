import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { initData } from "../src/command/init.js";
import { scratchFolder } from "./scratch.js";

const cases = fileURLToPath(new URL("fixtures/field-cases", import.meta.url));

/** A data folder as `init` writes it, with the files of a case (fixtures/field-cases/README.md) over it. */
export function fieldCase(number?: string): string {
	const folder = scratchFolder();
	initData(folder, {}, { say: () => {}, warn: () => {}, isInteractive: false });
	// The optional table is younger than the cases: its example is about a question that some of them replace.
	rmSync(join(folder, "readings.csv"));
	if (number !== undefined) cpSync(join(cases, number), folder, { recursive: true });
	return folder;
}
