import { expect, test } from "vitest";
import { densityOver } from "../../src/location/heat-map.js";
import { locateIncidents } from "../../src/location/incidents.js";
import { ownDossier } from "../support/own-figures.js";

const { incidents } = locateIncidents(ownDossier);
const fine = incidents.filter(({ radius_km }) => radius_km !== null && radius_km <= 5);
const box = [58, 28, 65, 37.5] as const;

test("adds up to the incidents placed to 5 km or better, over an area that holds them all", () => {
	const step = 0.1;
	const total = densityOver(incidents, box, { step_degrees: step }).reduce((sum, { lat, per_1000_km2 }) => {
		const km2 = step * 110.9 * step * 111.32 * Math.cos((lat * Math.PI) / 180);
		return sum + (per_1000_km2 * km2) / 1000;
	}, 0);
	expect(total / fine.length).toBeCloseTo(1, 2);
});

test("coarse points change nothing: districts, provinces and the border are never in it", () => {
	expect(densityOver(fine, box, { step_degrees: 1 })).toEqual(densityOver(incidents, box, { step_degrees: 1 }));
	const coarse = incidents.filter(({ radius_km }) => radius_km === null || radius_km > 5);
	expect(densityOver(coarse, box, { step_degrees: 1 }).every(({ per_1000_km2 }) => per_1000_km2 === 0)).toBe(true);
});

test("one incident stands 1,000 / (2π 25²) = .2546 high per 1,000 km² at its own place, by hand", () => {
	const one = { ...(fine[0] as (typeof fine)[number]), lon: 61, lat: 33, radius_km: 1 };
	expect(densityOver([one], [61, 33, 61, 33])[0]?.per_1000_km2).toBeCloseTo(0.2546, 4);
	expect(() => densityOver([one], box, { bandwidth_km: 0 })).toThrow("bandwidth must be above 0: 0");
	expect(() => densityOver([one], box, { step_degrees: 0 })).toThrow("step must be above 0 degrees: 0");
});
