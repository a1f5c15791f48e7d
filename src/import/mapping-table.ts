import { join } from "node:path";
import { readAs } from "../load/alike.js";
import { ownDataDirectory } from "../load/dossier.js";
import { didYouMean } from "../records/nearest.js";
import { type IncidentKind, incidentKinds } from "../records/records.js";
import { ImportError } from "./importer.js";
import { readTable } from "./read-table.js";

const keyOf = (parts: readonly string[]): string => JSON.stringify(parts.map((part) => readAs(part).trim()));

/** A table from `data/import` that gives a value for words of another data set; upper and lower case are one. */
async function mapping(
	file: string,
	keys: readonly string[],
	value: string,
	check: (written: string, line: number) => void = () => {},
): Promise<(...words: readonly string[]) => string | undefined> {
	const found = new Map<string, string>();
	await readTable(file, { needed: [...keys, value] }, ({ line, cells }) => {
		const written = (cells[value] ?? "").trim();
		check(written, line);
		found.set(keyOf(keys.map((key) => cells[key] ?? "")), written);
	});
	return (...words) => found.get(keyOf(words));
}

/** What an event of another data set is here; `null` where it is to be dropped, `undefined` where the table has no row. */
export type KindOf = (...words: readonly string[]) => IncidentKind | null | undefined;

/** The reasons of rows without a kind: one wording for all importers. */
export const unknownKind = "of a type that is not in the table of kinds";
/** As `unknownKind`, where the table says that such rows are dropped. */
export const droppedKind = "of a type that the table of kinds drops";

/**
 * The table that gives events of another data set their kind: the user's own, else the one in `data/import`. A row with a
 * blank kind says that such events are dropped.
 *
 * @throws ImportError for a kind that the tables do not have, with its line
 */
export async function kindTable(name: string, keys: readonly string[], own: string | undefined): Promise<KindOf> {
	const file = own ?? ownTable(name);
	const lookUp = await mapping(file, keys, "kind", (written, line) => {
		if (written === "" || (incidentKinds as readonly string[]).includes(written)) return;
		const near = didYouMean(written, incidentKinds) || ` (known: ${incidentKinds.join(", ")})`;
		throw new ImportError(`${file}:${line} kind: not an event type: ${written}${near}`);
	});
	return (...words) => {
		const written = lookUp(...words);
		return written === undefined ? undefined : written === "" ? null : (written as IncidentKind);
	};
}

const ownTable = (name: string): string => join(ownDataDirectory(), "import", name);

/** A country of the tables by what another data set writes, or `null`. */
export type BorderCountry = "AF" | "IR";

/** The spelling that the tables have for a province of a country. */
export type ProvinceOf = (country: BorderCountry, written: string | undefined) => string | null;

/**
 * The spelling that the tables have for a province: that of `data/import/provinces.csv`, else as written, without the
 * word "province".
 */
export async function provinceNames(): Promise<ProvinceOf> {
	const lookUp = await mapping(ownTable("provinces.csv"), ["country", "written"], "province");
	return (country, written) => {
		const name = (written ?? "").trim().replace(/\s+province$/i, "");
		return lookUp(country, name) ?? (name === "" ? null : name);
	};
}
