import { type InfoRecord, parse } from "csv-parse/sync";
import type { Problem } from "./problem.js";

/** A row of a CSV as text, with the line it starts on. */
export interface TextRow {
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
}

/** What came of reading one CSV. A row that does not fit the header is a problem, not a row. */
export interface TextTable {
	readonly rows: readonly TextRow[];
	/** Rows with too few or too many cells, as far as the header goes: each is a problem already. */
	readonly ragged: readonly TextRow[];
	/** `false` where there may be rows that could not be read at all. */
	readonly isWhole: boolean;
	readonly problems: readonly Problem[];
}

/**
 * Reads the bytes of one CSV (RFC 4180, UTF-8, header row) into rows of text cells.
 *
 * Reading goes on after a problem wherever it can: a byte order mark, CR LF ends, a missing, duplicate or unknown
 * column, ragged rows and a quote inside an unquoted cell are each reported. Bytes that are not UTF-8, lines that end
 * in CR alone, and a quote that never closes or closes too early end it, and are reported too.
 *
 * @param file name printed in the problems
 * @param columns every column that must be there; their order in the file is free
 */
export function readCsv(file: string, bytes: Uint8Array, columns: readonly string[]): TextTable {
	const problems: Problem[] = [];
	const report = (line: number | null, reason: string, value: string | null = null, column: string | null = null) =>
		problems.push({ file, line, column, reason, value });

	const invalid = firstInvalidByte(bytes);
	if (invalid) {
		report(invalid.line, "not UTF-8, the table was not read", invalid.hex);
		return unread(problems);
	}
	let text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	if (text.startsWith("\uFEFF")) {
		report(1, "starts with a byte order mark; save as UTF-8 without it");
		text = text.slice(1);
	}
	if (text.trim() === "") {
		report(null, "file is empty");
		return unread(problems);
	}
	if (text.includes("\r") && !text.includes("\n")) {
		report(1, "lines end in CR alone, the table was not read; save with LF");
		return unread(problems);
	}
	const carriageReturns = text.split("\r\n").length - 1;
	if (carriageReturns > 0) {
		const line = text.slice(0, text.indexOf("\r\n")).split("\n").length;
		report(line, `lines end in CR LF, ${carriageReturns} in all; save with LF`);
	}

	const { records, isWhole } = readRecords(Buffer.from(text), report);
	const header = records.shift();
	if (!header) return unread(problems);
	for (const name of columns) if (!header.cells.includes(name)) report(1, "missing column", null, name);
	header.cells.forEach((name, index) => {
		if (header.cells.indexOf(name) !== index) report(1, "duplicate column", null, name);
		else if (!columns.includes(name)) report(1, "unknown column", name, null);
	});

	const rows: TextRow[] = [];
	const ragged: TextRow[] = [];
	for (const { line, cells } of records) {
		const named = { line, cells: Object.fromEntries(header.cells.map((name, index) => [name, cells[index] ?? ""])) };
		if (cells.length === header.cells.length) rows.push(named);
		else {
			ragged.push(named);
			const isBlank = cells.length === 1 && cells[0] === "";
			const count = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
			report(line, isBlank ? "blank line" : `row has ${count}, the header ${header.cells.length}`);
		}
	}
	return { rows, ragged, isWhole, problems };
}

const unread = (problems: readonly Problem[]): TextTable => ({ rows: [], ragged: [], isWhole: false, problems });

interface TextRecord {
	readonly line: number;
	readonly cells: readonly string[];
}

function readRecords(
	bytes: Buffer,
	report: (line: number | null, reason: string) => void,
): { records: TextRecord[]; isWhole: boolean } {
	const records: TextRecord[] = [];
	const breaksBefore = breakCounter(bytes);
	let isWhole = true;
	let hasEnded = false;
	parse(bytes, {
		relax_column_count: true,
		record_delimiter: ["\r\n", "\n"],
		skip_records_with_error: true,
		on_record: (cells: string[], { bytes: end }: InfoRecord) => {
			// Lines are counted here: csv-parse takes CR LF inside quotes for two.
			const inside = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
			const isEnded = bytes[end - 1] === lineFeed;
			if (!hasEnded) records.push({ line: breaksBefore(end) - inside - (isEnded ? 1 : 0) + 1, cells });
			return null;
		},
		on_skip: (error) => {
			if (hasEnded || !error) return undefined;
			isWhole = false;
			// After a misplaced quote the next line is good again; in an open one nothing is.
			hasEnded = error.code !== "INVALID_OPENING_QUOTE";
			const line = breaksBefore(error.bytes as number) + 1;
			const reason = csvReasons[error.code] ?? error.code;
			report(line, hasEnded ? `cannot be read as CSV from here on (${reason})` : `row cannot be read (${reason})`);
			return undefined;
		},
	});
	return { records, isWhole };
}

const lineFeed = 0x0a;

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

/** The first byte of the first character that is not UTF-8, or `null`. */
function firstInvalidByte(bytes: Uint8Array): { line: number; hex: string } | null {
	const decodes = (end: number, isCutAnywhere: boolean) => {
		try {
			// A stream decoder accepts a character cut off at the end, so every prefix of good text is good.
			new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: isCutAnywhere });
			return true;
		} catch {
			return false;
		}
	};
	if (decodes(bytes.length, false)) return null;
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (decodes(middle, true)) good = middle;
		else bad = middle;
	}
	// The error shows at the byte after a false beginning: step back to where the character began.
	while (good > 0 && !decodes(good, false)) good--;
	let line = 1;
	for (let index = 0; index < good; index++) if (bytes[index] === lineFeed) line++;
	return { line, hex: `byte 0x${(bytes[good] ?? 0).toString(16).padStart(2, "0")}` };
}
