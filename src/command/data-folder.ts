import { statSync } from "node:fs";
import { resolve } from "node:path";
import { ownDataDirectory } from "../load/dossier.js";
import { CommandError } from "./command-error.js";

/**
 * The data folder that a verb was given, as a whole path; by default the kit's own.
 *
 * @throws CommandError where there is none
 */
export function dataFolder(given: string | undefined): string {
	const folder = resolve(given ?? ownDataDirectory());
	const there = statSync(folder, { throwIfNoEntry: false });
	if (!there?.isDirectory())
		throw new CommandError(
			`no such data folder: ${folder}${there ? " (it is a file: give the folder of the tables)" : ""}`,
		);
	return folder;
}
