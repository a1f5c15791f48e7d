import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { incidentPairs, oneToOne, scoredPairs, usualWindows, windowCounts } from "../../src/location/incident-pairs.js";
import type { Incident } from "../../src/records/records.js";
import { command } from "../command/here.js";
import { scratchData, scratchFolder } from "../scratch.js";
import { six } from "../six-readings.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));
const [clash] = six.incidents as [Incident];
const at = (incident_id: string, change: Partial<Incident> = {}): Incident => ({ ...clash, incident_id, ...change });

describe("pairs of two tables", () => {
	test("each incident of one with each of the other, none within a table; the first table comes first", () => {
		const own = [at("a1"), at("a2", { date_start: "2022-01-12" })];
		const others = [at("b1", { date_start: "2022-01-09" }), at("b2", { date_start: "2022-01-20" })];
		const ids = (pairs: ReturnType<typeof incidentPairs>) =>
			pairs.map(({ incident, other, days }) => [incident.incident_id, other.incident_id, days]);
		expect(ids(incidentPairs(own, others)).sort()).toEqual([
			["a1", "b1", 1],
			["a2", "b1", 3],
		]);
		expect(ids(incidentPairs(others, own)).sort()).toEqual([
			["b1", "a1", 1],
			["b1", "a2", 3],
		]);
		expect(incidentPairs(own, [])).toEqual([]);
	});

	test("without a place in both, one province is the place; a place that one names is not", () => {
		const coarse = { lat: null, lon: null, place: null };
		const place = (a: Partial<Incident>, b: Partial<Incident>) =>
			incidentPairs([at("a", a)], [at("b", b)])[0]?.place ?? null;
		expect(place(coarse, coarse)).toBe("one_province");
		expect(place(coarse, { ...coarse, af_province: null, ir_province: null })).toBeNull();
		expect(place(coarse, {})).toBeNull();
		expect(place({ lat: null, lon: null }, {})).toBe("one_place");
	});
});

describe("scores (by hand, as meltt counts: mean of weight × level ÷ (levels − 1), and space and time as shares of windows)", () => {
	// .1127° of latitude at 34° are 12.5 km: half of the window. Two of three days. The same family of types: level 1 of 3.
	const half = { lat: 34.1127, date_start: "2022-01-12", kind: "cross_border_fire" } as const;
	const misfitsOf = (change: Partial<Incident>) =>
		scoredPairs(incidentPairs([at("a", { side_a: "Taliban", side_b: "Iranian border guards" })], [at("b", change)]))[0];
	test.each([
		["alike in all", { side_a: "taliban", side_b: "Iranian border guards and army" }, 1],
		[
			"half, two thirds, half, one of two sides",
			{ ...half, side_a: "Taliban", side_b: "Villagers" },
			1 - (0.5 + 2 / 3 + 0.5 + 0.5) / 4,
		],
		["sides not known of one: three features count", half, 1 - (0.5 + 2 / 3 + 0.5) / 3],
		["one side named, and it is one of the two", { side_a: "Taliban" }, 1],
		["another family of types", { kind: "reopening", side_a: "Smugglers" }, 1 - (1 + 1) / 4],
	] as const)("%s", (_, change, score) => expect(misfitsOf(change)?.score).toBeCloseTo(score, 3));

	test("weights count, and a weight of 0 leaves a feature without a say", () => {
		const pairs = incidentPairs([at("a")], [at("b", half)]);
		const weights = { distance: 2, days: 1, type: 0, sides: 1 };
		expect(scoredPairs(pairs, weights)[0]?.score).toBeCloseTo(1 - (2 * 0.5 + 2 / 3) / 3, 3);
	});

	test("one to one takes the best pair first; whichever order the rows have", () => {
		const own = [at("a1"), at("a2", { date_start: "2022-01-11" })];
		const others = [at("b1", { date_start: "2022-01-11" }), at("b2", { date_start: "2022-01-13" })];
		const chosen = (first: Incident[], second: Incident[]) =>
			oneToOne(scoredPairs(incidentPairs(first, second))).map(({ incident, other }) => [
				incident.incident_id,
				other.incident_id,
			]);
		// a2 and b1 begin on one day; then a1 is left with b2, three days apart.
		const wanted = [
			["a2", "b1"],
			["a1", "b2"],
		];
		expect(chosen(own, others)).toEqual(wanted);
		expect(chosen([...own].reverse(), [...others].reverse())).toEqual(wanted);
	});
});

