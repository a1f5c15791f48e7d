import { expect, test } from "vitest";
import { spellingsIn } from "../../src/location/place-spellings.js";
import { six } from "../six-readings.js";

const spellings = spellingsIn(six);
const northGate = ["North Gate", "Northern Gate", "دروازه شمال", "North Gate (east)", "North Gate (west)"];

test.each(["Closure at the northern gate, again", "دروازه شمال", "NORTH-GATE"])(
	"%s names one place of the gazetteer: all its spellings are found, those of its two ends too",
	(text) => {
		expect(new Set(spellings(text))).toEqual(new Set(northGate));
	},
);

test("a name inside a longer word, and a crossing without a place, add nothing", () => {
	expect(spellings("Northern Gatehouse")).toEqual([]);
	expect(spellings("South Gate")).toEqual([]);
	expect(spellings("")).toEqual([]);
});

test("a text with two places has the spellings of both", () => {
	expect(new Set(spellings("from Upper Post to North Gate"))).toEqual(new Set([...northGate, "Upper Post"]));
});
