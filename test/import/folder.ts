import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { tableFiles } from "../../src/command/table-text.js";
import type { Imported, Importer, ImportOptions } from "../../src/import/importer.js";
import { loadDossier } from "../../src/load/dossier.js";
import type { TableName } from "../../src/load/tables.js";
import { command } from "../command/here.js";
import { scratchFolder } from "../scratch.js";

/** Options without a border: every place is near. */
export const anywhere: ImportOptions = { border: null, within: 25, from: null, to: null };

/** The cells of the tables that an import gives, as their files have them. */
export function written(imported: Imported): Readonly<Record<TableName, readonly Record<string, string>[]>> {
	const files = Object.entries(tableFiles(imported.tables));
	return Object.fromEntries(
		files.map(([name, text]) => [name.replace(".csv", ""), parse(text, { columns: true })]),
	) as never;
}

/** How many rows were dropped for each reason. */
export const reasons = ({ dropped }: Pick<Imported, "dropped">): Record<string, number> =>
	Object.fromEntries(dropped.map(({ reason, count }) => [reason, count]));

/** Reads files anywhere on the globe. */
export const read = (importer: Importer, ...files: string[]): Promise<Imported> => importer.read(files, anywhere);

/** Runs the command line, and loads the folder that it wrote, with every check. */
export async function imported(format: string, files: readonly string[], ...words: string[]) {
	const out = join(scratchFolder(), "out");
	const { code, err, out: text } = await command("import", format, ...files, "--out", out, "--json", ...words);
	if (code !== 0) throw new Error(err);
	return { folder: out, printed: JSON.parse(text), dossier: loadDossier(out) };
}
