import { columnMeaning } from "./descriptor.js";
import { type Cells, draftColumns } from "./draft.js";
import type { AddedTable } from "./rows.js";

const widest = 110;
const guide = `One incident to add to the tables:  npm run add -- --from THIS-FILE
Nothing is written before everything fits; with --dry-run the rows are only shown.
Fill in what the pages say. A key without a value is blank, or filled in by the program where its comment
says so; write "" to keep it blank. Remove what you do not need: entries of a list that are all blank do
not count. Put a text in quotes if it has a colon or a #.
Repeat an entry of a list (from its hyphen on) for every further question, claim, interest or source.`;

/** What the program fills in where a key has no value. */
const filledIn: Readonly<Record<string, string>> = {
	incident_id: "date, place and kind",
	frontier: "the border of the data folder",
	aggregate: "false",
	place: "the English spelling of any name in places.csv, or of a place_id",
	af_province: "from place",
	af_district: "from place",
	ir_province: "from place",
	ir_county: "from place",
	lat: "from place, unless geo_precision is province or border",
	lon: "from place, unless geo_precision is province or border",
	geo_precision: "from place",
	crossing_id: "from place; any name of the crossing will do",
	proposition_id: "the incident, a dot, the key",
	type: "that of other questions with this key",
	categories: "the answers of the claims and of the verdict",
	claim_id: "the question, then c01, c02 …",
	read: "page without reported_by, else quoted",
	source_id: "from the name",
	collective: "false",
};

/** An invented incident that fits any data folder that was searched in May 2024. */
const example = {
	incident: {
		date_start: "2024-05-02",
		date_end: "2024-05-02",
		date_precision: "day",
		kind: "cross_border_fire",
		aggregate: "false",
		place: "Example Post",
		af_province: "Example Province",
		geo_precision: "province",
		side_a: "Border guards of one side",
		side_b: "Border guards of the other side",
		summary: "Invented example: shots across the border.",
	},
	question: {
		key: "occurred",
		text: "Were shots fired across the border?",
		type: "boolean",
		verdict_status: "confirmed",
		verdict_value: "true",
		verdict_confidence: "moderate",
		verdict_basis: "The agency saw it.",
		verdict_decided_on: "2024-05-02",
	},
	claim: {
		source_id: "invented-agency",
		stance: "asserts",
		value: "true",
		published_on: "2024-05-02",
		basis: "own_reporting",
		url: "https://example.org/",
		read: "page",
		note: "Invented example: what the source says.",
	},
	interest: { value: "true", favours: "none" },
	source: {
		source_id: "invented-agency",
		name: "Invented Agency",
		kind: "independent_media",
		country: "AF",
		alignment: "unknown",
		collective: "false",
		url: "https://example.org/",
		note: "Invented example: who says or reports something.",
	},
} satisfies Readonly<Record<keyof typeof draftColumns, Cells>>;

/**
 * A file to fill in for `add --from`: every key with what the codebook says of it and an example. An example is a
 * line of its own before its key; written after the key, all of them are an incident that can be added.
 */
export function draftTemplate(): string {
	const lines = [
		...guide.split("\n").map((line) => `# ${line}`),
		"",
		...keys("incident", "incidents", "", ""),
		"",
		"# ── Questions about the incident ──",
		"questions:",
		...keys("question", "propositions", "  - ", "    "),
		"    # The claims that the verdict relies on: 1 or c01 for the first, or a whole id.",
		"    # example: [1]",
		"    decisive_claims:",
		"    # ── Claims: one source's answer on one day ──",
		"    claims:",
		...keys("claim", "claims", "      - ", "        "),
		"    # ── Interests: whom each answer serves ──",
		"    interests:",
		...keys("interest", "interests", "      - ", "        "),
		"",
		"# ── Sources that are not in sources.csv yet ──",
		"sources:",
		...keys("source", "sources", "  - ", "    "),
	];
	return `${lines.join("\n")}\n`;
}

function keys(what: keyof typeof draftColumns, table: AddedTable, first: string, indent: string): string[] {
	return draftColumns[what].flatMap((column, index) => {
		// A claim names its source; only a new source gets an id from its name.
		const how = what === "claim" && column === "source_id" ? undefined : filledIn[column];
		const meaning = columnMeaning(table, column)
			.description.replace(" Blank: never blank.", how === undefined ? " Needed." : "")
			.concat(how === undefined ? "" : ` Filled in if blank: ${how}.`);
		const cell = (example[what] as Cells)[column];
		const head = index === 0 ? first : indent;
		return [
			...wrapped(meaning, widest - indent.length - 2).map((line) => `${indent}# ${line}`),
			...(cell === undefined ? [] : [`${indent}# example: ${cell.includes(":") ? JSON.stringify(cell) : cell}`]),
			`${head}${column}:`,
		];
	});
}

function wrapped(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const line = lines.at(-1);
		if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = `${line} ${word}`;
	}
	return lines;
}
