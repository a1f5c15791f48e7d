import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, Script } from "node:vm";

const require = createRequire(import.meta.url);

/**
 * Runs plotly.js in a context. To compile its ten megabytes takes most of a second: what was compiled is kept in
 * `.cache/` of this package and taken from there by the next process. Where that folder cannot be written to, or was
 * written by another Node, plotly.js is compiled anew.
 *
 * @returns keeps what was compiled so far; call it after a first drawing, which compiles what drawing needs
 */
export function runPlotly(context: Context): () => void {
	const source = readFileSync(require.resolve("plotly.js-dist"), "utf8");
	const { version } = JSON.parse(readFileSync(require.resolve("plotly.js-dist/package.json"), "utf8"));
	const file = fileURLToPath(
		new URL(`../../.cache/plotly-${version}-node-${process.version}-${process.arch}.bin`, import.meta.url),
	);
	const cachedData = readOrNothing(file);
	const script = new Script(source, { filename: "plotly.js", ...(cachedData ? { cachedData } : {}) });
	script.runInContext(context);
	if (cachedData && script.cachedDataRejected === false) return () => {};
	return () => keep(file, script.createCachedData());
}

function readOrNothing(file: string): Buffer | undefined {
	try {
		return readFileSync(file);
	} catch {
		return undefined;
	}
}

function tryRemoving(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// Where nothing can be removed nothing was written.
	}
}

function keep(file: string, content: Buffer): void {
	const part = `${file}.${process.pid}`;
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(part, content);
		renameSync(part, file);
	} catch {
		// Nothing is lost but time: a disk that cannot be written to, or an archive of Yarn.
		tryRemoving(part);
	}
}
