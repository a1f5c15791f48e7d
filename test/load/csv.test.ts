import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/load/csv.js";
import { problemLine } from "../../src/load/problem.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (content: string | Uint8Array, columns = ["id", "name"]) => {
	const { rows, problems } = readCsv("t.csv", typeof content === "string" ? bytes(content) : content, columns);
	return { rows, problems: problems.map(problemLine) };
};

describe("readCsv(file, bytes, columns)", () => {
	test("gives rows with the line each starts on, counting line breaks inside quotes (by hand)", () => {
		expect(read('id,name\na,"one\ntwo"\nb,three\n')).toEqual({
			rows: [
				{ line: 2, cells: { id: "a", name: "one\ntwo" } },
				{ line: 4, cells: { id: "b", name: "three" } },
			],
			problems: [],
		});
	});

	test("takes columns in any order and a last line without an end", () => {
		expect(read("name,id\nx,a").rows).toEqual([{ line: 2, cells: { id: "a", name: "x" } }]);
	});

	test("names the line and byte where UTF-8 breaks, and reads nothing", () => {
		const latin1 = Uint8Array.from([...bytes("id,name\na,ok\nb,caf"), 0xe9, ...bytes(",\n")]);
		expect(read(latin1)).toEqual({ rows: [], problems: ["t.csv:3: not UTF-8, the table was not read: byte 0xe9"] });
	});

	test("finds a character cut off at the very end", () => {
		const cut = Uint8Array.from([...bytes("id,name\na,"), 0xd8]);
		expect(read(cut).problems).toEqual(["t.csv:2: not UTF-8, the table was not read: byte 0xd8"]);
	});

	test("reports a byte order mark and reads on", () => {
		const { rows, problems } = read("\uFEFFid,name\na,x\n");
		expect(problems).toEqual(["t.csv:1: starts with a byte order mark; save as UTF-8 without it"]);
		expect(rows).toHaveLength(1);
	});

	test("reports CR LF once, with how many lines, and reads on", () => {
		const { rows, problems } = read("id,name\r\na,x\r\nb,y\r\n");
		expect(problems).toEqual(["t.csv:1: lines end in CR LF, 3 in all; save with LF"]);
		expect(rows.map(({ line, cells }) => [line, cells.name])).toEqual([
			[2, "x"],
			[3, "y"],
		]);
	});

	test("reports missing, doubled and unknown columns by name", () => {
		expect(read("id,id,nmae\n").problems).toEqual([
			"t.csv:1 name: missing column",
			"t.csv:1 id: duplicate column",
			"t.csv:1: unknown column: nmae",
		]);
	});

	test("reports ragged rows and blank lines and keeps the rest", () => {
		const { rows, problems } = read("id,name\na\n\nb,y,z\nc,ok\n");
		expect(problems).toEqual([
			"t.csv:2: row has 1 cell, the header 2",
			"t.csv:3: blank line",
			"t.csv:4: row has 3 cells, the header 2",
		]);
		expect(rows.map(({ cells }) => cells.id)).toEqual(["c"]);
	});

	test("counts a line end inside quotes once, be it LF, CR LF or CR (lines as `sed -n` counts them)", () => {
		expect(read('id,name\r\na,"one\r\ntwo"\r\nb,x\r\n').rows.map(({ line }) => line)).toEqual([2, 4]);
		expect(read('id,name\na,"one\rtwo"\nb,x\n').rows.map(({ line }) => line)).toEqual([2, 3]);
		expect(read('id,name\na,"\n\n\n"\n"b\n",x\nc').problems).toEqual(["t.csv:8: row has 1 cell, the header 2"]);
	});

	test("a quote inside an unquoted cell costs its own row and no other", () => {
		const { rows, problems } = read('id,name\na,"two\nlines"\nb,6" gun\nc,5" gun\nd,ok\ne\n');
		expect(problems).toEqual([
			"t.csv:4: row cannot be read (a quote inside an unquoted cell)",
			"t.csv:5: row cannot be read (a quote inside an unquoted cell)",
			"t.csv:7: row has 1 cell, the header 2",
		]);
		expect(rows.map(({ line, cells }) => [line, cells.id])).toEqual([
			[2, "a"],
			[6, "d"],
		]);
	});

	test("text after a closing quote leaves nothing trustworthy after it, and says so once", () => {
		const { rows, problems } = read('id,name\na,x\n"b"c,y\n"d"e,z\n');
		expect(problems).toEqual(["t.csv:3: cannot be read as CSV from here on (text after a closing quote)"]);
		expect(rows).toHaveLength(1);
	});

	test("lines that end in CR alone are one problem, not one long header", () => {
		expect(read("id,name\ra,x\r").problems).toEqual([
			"t.csv:1: lines end in CR alone, the table was not read; save with LF",
		]);
	});

	test("columns named like parts of an object are columns like others", () => {
		expect(read("id,name,__proto__,constructor\na,x,y,z\n").problems).toEqual([
			"t.csv:1: unknown column: __proto__",
			"t.csv:1: unknown column: constructor",
		]);
	});

	test("says where an open quote begins and keeps the rows before it", () => {
		const { rows, problems } = read('id,name\na,x\nb,"open\nc,y\n');
		expect(problems).toEqual(["t.csv:3: cannot be read as CSV from here on (a quote is never closed)"]);
		expect(rows).toHaveLength(1);
	});

	test.each(["", "\n", "  \n\n", "\uFEFF"])("calls a file with nothing in it empty (%j)", (content) => {
		expect(read(content).problems.at(-1)).toBe("t.csv: file is empty");
	});
});
