import { expect, test } from "vitest";
import { fromDataFrame, toDataFrame } from "../../src/notebook/data-frame.js";

const rows = [
	{ id: "0012", killed: 3, share: 0.25, on: "2021-07-01", open: true, note: null },
	{ id: "0013", killed: null, share: null, on: null, open: null, note: null },
	{ id: "7", killed: 0, share: 1, on: "2022-03-20", open: false, note: null },
];

test("ids, dates, numbers and blanks come back from a data frame as they went in", async () => {
	expect(fromDataFrame(await toDataFrame(rows))).toEqual(rows);
});

test("text of digits is text in the frame (danfojs reads 0012 as a number, field.md 5.2)", async () => {
	const { dtypes } = await toDataFrame<{ columns: string[]; values: unknown[]; dtypes: string[] }>(rows);
	expect(dtypes).toEqual(["string", "int32", "float32", "string", "boolean", "string"]);
});

test("no rows give a frame without rows, one column gives rows of one cell", async () => {
	expect(fromDataFrame(await toDataFrame([]))).toEqual([]);
	expect(fromDataFrame(await toDataFrame([{ id: "01" }, { id: null }]))).toEqual([{ id: "01" }, { id: null }]);
});

test("what danfojs marks as missing is null", () => {
	expect(fromDataFrame({ columns: ["a", "b"], values: [[Number.NaN, undefined]] })).toEqual([{ a: null, b: null }]);
});

test("a list in a cell is refused by the name of its column", async () => {
	await expect(toDataFrame([{ sources: ["a", "b"] }])).rejects.toThrow("not a single value in column sources: a,b");
});
