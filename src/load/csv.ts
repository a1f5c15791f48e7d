import { wordFor } from "../statistics/number-text.js";
import { lineFeed, readSpoiled, splitRecords } from "./csv-records.js";
import { type Header, layoutOf, readHeader } from "./layout.js";
import { type Problem, ProblemList } from "./problem.js";

/** Takes a row: the line it starts on and the cells in the order of the columns, `undefined` where the file has no such column. */
export type TakeRow = (line: number, cells: readonly (string | undefined)[], isRagged: boolean) => void;

/** What came of reading one CSV. */
export interface Scan {
	/** `false` where there may be rows that could not be read at all. */
	readonly isWhole: boolean;
	/** Columns that the file has. */
	readonly columns: ReadonlySet<string>;
	/** How the file is written, where that is not as the codebook says, such as `semicolon-separated`. */
	readonly notes: readonly string[];
}

/** A row of a CSV as text, with the line it starts on. */
export interface TextRow {
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
}

/** The rows of one CSV. A row that does not fit the header is a problem, not a row. */
export interface TextTable extends Omit<Scan, "columns"> {
	readonly rows: readonly TextRow[];
	readonly problems: readonly Problem[];
}

/**
 * Reads the text of one CSV (RFC 4180, header row) into rows of text cells.
 *
 * @param file name printed in the problems
 * @param bytes UTF-8 with LF, as `plainText` gives it
 * @param columns every column that must be there; their order in the file is free
 */
export function readCsv(file: string, bytes: Uint8Array, columns: readonly string[]): TextTable {
	const problems = new ProblemList();
	const rows: TextRow[] = [];
	const { isWhole, notes } = scanCsv(
		file,
		bytes,
		columns,
		(line, cells, isRagged) => {
			const named = columns.flatMap((name, index) => (cells[index] === undefined ? [] : [[name, cells[index]]]));
			if (!isRagged) rows.push({ line, cells: Object.fromEntries(named) });
		},
		problems,
	);
	return { rows, isWhole, notes, problems: problems.sorted([file]) };
}

/** So many bytes are parted into rows at a time. */
const bytesAtOnce = 1 << 22;

/**
 * Reads one CSV row by row. Rows without a filled cell and columns without name and cell are passed over, and so are lines
 * above the header; a semicolon or a tab may part the cells; `notes` says so. Reading goes on after a problem wherever it
 * can. Work and memory grow with the bytes.
 *
 * @param take is given every row, those with too few or too many cells too, which are a problem already
 */
export function scanCsv(
	file: string,
	bytes: Uint8Array,
	columns: readonly string[],
	take: TakeRow,
	problems: ProblemList,
): Scan {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const report = (line: number | null, reason: string, value: string | null = null, hint?: string) =>
		problems.add({ file, line, column: null, reason, value }, () => hint);
	const unread: Scan = { isWhole: false, columns: new Set(), notes: [] };
	const head = buffer.toString("utf8", 0, lineEnd(buffer, 20));
	if (head.trim() === "") {
		report(null, Buffer.byteLength(head) === buffer.length ? "file is empty" : "the first 20 lines are blank");
		return unread;
	}
	const layout = layoutOf(head, columns);
	if (layout === null) {
		const first = head.split("\n", 1)[0] ?? "";
		report(
			1,
			"no header with the columns of this table, the table was not read",
			first,
			`wanted: ${columns.join(",")}`,
		);
		return unread;
	}
	const { delimiter } = layout;
	const rows = rowReader(file, columns, layout.header, take, problems);
	let isWhole = true;
	let line = 1;
	for (let start = 0, size = bytesAtOnce; start < buffer.length; ) {
		const cut = buffer.indexOf(lineFeed, start + size);
		const end = cut < 0 ? buffer.length : cut + 1;
		const text = buffer.toString("utf8", start, end);
		const part = splitRecords(text, delimiter, end === buffer.length);
		if (part === null) {
			isWhole = readSpoiled(
				buffer.subarray(start),
				delimiter,
				(at, cells) => rows.read(line - 1 + at, cells),
				(at, ...rest) => report(line - 1 + at, ...rest),
			);
			break;
		}
		for (const [index, cells] of part.records.entries()) {
			rows.read(line, cells);
			line += part.lines[index] as number;
		}
		// A cell with line breaks goes on in the next part: it is read again with more of it.
		if (part.end === 0) size *= 2;
		start = part.end === text.length ? end : start + Buffer.byteLength(text.slice(0, part.end));
	}
	const notes = [
		...(delimiter === "," ? [] : [delimiter === ";" ? "semicolon-separated" : "tab-separated"]),
		...(layout.header === 1 ? [] : [`with the header on line ${layout.header}`]),
	];
	return { isWhole, columns: rows.columns(), notes: [...notes, ...rows.end()] };
}

