import { readFileSync } from "node:fs";

/** A package that only drawing needs is not installed; the message says how to install what is needed. */
export class MissingPackageError extends Error {
	override readonly name = "MissingPackageError";
}

/**
 * What draws charts and nothing else in the kit, as `name@version`: who only counts need not have it. All optional
 * peers of the package but danfojs, in the versions that the kit is proved with.
 */
export function drawingPackages(): readonly string[] {
	const { peerDependencies, devDependencies } = JSON.parse(
		readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
	) as Record<string, Readonly<Record<string, string>>>;
	return Object.keys(peerDependencies ?? {})
		.filter((name) => name !== "danfojs-node")
		.map((name) => `${name}@${devDependencies?.[name]}`);
}

/**
 * Does what needs the packages that draw.
 *
 * @throws MissingPackageError that names the missing package and what to install
 */
export async function withDrawing<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		const { code, message = "" } = error as NodeJS.ErrnoException;
		if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") throw error;
		const packages = drawingPackages();
		const missing = packages.map((each) => each.replace(/@[^@]+$/, "")).find((name) => message.includes(`'${name}`));
		if (missing === undefined) throw error;
		throw new MissingPackageError(
			`charts cannot be drawn: ${missing} is not installed; drawing needs: npm install ${packages.join(" ")}`,
			{ cause: error },
		);
	}
}
