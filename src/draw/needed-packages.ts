import { namedIfMissing } from "../records/missing-package.js";

export { MissingPackageError } from "../records/missing-package.js";

/**
 * Does what needs the packages that draw.
 *
 * @throws MissingPackageError that names the missing package and what to install
 */
export async function withDrawing<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw namedIfMissing(error);
	}
}
