import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError } from "./command-error.js";

/** The folder that holds package.json: a checkout of the repository, or the installed package. */
export const checkout = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Refuses a verb that needs what only the repository has, such as the notebooks.
 *
 * @param verb named in the sentence
 * @param file what it needs, from the top of the checkout
 * @throws CommandError where the kit is an installed package
 */
export function needCheckout(verb: string, file: string): void {
	if (!existsSync(join(checkout, file)))
		throw new CommandError(
			`${verb} works in a clone of the repository only: the installed package has no ${file}; clone the repository and use npm run ${verb}`,
		);
}
