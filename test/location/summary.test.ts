import { expect, test } from "vitest";
import { type Dossier, loadDossier, NotEnoughDataError } from "../../src/index.js";
import { countBySegment, segmentDispersion } from "../../src/location/areas.js";
import { borderRuler } from "../../src/location/chainage.js";
import { driftBetweenYears, episodeDays } from "../../src/location/differences-along.js";
import { locateIncidents } from "../../src/location/incidents.js";
import { samplePlaces } from "../../src/location/sampled-places.js";
import { locationSummary } from "../../src/location/summary.js";
import { ownDossier as dossier } from "../support/own-figures.js";
import { notPlain } from "../support/plain-english.js";

const six = loadDossier(new URL("../fixtures/six-incidents", import.meta.url).pathname);

test("of the six incidents, by hand: 3 of 4 placed, 1 of 3 within 10 km of a gate (Wilson 6 to 79%), upper-one 2 of 3 on 200 km", () => {
	const summary = locationSummary(six);
	expect(summary).toMatchObject({
		n: 4,
		placed: 3,
		near: { within_km: 10, n: 1, of: 3 },
		segment: { segment_id: "upper-one", n: 2, of: 3, per_100_km: 1, tied: 1 },
		moved: null,
	});
	expect(summary.near?.low).toBeCloseTo(0.0615, 3);
	expect(summary.near?.high).toBeCloseTo(0.7923, 3);
	expect(summary.sentences[0]).toBe(
		"3 of 4 reported incidents have a known position on the map; 1 of these (33%, 95% interval 6–79%) is within 10 km of an official crossing.",
	);
	expect(locationSummary(six, { nearKm: 60 }).near).toMatchObject({ within_km: 60, n: 2, of: 3 });
});

test("of the dossier: three plain sentences whose numbers are those of the measures", () => {
	const { sentences, n, placed, segment, moved } = locationSummary(dossier);
	const { incidents } = locateIncidents(dossier);
	expect([n, placed]).toEqual([incidents.length, incidents.filter(({ lat }) => lat !== null).length]);
	const { length_km } = borderRuler(dossier.border);
	const dispersion = segmentDispersion(incidents, dossier.stretches, length_km, dossier.observation);
	const { segments } = countBySegment(incidents, dossier.stretches, length_km, { dispersion });
	expect(segment?.n).toBe(Math.max(...segments.map((row) => row.n)));
	const places = samplePlaces(incidents, dossier);
	const tests = [driftBetweenYears(places)?.p, driftBetweenYears(places, { episodeDays })?.p];
	expect([moved?.p, moved?.p_episodes]).toEqual(tests);
	expect(moved?.significant).toBe(Math.max(...tests.map((p) => p ?? 1)) <= 0.05);
	expect(sentences).toHaveLength(3);
	expect(sentences.flatMap(notPlain)).toEqual([]);
	for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$|^\d.*\.$/u);
});

test("says less where there is less: no crossing, no segment, no position, segments that tie, no incident", () => {
	const bare = (made: Partial<Dossier>) => locationSummary({ ...six, ...made });
	expect(bare({ crossings: [] }).near).toBeNull();
	expect(bare({ stretches: [], border: [] }).segment).toBeNull();
	const coarse = bare({ incidents: six.incidents.filter(({ geo_precision }) => geo_precision === "province") });
	expect(coarse).toMatchObject({ n: 1, placed: 0, near: null, segment: null, moved: null });
	expect(coarse.sentences[0]).toBe("0 of 1 reported incident has a known position on the map.");
	const tie = bare({ incidents: six.incidents.filter(({ incident_id }) => incident_id !== "c-closure") });
	expect(tie.sentences[1]).toBe("No single border segment has most incidents: 2 have 1 each of 2.");
	expect(() => bare({ incidents: [] })).toThrow(NotEnoughDataError);
	expect(() => locationSummary(six, { nearKm: -1 })).toThrow(new RangeError("nearKm must be above 0: -1"));
});
