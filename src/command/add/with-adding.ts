import { namedIfMissing } from "../../records/missing-package.js";

/**
 * Does what needs the packages that add an incident: the reader of YAML and the questions in the terminal.
 *
 * @throws MissingPackageError that names the missing package and what to install
 */
export async function withAdding<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw namedIfMissing(error, "adding");
	}
}
