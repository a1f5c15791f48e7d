import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { initData } from "../src/command/init.js";
import { scratchFolder } from "./scratch.js";

const cases = fileURLToPath(new URL("fixtures/field-cases", import.meta.url));

/** A data folder as `init` writes it, with the files of a case (fixtures/field-cases/README.md) over it. */
export function fieldCase(number?: string): string {
	const folder = scratchFolder();
	initData(folder, {}, { say: () => {}, warn: () => {}, isInteractive: false });
	if (number !== undefined) cpSync(join(cases, number), folder, { recursive: true });
	return folder;
}
