import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/load/csv.js";
import { plainText } from "../../src/load/encoding.js";
import { problemLine } from "../../src/load/problem.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (content: string | Uint8Array, columns = ["id", "name"]) => {
	const plain = plainText(Buffer.from(content));
	if (plain.bytes === null) {
		const problem = { file: "t.csv", column: null, ...plain.error };
		return { rows: [], problems: [problemLine(problem)], notes: [] };
	}
	const { rows, problems, notes } = readCsv("t.csv", plain.bytes, columns);
	return { rows, problems: problems.map(problemLine), notes: [...plain.notes, ...notes] };
};

const older = " (an older encoding, such as Windows-1252 or Windows-1256? save it as CSV UTF-8)";
const misquoted = ' (put the cell in quotes and write each quote inside it twice: "6"" gun")';

describe("readCsv(file, bytes, columns)", () => {
	test("gives rows with the line each starts on, counting line breaks inside quotes (by hand)", () => {
		expect(read('id,name\na,"one\ntwo"\nb,three\n')).toEqual({
			rows: [
				{ line: 2, cells: { id: "a", name: "one\ntwo" } },
				{ line: 4, cells: { id: "b", name: "three" } },
			],
			problems: [],
			notes: [],
		});
	});

	test("takes columns in any order and a last line without an end", () => {
		expect(read("name,id\nx,a").rows).toEqual([{ line: 2, cells: { id: "a", name: "x" } }]);
	});

	test("names the line and byte where UTF-8 breaks, and reads nothing", () => {
		const latin1 = Uint8Array.from([...bytes("id,name\na,ok\nb,caf"), 0xe9, ...bytes(",\n")]);
		expect(read(latin1).problems).toEqual([`t.csv:3: not UTF-8, the table was not read: byte 0xe9${older}`]);
	});

	test("finds a character cut off at the very end", () => {
		const cut = Uint8Array.from([...bytes("id,name\na,"), 0xd8]);
		expect(read(cut).problems).toEqual([`t.csv:2: not UTF-8, the table was not read: byte 0xd8${older}`]);
	});

	test.each<[string, string, string[]]>([
		["a byte order mark", "\uFEFFid,name\na,x\nb,y z\n", ["UTF-8 with a byte order mark"]],
		["CR LF", "id,name\r\na,x\r\nb,y z\r\n", ["CR LF line ends"]],
		["CR alone", "id,name\ra,x\rb,y z\r", ["CR line ends"]],
		["semicolons", "id;name\na;x\nb;y z\n", ["semicolon-separated"]],
		["tabs", "id\tname\na\tx\nb\ty z\n", ["tab-separated"]],
		["every cell in quotes", '"id","name"\n"a","x"\n"b","y z"\n', []],
		[
			"a title and a blank line above the header",
			"Sources of 2024\n\nid,name\na,x\nb,y z\n",
			["with the header on line 3"],
		],
		[
			"the line by which Excel names the delimiter",
			"sep=;\nid;name\na;x\nb;y z\n",
			["semicolon-separated", "with the header on line 2"],
		],
		[
			"blank rows and columns",
			"id,name,,\na,x,,\n,,,\n\n , ,,\nb,y z,,\n",
			["without 3 blank rows", "without 2 blank columns"],
		],
		["blank cells at the end of some rows", "id,name\na,x,,\nb,y z\n", []],
		[
			"other letter case, spaces and what nobody sees in the header",
			"ID, Name\u200b\na,x\nb,y z\n",
			['with the columns "ID" for id, " Name\\u200b" for name'],
		],
		["two files, one behind the other", "id,name\na,x\nid,name\nb,y z\n", ["without 1 repeated header"]],
	])("%s is read and said", (_, content, notes) => {
		const found = read(content);
		expect(found.problems).toEqual([]);
		expect(found.rows.map(({ cells }) => cells)).toEqual([
			{ id: "a", name: "x" },
			{ id: "b", name: "y z" },
		]);
		expect(found.notes).toEqual(notes);
	});

	test.each<["utf16le" | "utf16be", boolean]>([
		["utf16le", true],
		["utf16le", false],
		["utf16be", true],
		["utf16be", false],
	])("%s with a mark: %s, is read and said", (encoding, hasMark) => {
		const wide = Buffer.from(`${hasMark ? "\uFEFF" : ""}id\tname\r\na\tنیمروز\r\n`, "utf16le");
		const found = read(encoding === "utf16le" ? wide : wide.swap16());
		expect(found.rows.map(({ cells }) => cells)).toEqual([{ id: "a", name: "نیمروز" }]);
		expect([found.problems, found.notes]).toEqual([[], ["UTF-16", "CR LF line ends", "tab-separated"]]);
	});

	test.each([
		["a workbook or another ZIP file", Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
		["a workbook of an old Excel", Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
		["a web page", Buffer.from("<!DOCTYPE html><title>Sign in</title>")],
	])("%s with the name of a table is called so", (what, content) => {
		expect(read(content).problems).toEqual([
			`t.csv: ${what}, not a text file (open it in a spreadsheet and save it as CSV UTF-8)`,
		]);
	});

	test("a file with none of the columns is one problem", () => {
		expect(read("what,when\nx,y\n").problems).toEqual([
			"t.csv:1: no header with the columns of this table, the table was not read: what,when (wanted: id,name)",
		]);
	});

	test("reports missing, doubled and unknown columns by name, a misspelt one once", () => {
		expect(read("id,id,nmae\n").problems).toEqual([
			"t.csv:1: duplicate column: id",
			"t.csv:1: unknown column: nmae (did you mean name?)",
		]);
		expect(read("id,remarks\n").problems).toEqual(["t.csv:1: unknown column: remarks", "t.csv:1 name: missing column"]);
	});

	test("a column with cells and no name is one problem: the row numbers of a data frame", () => {
		expect(read(",id,name\n0,a,x\n1,b,y\n").problems).toEqual([
			"t.csv:1: column 1 has cells and no name (first on line 2; name it or delete it)",
		]);
	});

	test("reports ragged rows and keeps the rest", () => {
		const { rows, problems } = read("id,name\na\n\nb,y,z\nc,ok\n");
		expect(problems).toEqual(["t.csv:2: row has 1 cell, the header 2", "t.csv:4: row has 3 cells, the header 2"]);
		expect(rows.map(({ cells }) => cells.id)).toEqual(["c"]);
	});

	test("rows with and without quotes come in the order of the file, across the parts in which it is read", () => {
		const note = "word ".repeat(400);
		const text = Array.from({ length: 4_000 }, (_, i) =>
			i % 3 === 0 ? `${i},"${note}\n""${i}"""` : `${i},${note}${i}`,
		);
		const { rows, problems } = read(`id,name\n${text.join("\n")}\n`);
		expect(problems).toEqual([]);
		expect(rows.map(({ cells }) => cells.id)).toEqual(text.map((_, i) => `${i}`));
		expect(rows.every(({ cells }, i) => cells.name === (i % 3 === 0 ? `${note}\n"${i}"` : `${note}${i}`))).toBe(true);
		// Every third row takes two lines: row i starts after i rows and one line more for each third one before it.
		expect(rows.every(({ line }, i) => line === 2 + i + Math.ceil(i / 3))).toBe(true);
	});

	test("counts a line end inside quotes once, be it LF, CR LF or CR (lines as `sed -n` counts them)", () => {
		expect(read('id,name\r\na,"one\r\ntwo"\r\nb,x\r\n').rows.map(({ line }) => line)).toEqual([2, 4]);
		expect(read('id,name\na,"one\rtwo"\nb,x\n').rows.map(({ line }) => line)).toEqual([2, 3]);
		expect(read('id,name\na,"\n\n\n"\n"b\n",x\nc').problems).toEqual(["t.csv:8: row has 1 cell, the header 2"]);
	});

	test("a quote inside an unquoted cell costs its own row and no other", () => {
		const { rows, problems } = read('id,name\na,"two\nlines"\nb,6" gun\nc,5" gun\nd,ok\ne\n');
		expect(problems).toEqual([
			`t.csv:4: row cannot be read (a quote inside an unquoted cell)${misquoted}`,
			`t.csv:5: row cannot be read (a quote inside an unquoted cell)${misquoted}`,
			"t.csv:7: row has 1 cell, the header 2",
		]);
		expect(rows.map(({ line, cells }) => [line, cells.id])).toEqual([
			[2, "a"],
			[6, "d"],
		]);
	});

	test("text after a closing quote leaves nothing trustworthy after it, and says so once", () => {
		const { rows, problems } = read('id,name\na,x\n"b"c,y\n"d"e,z\n');
		expect(problems).toEqual([`t.csv:3: cannot be read as CSV from here on (text after a closing quote)${misquoted}`]);
		expect(rows).toHaveLength(1);
	});

	test("columns named like parts of an object are columns like others", () => {
		expect(read("id,name,__proto__,constructor\na,x,y,z\n").problems).toEqual([
			"t.csv:1: unknown column: __proto__",
			"t.csv:1: unknown column: constructor",
		]);
	});

	test("says where an open quote begins and keeps the rows before it", () => {
		const { rows, problems } = read('id,name\na,x\nb,"open\nc,y\n');
		expect(problems).toEqual([`t.csv:3: cannot be read as CSV from here on (a quote is never closed)${misquoted}`]);
		expect(rows).toHaveLength(1);
	});

	test.each(["", "\n", "  \n\n", "\uFEFF"])("calls a file with nothing in it empty (%j)", (content) => {
		expect(read(content).problems.at(-1)).toBe("t.csv: file is empty");
	});
});
