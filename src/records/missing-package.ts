import { createRequire } from "node:module";
import { versions } from "node:process";

/** A package that only some commands need is not installed; the message says how to install what is needed. */
export class MissingPackageError extends Error {
	override readonly name = "MissingPackageError";
}

/** What optional peers of the kit are for. danfojs has an entry point and a message of its own. */
export type Purpose = "drawing" | "adding" | "workbooks" | "database" | "watching";

/** The peers that serve each purpose; all others draw. */
const served: Readonly<Record<Exclude<Purpose, "drawing">, RegExp>> = {
	adding: /^(yaml$|@inquirer\/)/,
	workbooks: /^(read|write)-excel-file$/,
	database: /^@duckdb\//,
	watching: /^chokidar$/,
};
const undone: Readonly<Record<Purpose, readonly [what: string, needing: string]>> = {
	drawing: ["charts cannot be drawn", "drawing needs"],
	adding: ["no incident can be added", "adding one needs"],
	workbooks: ["XLSX files cannot be read or written", "they need"],
	database: ["DuckDB cannot be used", "Parquet files and large tables need"],
	watching: ["changes of files cannot be noticed", "this needs"],
};

function purposeOf(name: string): Purpose {
	const other = Object.entries(served).find(([, names]) => names.test(name));
	return (other?.[0] as Purpose | undefined) ?? "drawing";
}

/**
 * The optional peers of the package that serve a purpose, as `name@version`, in the versions that the kit is proved
 * with: who only counts need not have them.
 */
export function packagesFor(purpose: Purpose): readonly string[] {
	const { peerDependencies, devDependencies } = createRequire(import.meta.url)("../../package.json") as Record<
		string,
		Readonly<Record<string, string>>
	>;
	return Object.keys(peerDependencies ?? {})
		.filter((name) => name !== "danfojs-node" && purposeOf(name) === purpose)
		.map((name) => `${name}@${devDependencies?.[name]}`);
}

/** The same error, or a `MissingPackageError` in its place where it says that a package for this purpose is missing. */
export function namedIfMissing(error: unknown, purpose: Purpose = "drawing"): unknown {
	const { code, message = "" } = error as NodeJS.ErrnoException;
	if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") return error;
	const packages = packagesFor(purpose);
	const names = packages.map((each) => each.replace(/@[^@]+$/, ""));
	// Node writes the name in quotes and a path after it, Yarn's Plug'n'Play neither.
	const words = message.split(/['"\s,]+/);
	const missing = names.find((name) => words.some((word) => word === name || word.startsWith(`${name}/`)));
	if (missing === undefined) return error;
	const install = versions.pnp === undefined ? "npm install" : "yarn add";
	const [what, needing] = undone[purpose];
	return new MissingPackageError(`${what}: ${missing} is not installed; ${needing}: ${install} ${packages.join(" ")}`, {
		cause: error,
	});
}
