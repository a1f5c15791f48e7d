import { expect, test } from "vitest";
import { dayNumber, endOf, startOf, startOfNext } from "../../src/calendar/days.js";
import { solarDay } from "../../src/calendar/solar-hijri.js";

test.each([
	["2021-03-21", 1400],
	["2022-03-21", 1401],
	["2023-03-21", 1402],
	["2024-03-20", 1403],
	["2025-03-21", 1404],
	["2026-03-21", 1405],
])("Nowruz of %s opens the year %i (published calendars of Iran)", (day, year) => {
	expect(solarDay(dayNumber(day))).toEqual({ year, month: 1, day: 1 });
	expect(startOf("solar_year", day)).toBe(day);
});

test("1403 is a leap year: its last day is 30 Esfand, 20 March 2025 (published calendars of Iran)", () => {
	expect(solarDay(dayNumber("2025-03-20"))).toEqual({ year: 1403, month: 12, day: 30 });
	expect(endOf("solar_month", "2025-03-01")).toBe("2025-03-20");
	expect(endOf("solar_year", "2024-03-20")).toBe("2025-03-20");
});

test("every day of six years lies between the start of its period and of the next, whose start is a first day", () => {
	for (let number = dayNumber("2021-01-01"); number <= dayNumber("2026-12-31"); number += 1) {
		const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
		for (const period of ["solar_month", "solar_quarter", "solar_year"] as const) {
			const [start, next] = [startOf(period, day), startOfNext(period, day)];
			if (!(start <= day && day < next)) throw new Error(`${period} ${day}: ${start} to ${next}`);
			if (solarDay(dayNumber(next)).day !== 1) throw new Error(`${period} ${day}: next is ${next}`);
		}
	}
});
