import { expect, test } from "vitest";
import { didYouMean, nearest, unknownWord } from "../../src/records/nearest.js";

const kinds = ["armed_clash", "closure", "detention"];

test("the nearest word is named, several where they are as near, none where all are far", () => {
	expect(didYouMean("closur", kinds)).toBe(" (did you mean closure?)");
	expect(didYouMean("c3", ["c1", "c2", "c33"])).toBe(" (did you mean c1, c2 or c33?)");
	expect(didYouMean("volcano", kinds)).toBe("");
});

test("a part of a long id finds it, in any case of letters", () => {
	expect(nearest("Kang", ["2021-12-01-kang", "2021-07-08-farah"])).toEqual(["2021-12-01-kang"]);
});

test("where none is near, all are listed, or the first of many", () => {
	expect(unknownWord("event type", "volcano", kinds)).toEqual(
		new RangeError("unknown event type: volcano (known: armed_clash, closure, detention)"),
	);
	const ids = Array.from({ length: 83 }, (_, index) => `i${index}`);
	expect(unknownWord("incident", "volcano", ids).message).toMatch(
		/^unknown incident: volcano \(known: i0, .*, i19, … 83 in all\)$/,
	);
	expect(unknownWord("crossing", "volcano", []).message).toBe("unknown crossing: volcano (these data name none)");
});
