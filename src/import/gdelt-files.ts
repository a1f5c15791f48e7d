import { basename } from "node:path";
import { ImportError } from "./importer.js";
import { damagedRow, textOf } from "./read-table.js";
import type { RowCount } from "./row-count.js";

const actor = (name: string) =>
	[
		...["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"],
		...["Type1Code", "Type2Code", "Type3Code"],
	].map((column) => `${name}${column}`);
const place = (name: string) =>
	["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"].map(
		(column) => `${name}Geo_${column}`,
	);
/** The columns of an event file of version 2.0, which has no header. */
const eventColumns = [
	...["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
	...actor("Actor1"),
	...actor("Actor2"),
	...["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
	...["NumMentions", "NumSources", "NumArticles", "AvgTone"],
	...place("Actor1"),
	...place("Actor2"),
	...place("Action"),
	...["DATEADDED", "SOURCEURL"],
];
/** Version 1.0 has the same without the codes of districts. */
const olderColumns = eventColumns.filter((column) => !column.endsWith("_ADM2Code"));
const mentionColumns = [
	...["GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier"],
	...["SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence"],
	...["MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras"],
];

/** What the rows of a file are, by the number of their cells. */
const layouts = [
	{ what: "events", columns: eventColumns },
	{ what: "events", columns: olderColumns },
	{ what: "mentions", columns: mentionColumns },
] as const;

/** A row by column; a cell that a version does not have is not there. */
export type GdeltRow = Readonly<Record<string, string | undefined>>;

/** A file of GDELT: events or mentions, and a way to go through its rows. */
export interface GdeltFile {
	readonly what: "events" | "mentions";
	readonly forEach: (count: RowCount, take: (row: GdeltRow) => string | null) => void;
}

/**
 * Opens a file of GDELT: cells parted by tabs, no header, no quotes. What it holds shows in the number of cells.
 *
 * @throws ImportError where it is missing, empty, packed, in another encoding, or no row has 61, 58 or 16 cells
 */
export function gdeltFile(file: string): GdeltFile {
	const name = basename(file);
	const { bytes } = textOf(file, "GDELT's files are packed: unpack it first");
	const lines = linesOf(bytes);
	const first = lines.next();
	if (first.done) throw new ImportError(`${name}: file is empty`);
	const layout = layoutOf(first.value);
	if (layout === undefined) {
		const cells = first.value.split("\t").length;
		throw new ImportError(
			`${name}: the first row has ${cells === 1 ? "1 cell" : `${cells} cells`} parted by tabs; GDELT has 61 or 58 for events (2.0, 1.0) and 16 for mentions, without a header`,
		);
	}
	const { what, columns } = layout;
	return {
		what,
		forEach: (count, take) => {
			for (const line of linesOf(bytes)) {
				const cells = line.split("\t");
				count.read();
				const reason =
					cells.length === columns.length
						? take(Object.fromEntries(columns.map((column, index) => [column, cells[index]])))
						: damagedRow.replace("the header", "the first row");
				if (reason !== null) count.drop(reason);
			}
		},
	};
}

const layoutOf = (line: string) => layouts.find(({ columns }) => columns.length === line.split("\t").length);

/** The lines of a file that are not blank, one after another. */
function* linesOf(bytes: Buffer): Generator<string, void> {
	for (let start = 0; start < bytes.length; ) {
		const end = bytes.indexOf(0x0a, start);
		const line = bytes.toString("utf8", start, end < 0 ? bytes.length : end);
		if (line.trim() !== "") yield line;
		start = end < 0 ? bytes.length : end + 1;
	}
}
