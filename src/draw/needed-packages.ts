import { readFileSync } from "node:fs";

/** A package that only some commands need is not installed; the message says how to install what is needed. */
export class MissingPackageError extends Error {
	override readonly name = "MissingPackageError";
}

/** Optional peers by what needs them; all others draw charts. danfojs has an entry point and a message of its own. */
const notForDrawing = /^(danfojs-node$|yaml$|@inquirer\/)/;
const forAdding = /^(yaml$|@inquirer\/)/;

/** Optional peers of the package as `name@version`, in the versions that the kit is proved with. */
function optionalPackages(isWanted: (name: string) => boolean): readonly string[] {
	const { peerDependencies, devDependencies } = JSON.parse(
		readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
	) as Record<string, Readonly<Record<string, string>>>;
	return Object.keys(peerDependencies ?? {})
		.filter(isWanted)
		.map((name) => `${name}@${devDependencies?.[name]}`);
}

/**
 * What draws charts and nothing else in the kit, as `name@version`: who only counts need not have it.
 */
export const drawingPackages = (): readonly string[] => optionalPackages((name) => !notForDrawing.test(name));

/**
 * Does what needs the packages that draw.
 *
 * @throws MissingPackageError that names the missing package and what to install
 */
export const withDrawing = <Result>(work: () => Promise<Result>): Promise<Result> =>
	withPackages(work, drawingPackages, "charts cannot be drawn", "drawing");

/**
 * Does what needs the packages that add an incident: the reader of YAML and the questions in the terminal.
 *
 * @throws MissingPackageError that names the missing package and what to install
 */
export const withAdding = <Result>(work: () => Promise<Result>): Promise<Result> =>
	withPackages(work, () => optionalPackages((name) => forAdding.test(name)), "no incident can be added", "adding one");

async function withPackages<Result>(
	work: () => Promise<Result>,
	packagesOf: () => readonly string[],
	what: string,
	purpose: string,
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		const { code, message = "" } = error as NodeJS.ErrnoException;
		if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") throw error;
		const packages = packagesOf();
		const missing = packages.map((each) => each.replace(/@[^@]+$/, "")).find((name) => message.includes(`'${name}`));
		if (missing === undefined) throw error;
		throw new MissingPackageError(
			`${what}: ${missing} is not installed; ${purpose} needs: npm install ${packages.join(" ")}`,
			{ cause: error },
		);
	}
}