test("counts with other windows are those of a search with these windows", () => {
	const own = [0, 1, 2, 3].map((day) => at(`a${day}`, { date_start: `2022-01-${10 + 2 * day}` }));
	const others = [0, 1, 2, 3].map((step) => at(`b${step}`, { lat: 34 + 0.15 * step, date_start: "2022-01-11" }));
	const counts = windowCounts(own, others);
	expect(counts).toHaveLength(16);
	for (const { km, days, pairs, one_to_one } of counts) {
		const found = incidentPairs(own, others, { km, days });
		expect(pairs).toBe(found.length);
		expect(one_to_one).toBe(oneToOne(scoredPairs(found, undefined, { km, days })).length);
	}
	// 25 km hold b0 (0 km) and b1 (16.6 km); 3 days a0, a1 (1 day) and a2 (3 days).
	expect(counts.find(({ km, days }) => km === 25 && days === 3)).toEqual({ ...usualWindows, pairs: 6, one_to_one: 2 });
});

describe("the command", () => {
	const other = () => {
		const { folder, edit } = scratchData(fixture);
		edit("incidents.csv", (text) =>
			text
				.replace("a-clash,2022-01-10,2022-01-10", "other-clash,2022-01-12,2022-01-12")
				.replace("34.0,61.1", "34.1,61.1"),
		);
		edit("propositions.csv", (text) => text.replaceAll(",a-clash,", ",other-clash,"));
		return folder;
	};

	test("lists pairs best first with the reason, and changes no file", async () => {
		const folder = other();
		const before = readFileSync(join(folder, "incidents.csv"), "utf8");
		const { code, out } = await command("match", fixture, folder);
		expect(code).toBe(0);
		// b-fire, c-closure, d-shooting and f-raid are in both; a-clash moved by .1° (11.1 km) and two days.
		expect(out).toMatch(/^5 pairs of incidents may be one event \(within 25 km and 3 days\); nothing is merged\n/);
		expect(out).toContain("  1.00 b-fire and b-fire: 0.0 km, 0 days, fire across the border, sides not named in both");
		// The mean of 11.09 ÷ 25, 2 ÷ 3 and 0 is .370.
		expect(out).toContain("  0.63 a-clash and other-clash: 11 km, 2 days, armed clashes, sides not named in both");
		expect(out).toContain("one province, no place named");
		expect(readFileSync(join(folder, "incidents.csv"), "utf8")).toBe(before);
		const { pairs, windows } = JSON.parse((await command("match", fixture, folder, "--json", "--days", "1")).out);
		expect(pairs.map(({ incident_a }: { incident_a: string }) => incident_a).sort()).toEqual([
			"b-fire",
			"c-closure",
			"d-shooting",
			"f-raid",
		]);
		expect(windows).toHaveLength(16);
	});

	test("writes CSV", async () => {
		const out = join(scratchFolder(), "pairs.csv");
		expect((await command("match", fixture, other(), "--out", out)).code).toBe(0);
		const lines = readFileSync(out, "utf8").trimEnd().split("\n");
		expect(lines).toHaveLength(6);
		expect(lines.find((line) => line.startsWith("a-clash"))).toBe(
			"a-clash,other-clash,0.63,11.1,near,2,2022-01-10,2022-01-12,armed_clash,armed_clash,0.444,0.667,0,",
		);
	});

	test.each([
		[["--km", "far"], "--km needs a number of 0 or more: far"],
		[["--weights", "distanse=2"], "unknown feature of --weights: distanse (did you mean distance?)"],
		[["--weights", "days=-1"], "--weights days needs a number of 0 or more: -1"],
		[["--weights", "distance=0,days=0,type=0,sides=0"], "--weights needs a weight above 0"],
		[["--out", "pairs.txt"], "--out needs a name that ends with .csv: pairs.txt"],
	])("%j: a clear error", async (words, message) => {
		const { code, err } = await command("match", fixture, fixture, ...words);
		expect(code).toBe(2);
		expect(err).toContain(message);
	});
});
