import { expect, test } from "vitest";
import { relatedIncidents } from "../../src/location/related-incidents.js";
import { six } from "../six-readings.js";

test("six incidents, by hand: ten days from the clash to the fire, 112 km apart, and nothing else is near or soon", () => {
	const related = relatedIncidents(six, "a-clash");
	expect(related).toMatchObject([{ incident_id: "b-fire", days_apart: 10, is_near: false, is_soon: true }]);
	// One degree of latitude is 110.9 km at 33.5° N, a fifth of a degree of longitude 18.6 km.
	expect(related[0]?.distance_km).toBeCloseTo(Math.hypot(110.9, 18.6), 0);
	expect(relatedIncidents(six, "b-fire")).toMatchObject([{ incident_id: "a-clash", days_apart: -10 }]);
});

test("a wider circle takes in the closure, 56 km and 54 days away", () => {
	const [, closure, ...rest] = relatedIncidents(six, "a-clash", { withinKm: 60 });
	expect(rest).toEqual([]);
	expect(closure).toMatchObject({ incident_id: "c-closure", days_apart: 54, is_near: true, is_soon: false });
	// Half a degree of latitude, a tenth of a degree of longitude at 34.25° N.
	expect(closure?.distance_km).toBeCloseTo(Math.hypot(55.46, 9.2), 0);
});

test("an incident without a point is soon, not near; an aggregate report is neither", () => {
	const related = relatedIncidents(six, "a-clash", { withinDays: 200 });
	expect(related.map(({ incident_id, days_apart }) => [incident_id, days_apart])).toEqual([
		["b-fire", 10],
		["c-closure", 54],
		["d-shooting", 111],
	]);
	expect(related.at(-1)).toMatchObject({ distance_km: null, is_near: false });
});

test("an unknown incident is an error", () => {
	expect(() => relatedIncidents(six, "g-none")).toThrow(new RangeError("unknown incident: g-none"));
});
