import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, dayReader } from "../../src/import/day-format.js";

const day = (format: string, cell: string, calendar?: Calendar) => dayReader(format, calendar)(cell)?.first ?? null;

describe("days in a stated format", () => {
	test.each([
		["d/M/yyyy", "5/1/2024", "2024-01-05"],
		["M/d/yyyy", "5/1/2024", "2024-05-01"],
		["dd.MM.yyyy", "05.01.2024", "2024-01-05"],
		["yyyy-MM-dd", "2024-02-29", "2024-02-29"],
		["yyyy-MM-dd HH:mm:ss", "2024-01-05 23:59:59", "2024-01-05"],
		["yyyy-MM-ddTHH:mm:ss", "2024-01-05T23:59:59.123", "2024-01-05"],
		["d MMMM yyyy", "1 december 2021", "2021-12-01"],
		["d-MMM-yyyy", "1-Dec-2021", "2021-12-01"],
		["MMM d, yyyy", "Sept. 3, 2021", "2021-09-03"],
		["d/M/yyyy", "٥/١/٢٠٢٤", "2024-01-05"],
		["d/M/yyyy", " 5/1/2024 ", "2024-01-05"],
		// Microsoft's own example: 39448 is 1 January 2008.
		["excel", "39448", "2008-01-01"],
		["excel", "39448.75", "2008-01-01"],
	])("%s: %s", (format, cell, expected) => expect(day(format, cell)).toBe(expected));

	// Nowruz by the calendar of Iran: 1400 began on 21 March 2021, 1403 (after the leap year 1399 and before 1404) on 20 March 2024.
	test.each([
		["yyyy/MM/dd", "۱۴۰۰/۰۱/۰۱", "2021-03-21"],
		["yyyy/M/d", "1399/12/30", "2021-03-20"],
		["yyyy/M/d", "1403/1/1", "2024-03-20"],
		["yyyy/MM/dd", "۱۴۰۰/۰۹/۱۰", "2021-12-01"],
		["d MMMM yyyy", "10 Saratan 1402", "2023-07-01"],
		["d MMMM yyyy", "10 Tir 1402", "2023-07-01"],
	])("Solar Hijri %s: %s", (format, cell, expected) => expect(day(format, cell, "solar_hijri")).toBe(expected));

	test("a month without a day is the whole month", () => {
		expect(dayReader("yyyy-MM")("2024-02")).toEqual({ first: "2024-02-01", last: "2024-02-29" });
		expect(dayReader("MMMM yyyy", "solar_hijri")("Esfand 1399")).toEqual({ first: "2021-02-19", last: "2021-03-20" });
	});

	test("nothing is guessed: another format, and days that there are not, give nothing", () => {
		for (const cell of ["2024-01-05", "13/13/2024", "31/4/2024", "29/2/2023", "5/1/24", "", "5/1/2024x", "5/1/1402"])
			expect(day("d/M/yyyy", cell)).toBeNull();
		expect(day("yyyy/M/d", "1402/12/30", "solar_hijri")).toBeNull();
		expect(day("yyyy/M/d", "2024/1/1", "solar_hijri")).toBeNull();
		expect(day("d MMM yyyy", "1 Ju 2024")).toBeNull();
		for (const cell of ["60", "0", "1e5", "-5", "2024-01-05", "9999999"]) expect(day("excel", cell)).toBeNull();
	});

	test.each([
		["dd/MM", "has no year: write yyyy"],
		["yyyy", "has no month"],
		["d/M/yyyy M", "names a part of the day twice"],
		["DD/MM/yyyy", "no part of a day: D"],
		["d/M/yy", "no part of a day: y"],
	])("format %s: %s", (format, message) => expect(() => dayReader(format)).toThrow(message));

	test("any text gives a day that is one, or nothing", () => {
		const readers = ["d/M/yyyy", "yyyy-MM-dd", "excel", "d MMMM yyyy"].map((format) => dayReader(format));
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}$/)), (cell) => {
				for (const read of readers) {
					const found = read(cell);
					if (found !== null) expect(new Date(`${found.first}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.first);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
