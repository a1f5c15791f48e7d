import { type InfoRecord, parse } from "csv-parse/sync";

/** The byte that ends a line. */
export const lineFeed = 0x0a;

/** Records of a part of a file. */
export interface Records {
	readonly records: readonly (readonly string[])[];
	/** How many lines each record takes. */
	readonly lines: readonly number[];
	/** Where the text ends that they were made from. */
	readonly end: number;
}

/**
 * Parts text into records. A line without a quote is parted at its delimiters; records with quotes go through csv-parse.
 *
 * @param isLast `false` where the last record may go on in text that follows
 * @returns `null` where a quote is out of place or never closed
 */
export function splitRecords(text: string, delimiter: string, isLast: boolean): Records | null {
	const records: (readonly string[])[] = [];
	const lines: number[] = [];
	const quoted: string[] = [];
	const places: number[] = [];
	let quote = nextQuote(text, 0);
	let at = 0;
	while (at < text.length) {
		let end = lineBreak(text, at);
		let breaks = 1;
		if (quote >= end) records.push(text.slice(at, end).split(delimiter));
		else {
			let isOpen = false;
			for (;;) {
				for (; quote < end; quote = nextQuote(text, quote + 1)) isOpen = !isOpen;
				if (!isOpen || end === text.length) break;
				end = lineBreak(text, end + 1);
				breaks++;
			}
			if (isOpen && isLast) return null;
			if (isOpen) break;
			places.push(records.length);
			records.push([]);
			quoted.push(text.slice(at, end));
		}
		lines.push(breaks);
		at = Math.min(end + 1, text.length);
	}
	if (quoted.length > 0) {
		const parsed = parseWhole(quoted.join("\n"), delimiter);
		if (parsed?.length !== quoted.length) return null;
		for (const [index, place] of places.entries()) records[place] = parsed[index] as string[];
	}
	return { records, lines, end: at };
}

function nextQuote(text: string, from: number): number {
	const at = text.indexOf('"', from);
	return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function lineBreak(text: string, from: number): number {
	const at = text.indexOf("\n", from);
	return at < 0 ? text.length : at;
}

/**
 * Reads text in which a quote is out of place: every row that can be read, and a problem for each that cannot.
 *
 * @returns `false` where rows may be missing
 */
export function readSpoiled(
	bytes: Buffer,
	delimiter: string,
	take: (line: number, cells: string[]) => void,
	report: (line: number, reason: string, value: null, hint: string) => void,
): boolean {
	const breaksBefore = breakCounter(bytes);
	let isWhole = true;
	let hasEnded = false;
	parse(bytes, {
		delimiter,
		relax_column_count: true,
		record_delimiter: "\n",
		skip_records_with_error: true,
		on_record: (cells: string[], { bytes: end }: InfoRecord) => {
			const inside = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
			const isEnded = bytes[end - 1] === lineFeed;
			if (!hasEnded) take(breaksBefore(end) - inside - (isEnded ? 1 : 0) + 1, cells);
			return null;
		},
		on_skip: (error) => {
			if (hasEnded || !error) return undefined;
			isWhole = false;
			// After a misplaced quote the next line is good again; in an open one nothing is.
			hasEnded = error.code !== "INVALID_OPENING_QUOTE";
			const line = breaksBefore(error.bytes as number) + 1;
			const reason = csvReasons[error.code] ?? error.code;
			const where = hasEnded ? "cannot be read as CSV from here on" : "row cannot be read";
			report(
				line,
				`${where} (${reason})`,
				null,
				'put the cell in quotes and write each quote inside it twice: "6"" gun"',
			);
			return undefined;
		},
	});
	return isWhole;
}

/** Counts the line breaks before a byte, for bytes that come in order. */
function breakCounter(bytes: Uint8Array): (end: number) => number {
	let seen = 0;
	let breaks = 0;
	return (end) => {
		for (; seen < end; seen++) if (bytes[seen] === lineFeed) breaks++;
		return breaks;
	};
}

const csvReasons: Readonly<Record<string, string>> = {
	CSV_QUOTE_NOT_CLOSED: "a quote is never closed",
	INVALID_OPENING_QUOTE: "a quote inside an unquoted cell",
	CSV_INVALID_CLOSING_QUOTE: "text after a closing quote",
};

/** Records that are all well formed, or `null` where a quote is out of place. */
function parseWhole(text: string, delimiter: string): string[][] | null {
	try {
		return parse(text, { delimiter, record_delimiter: "\n", relax_column_count: true });
	} catch {
		return null;
	}
}
