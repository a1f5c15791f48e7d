import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { tableCsv } from "../../src/draw/table-csv.js";
import { readCsv } from "../../src/load/csv.js";
import { plainText } from "../../src/load/encoding.js";

const rows = [
	{ crossing: "Milak–Zaranj", name: "نیمروز", n: 3 },
	{ crossing: "a, b", name: "Nimrūz", n: 4 },
];

test("a table of a chart begins with the mark by which spreadsheets know UTF-8, and has LF ends", () => {
	const bytes = Buffer.from(tableCsv(rows));
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(bytes.subarray(3).toString()).toBe('crossing,name,n\nMilak–Zaranj,نیمروز,3\n"a, b",Nimrūz,4\n');
});

test("a reader that knows the mark gets the rows, and so does the kit's own", () => {
	const bytes = Buffer.from(tableCsv(rows));
	const texts = rows.map((row) => ({ ...row, n: String(row.n) }));
	expect(parse(bytes, { bom: true, columns: true })).toEqual(texts);
	const plain = plainText(bytes).bytes ?? Buffer.alloc(0);
	expect(readCsv("t.csv", plain, ["crossing", "name", "n"]).rows.map(({ cells }) => cells)).toEqual(texts);
});
