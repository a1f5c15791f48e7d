import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownDataDirectory } from "../../load/dossier.js";
import type { AddedTable } from "./rows.js";

/** What the codebook says of a column. */
export interface ColumnMeaning {
	/** What it means, what it may hold and what a blank cell means. */
	readonly description: string;
	/** Every allowed value of a closed list; none where the list is open. */
	readonly words: readonly string[];
	readonly isNeeded: boolean;
}

interface Descriptor {
	readonly resources: readonly {
		readonly name: string;
		readonly schema?: {
			readonly fields: readonly {
				readonly name: string;
				readonly type: string;
				readonly description: string;
				readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
			}[];
		};
	}[];
}

let descriptor: Descriptor | undefined;

/** What the codebook of the kit says of a column, from `datapackage.json`. */
export function columnMeaning(table: AddedTable, column: string): ColumnMeaning {
	descriptor ??= JSON.parse(readFileSync(join(ownDataDirectory(), "datapackage.json"), "utf8")) as Descriptor;
	const fields = descriptor.resources.find(({ name }) => name === table)?.schema?.fields ?? [];
	const field = fields.find(({ name }) => name === column);
	const { description = "", type, constraints = {} } = field ?? {};
	// Provinces and borders of another region may be named too, so that their lists are not closed.
	const isOpen = column.endsWith("_province") || column === "frontier";
	const words = type === "boolean" ? ["true", "false"] : isOpen ? [] : (constraints.enum ?? []);
	return { description, words, isNeeded: constraints.required === true };
}
