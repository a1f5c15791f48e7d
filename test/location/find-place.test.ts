import { describe, expect, test } from "vitest";
import { findPlaces } from "../../src/location/find-place.js";
import { nameKey } from "../../src/location/name-key.js";
import { ownDossier as dossier } from "../support/own-figures.js";

const first = (name: string) => findPlaces(dossier, name)[0]?.place_id;

describe("every spelling leads to one id (Latin, Persian, Dari, Pashto)", () => {
	test.each([
		[
			"islam-qala-town",
			["Islam Qala", "Eslam Qaleh", "Islam Qal‘ah", "Kafir Qala", "اسلام قلعه", "اسلام‌قلعه", "إسلام قلعة", "اسلام کلا"],
		],
		["zaranj", ["Zaranj", "Zarang", "ZARANDJ", "زرنج", "زَرَنج"]],
		["kang-district", ["Kang", "Kang District", "Kang-e Nimroz", "کنگ", "كنگ", "کنګ"]],
		["milak-village", ["Milak", "Mīlak", "میلک", "ميلك", "ميلک"]],
		["torghundi", ["Torghundi", "Tor Ghundai", "تورغندی", "تورغونډۍ", "تورغونډي"]],
		["shindand", ["Shindand", "Shīnḏanḏ", "شیندند", "شينډنډ"]],
		["hajjiabad-zirkuh", ["Hajjiabad", "Ḩājjīābād", "Haji Abad", "حاجی‌آباد", "حاجي اباد", "حاجیآباد"]],
		["anar-dara", ["Anar Dara", "Anār Darah", "انار دره", "اناردره", "انار درۀ"]],
		["zaranj-milak", ["Zaranj–Milak crossing", "Pul-e Abrisham", "پل ابریشم", "پل ابريشم", "د ورېښمو پل", "ورېښمو پل"]],
		["islam-qala-dogharun", ["Dogharun", "Dogharoun", "دوغارون"]],
		["gulran-qarah-bagh", ["Gulran", "Golran", "گلران", "ګلران"]],
	])("%s", (place_id, spellings) => {
		for (const spelling of spellings) expect(`${spelling} ${first(spelling)}`).toBe(`${spelling} ${place_id}`);
	});
});

test("every spelling of the gazetteer leads to its own place, or to one that shares the spelling and is named with it", () => {
	for (const { place_id, name, other_names, names_fa } of dossier.places)
		for (const spelling of [name, ...other_names, ...names_fa]) {
			const matches = findPlaces(dossier, spelling).filter(({ match }) => match === "exact");
			expect(
				matches.map((each) => each.place_id),
				spelling,
			).toContain(place_id);
		}
});

test("homonyms across the border stand apart: Zabol the city in Iran, Nimruz the county and its towns, Hirmand the county", () => {
	expect(first("Zabol")).toBe("zabol");
	expect(first("زابل")).toBe("zabol");
	expect(findPlaces(dossier, "Zaranj").map(({ place_id }) => place_id)).toEqual(
		expect.arrayContaining(["zaranj", "zaranj-milak"]),
	);
	expect(first("هيرمند")).toBe("hirmand-county");
});

test("a beginning and a slip of a letter are found after exact names, and nothing else is", () => {
	expect(findPlaces(dossier, "Nehb")[0]).toMatchObject({ place_id: "nehbandan", match: "start" });
	expect(findPlaces(dossier, "Nehbandam")[0]).toMatchObject({ place_id: "nehbandan", match: "near" });
	expect(findPlaces(dossier, "Tehran")).toEqual([]);
	expect(findPlaces(dossier, "تهران")).toEqual([]);
});

test("a key is the same for composed and decomposed letters, with and without joiners, marks and stretching (Unicode NFKD)", () => {
	expect(nameKey("آ")).toBe(nameKey("آ"));
	expect(nameKey("ســاروان")).toBe(nameKey("ساروان"));
	expect(nameKey("\u202bسراوان\u202c")).toBe("سراوان");
	expect(nameKey("ﺯﺭﻧﺞ")).toBe("زرنج");
	expect(nameKey("Qal'eh-ye Kāh")).toBe("qalehyekah");
});

test("a name without letters is refused", () => {
	expect(() => findPlaces(dossier, " – ")).toThrow("no letters in the name looked for:  – ");
});
