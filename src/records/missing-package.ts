import { createRequire } from "node:module";
import { versions } from "node:process";

/** A package that only drawing needs is not installed; the message says how to install what is needed. */
export class MissingPackageError extends Error {
	override readonly name = "MissingPackageError";
}

/**
 * What draws charts and nothing else in the kit, as `name@version`: who only counts need not have it. All optional
 * peers of the package but danfojs, in the versions that the kit is proved with.
 */
export function drawingPackages(): readonly string[] {
	const { peerDependencies, devDependencies } = createRequire(import.meta.url)("../../package.json") as Record<
		string,
		Readonly<Record<string, string>>
	>;
	return Object.keys(peerDependencies ?? {})
		.filter((name) => name !== "danfojs-node")
		.map((name) => `${name}@${devDependencies?.[name]}`);
}

/** The same error, or a `MissingPackageError` in its place where it says that a package which draws is missing. */
export function namedIfMissing(error: unknown): unknown {
	const { code, message = "" } = error as NodeJS.ErrnoException;
	if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") return error;
	const packages = drawingPackages();
	const names = packages.map((each) => each.replace(/@[^@]+$/, ""));
	// Node writes the name in quotes and a path after it, Yarn's Plug'n'Play neither.
	const words = message.split(/['"\s,]+/);
	const missing = names.find((name) => words.some((word) => word === name || word.startsWith(`${name}/`)));
	if (missing === undefined) return error;
	const install = versions.pnp === undefined ? "npm install" : "yarn add";
	return new MissingPackageError(
		`charts cannot be drawn: ${missing} is not installed; drawing needs: ${install} ${packages.join(" ")}`,
		{ cause: error },
	);
}
