import { basename } from "node:path";
import { firstBytes } from "../load/input.js";
import { visible } from "../load/problem.js";
import { ImportError } from "./importer.js";
import type { FieldName } from "./mapping.js";
import { tableColumns } from "./read-table.js";
import { workbookColumns } from "./workbook.js";

/** Names by which a column is often called, besides the name of the field itself. */
const alsoCalled: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
	id: ["no", "nr", "event_id", "incident_id"],
	date: ["day", "date_start", "event_date"],
	last_day: ["date_end", "end_date"],
	kind: ["type", "event_type"],
	place: ["location", "site"],
	lat: ["latitude"],
	lon: ["longitude", "lng", "long"],
	summary: ["description", "notes", "note"],
	source: ["sources", "outlet"],
	url: ["link"],
};

const folded = (name: string): string =>
	name
		.trim()
		.toLowerCase()
		.replace(/[\s-]+/g, "_");

/**
 * A mapping to fill in, as JSON: every field that most tables have, with the columns of the file whose name says what
 * they are; the others are blank. The file's columns stand in `$comment`.
 *
 * @param sheet of an XLSX file with several
 * @throws ImportError where the file cannot be read
 */
export async function mappingTemplate(file: string, sheet: string | null): Promise<string> {
	const columns = await columnsOf(file, sheet);
	const of = (name: FieldName): string =>
		columns.find((column) => [name, ...(alsoCalled[name] ?? [])].includes(folded(column))) ?? "";
	const killed = columns.find((column) => /^(killed|deaths|dead|fatalities)$/.test(folded(column)));
	const template = {
		$comment: `Columns of ${basename(file)}: ${columns.map(visible).join(", ")}. Fill in what is blank, or delete the line.`,
		...(sheet === null ? {} : { sheet }),
		columns: {
			id: of("id"),
			date: { column: of("date"), format: "", calendar: "gregorian" },
			kind: { column: of("kind"), values: { "a word of the column": "armed_clash", "*": "other" } },
			place: of("place"),
			lat: of("lat"),
			lon: of("lon"),
			geo_precision: { value: "locality" },
			summary: of("summary"),
			source: of("source"),
			url: of("url"),
		},
		numbers: [{ key: "killed_total", text: "How many people were killed?", column: killed ?? "" }],
	};
	return JSON.stringify(template, null, "\t");
}

async function columnsOf(file: string, sheet: string | null): Promise<readonly string[]> {
	if (firstBytes(file, 4) === "PK\u0003\u0004") return await workbookColumns(file, sheet);
	if (sheet !== null) throw new ImportError(`${basename(file)}: is no XLSX workbook, and has no sheets`);
	return await tableColumns(file);
}
