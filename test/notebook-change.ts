import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { loadDossier } from "../src/load/dossier.js";
import type { Tslab } from "../src/notebook/kernel.js";
import { ownDossier } from "./support/own-figures.js";

const root = new URL("../", import.meta.url);
// The compiler of the kernel itself, so that a cell means here what it means there.
const ts = createRequire(import.meta.url)("@tslab/typescript-for-tslab");

/** A cell of a notebook file, its source as one text. */
export interface Cell {
	readonly id: string;
	readonly cell_type: "code" | "markdown";
	readonly source: string;
}

/** What a cell sent out: its form, such as `text/markdown`, and what it holds. */
export interface Sent {
	readonly cell: string;
	readonly form: string;
	readonly content: string;
}

/** The cells of a notebook file. */
export const cellsOf = (path: string): Cell[] =>
	(
		JSON.parse(readFileSync(path, "utf8")).cells as { id: string; cell_type: "code" | "markdown"; source: string[] }[]
	).map((cell) => ({ ...cell, source: [cell.source].flat().join("") }));

/** The cell that a reader is invited to change. */
export const cellToChange = (cells: readonly Cell[]): Cell => {
	const [cell, ...others] = cells.filter(({ source }) => source.includes("// Change this"));
	if (!cell || others.length > 0) throw new Error("not one cell to change");
	return cell;
};

/** The cells with one text of the cell to change replaced. */
export function changed(cells: readonly Cell[], from: string, to: string): Cell[] {
	const { id, source } = cellToChange(cells);
	if (source.split(from).length !== 2) throw new Error(`not once in the cell to change: ${from}`);
	return cells.map((cell) => (cell.id === id ? { ...cell, source: source.replace(from, () => to) } : cell));
}

/**
 * Runs the code cells of a notebook in this process, without Jupyter, against the kit as it stands in src/.
 * A cell that fails is named.
 */
export async function runCells(cells: readonly Cell[]): Promise<Sent[]> {
	const sent: Sent[] = [];
	let running = "";
	const take = (form: string) => (content: string) => void sent.push({ cell: running, form, content });
	const tslab: Tslab = {
		display: { html: take("text/html"), markdown: take("text/markdown"), raw: (form, content) => take(form)(content) },
	};
	const code = cells.filter(({ cell_type }) => cell_type === "code");
	const modules = await modulesOf(code.map(({ source }) => source).join("\n"));
	modules.set("tslab", tslab);
	// One after the other in one scope, as the kernel has it.
	const body = code.map(({ id, source }) => `begin(${JSON.stringify(id)});\n${source}`).join("\n;\n");
	const { CommonJS: module } = ts.ModuleKind;
	const { outputText } = ts.transpileModule(`${body}\nexport {};`, {
		compilerOptions: { module, target: ts.ScriptTarget.ES2022, esModuleInterop: false },
	});
	const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
	const run = new AsyncFunction("require", "exports", "begin", outputText);
	try {
		await run(
			(name: string) => modules.get(name),
			{},
			(id: string) => {
				running = id;
			},
		);
	} catch (error) {
		throw new Error(`cell ${running} failed: ${(error as Error).message}`, { cause: error });
	}
	return sent;
}

/** The kit's own data are read once for all notebooks. */
const load = (...words: unknown[]) =>
	words.length > 0 ? (loadDossier as (...words: unknown[]) => unknown)(...words) : ownDossier;

/** Every module that a text imports, by name; those of the kit from src/. */
async function modulesOf(text: string): Promise<Map<string, unknown>> {
	const names = [...text.matchAll(/^import (?!type)[^;]*? from "([^"]+)"/gms)].map(([, name = ""]) => name);
	const { exports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
	const own = names.filter((name) => name !== "tslab");
	return new Map(
		await Promise.all(
			own.map(async (name) => {
				const built: unknown = exports[name.replace(/^border-incidents/, ".")]?.import?.default;
				if (typeof built !== "string") throw new Error(`no entry point of the kit: ${name}`);
				const path = fileURLToPath(new URL(built.replace("./dist/", "src/").replace(/\.js$/, ".ts"), root));
				const module = await import(/* @vite-ignore */ path);
				return [name, "loadDossier" in module ? { ...module, loadDossier: load } : module] as const;
			}),
		),
	);
}