/** Where a line ends, the first being 1, but at most a megabyte on. */
function lineEnd(buffer: Buffer, line: number): number {
	let end = -1;
	for (let count = 0; count < line; count++) {
		end = buffer.indexOf(lineFeed, end + 1);
		if (end < 0 || end > 1e6) return Math.min(buffer.length, 1e6);
	}
	return end;
}

/** Takes records as they come: the header first, then rows. */
function rowReader(file: string, columns: readonly string[], headerLine: number, take: TakeRow, problems: ProblemList) {
	const add = (line: number, problem: Partial<Problem> & { reason: string }, hint?: () => string | undefined) =>
		problems.add({ file, line, column: null, value: null, ...problem }, hint);
	let header: Header | null = null;
	let names: readonly string[] = [];
	let isInOrder = false;
	let blankRows = 0;
	let repeats = 0;
	const filled = new Map<number, number>();

	function read(line: number, cells: readonly string[]): void {
		if (line < headerLine) {
			// What stands above a header is not read, but a file with such a sign is not what it seems.
			if (cells.some((cell) => cell.includes("\0")))
				add(line, { reason: "holds a control character", value: cells.join(",") });
			return;
		}
		if (header === null) {
			header = readHeader(cells, columns, (problem, hint) => add(line, problem, hint));
			names = cells;
			isInOrder = header.places.every((place, index) => place === index) && header.width === columns.length;
			return;
		}
		const first = cells[0] as string;
		if ((first === "" || first.trim() === "") && isBlank(cells, 0)) {
			blankRows++;
			return;
		}
		if (cells.length !== header.width && !(cells.length > header.width && isBlank(cells, header.width))) {
			const count = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
			add(line, { reason: `row has ${count}, the header ${header.width}` });
			take(line, inOrder(cells, header), true);
			return;
		}
		if (first === names[0] && cells.every((cell, index) => cell === (names[index] ?? ""))) {
			repeats++;
			return;
		}
		for (const place of header.unnamed)
			if (!filled.has(place) && (cells[place] ?? "").trim() !== "") filled.set(place, line);
		take(line, isInOrder && cells.length === header.width ? cells : inOrder(cells, header), false);
	}

	function end(): string[] {
		for (const [place, line] of filled)
			add(
				headerLine,
				{ reason: `column ${place + 1} has cells and no name` },
				() => `first on line ${line}; name it or delete it`,
			);
		const unnamed = (header?.unnamed.length ?? 0) - filled.size;
		const counted = (count: number, what: string) =>
			count === 0 ? [] : [`without ${count} ${what}${wordFor(count, "", "s")}`];
		return [
			...(header?.notes ?? []),
			...counted(blankRows, "blank row"),
			...counted(unnamed, "blank column"),
			...counted(repeats, "repeated header"),
		];
	}

	const there = () => new Set(columns.filter((_, index) => (header?.places[index] ?? -1) >= 0));
	return { read, end, columns: there };
}

function isBlank(cells: readonly string[], from: number): boolean {
	for (let index = from; index < cells.length; index++) if ((cells[index] as string).trim() !== "") return false;
	return true;
}

const inOrder = (cells: readonly string[], { places }: Header): (string | undefined)[] =>
	places.map((place) => (place < 0 ? undefined : (cells[place] ?? "")));
