import fc from "fast-check";
import { expect, test } from "vitest";
import { spotsOf } from "../../src/charts/location/map-hover.js";
import { countIncidents } from "../../src/frequency/counts.js";
import { countByProvince, countBySegment } from "../../src/location/areas.js";
import { countByChainage } from "../../src/location/bins.js";
import { borderRuler } from "../../src/location/chainage.js";
import { countAround } from "../../src/location/crossings.js";
import { frontierEffect } from "../../src/location/frontier-effect.js";
import { locateIncidents } from "../../src/location/incidents.js";
import { reportingSources } from "../../src/location/reporting-sources.js";
import { countKindsBySegment, sharesByYear } from "../../src/location/segment-tables.js";
import { ownDossier as dossier } from "../support/own-figures.js";

const { incidents, excluded } = locateIncidents(dossier);
const { length_km } = borderRuler(dossier.border);
const kinds = countKindsBySegment(incidents, dossier.stretches, length_km);
const shares = sharesByYear(incidents, dossier.stretches, length_km);
const total = (rows: readonly { readonly n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);

test("counts are conserved: provinces, segments, kinds by segment, shares by year and the counts of how often all add up to the same incidents", () => {
	const often = countIncidents(dossier, { by: "year", group: "kind" });
	expect(often.n).toBe(incidents.length);
	expect(total(kinds)).toBe(often.n);
	expect(total(shares)).toBe(often.n);
	const { segments, not_assigned } = countBySegment(incidents, dossier.stretches, length_km);
	expect(total(segments) + not_assigned).toBe(often.n);
	expect(total(countByProvince(incidents, dossier.region))).toBe(2 * often.n);
	expect(total(excluded)).toBe(total(often.excluded));
	for (const kind of often.groups)
		expect(total(kinds.filter((row) => row.kind === kind))).toBe(
			often.rows.filter(({ group }) => group === kind).reduce((sum, { count }) => sum + count, 0),
		);
	for (const { segment_id, n } of segments) expect(total(kinds.filter((row) => row.segment_id === segment_id))).toBe(n);
	for (const year of new Set(shares.map((row) => row.year))) {
		const own = shares.filter((row) => row.year === year);
		expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
		expect(total(own)).toBe(own[0]?.of);
	}
});

test("counts are conserved for any choice of incidents, known as finely or coarsely as may be (60 random dossiers)", () => {
	const precisions = fc.constantFrom("exact", "locality", "district", "province", "border");
	const choice = fc
		.subarray([...dossier.incidents])
		.chain((rows) => fc.tuple(...rows.map((row) => fc.record({ row: fc.constant(row), geo_precision: precisions }))));
	fc.assert(
		fc.property(choice, (rows) => {
			const made = {
				...dossier,
				incidents: rows.map(({ row, geo_precision }) => ({ ...row, geo_precision }) as typeof row),
			};
			const located = locateIncidents(made);
			const n = located.incidents.length;
			const counts = countBySegment(located.incidents, made.stretches, length_km);
			const placed = located.incidents.filter(({ lat }) => lat !== null).length;
			const drawn = spotsOf(located.incidents).reduce((sum, { all }) => sum + all.length, 0);
			const { n: often } = countIncidents(made, { by: "month" });
			return (
				n + total(located.excluded) === rows.length &&
				often === n &&
				total(counts.segments) + counts.not_assigned === n &&
				total(countKindsBySegment(located.incidents, made.stretches, length_km)) === n &&
				total(sharesByYear(located.incidents, made.stretches, length_km, { minimum: 5 })) === n &&
				total(countByProvince(located.incidents, dossier.region)) === 2 * n &&
				total(countByChainage(located.incidents, length_km)) === placed &&
				drawn === placed
			);
		}),
		{ numRuns: 60, seed: 5 },
	);
});

test("incidents not asked for are excluded and counted", () => {
	const firm = locateIncidents(dossier, { where: ({ geo_precision }) => geo_precision === "exact" });
	expect(firm.incidents.length + total(firm.excluded)).toBe(dossier.incidents.length);
	expect(firm.excluded.find(({ reason }) => reason === "filtered_out")?.n).toBe(
		incidents.filter(({ geo_precision }) => geo_precision !== "exact").length,
	);
});

test("who reports an incident is every source with a claim on it, those with most claims first (by counting the rows of claims.csv)", () => {
	const told = reportingSources(dossier);
	for (const { incident_id } of dossier.incidents) {
		const own = new Set(
			dossier.propositions.filter((row) => row.incident_id === incident_id).map((row) => row.proposition_id),
		);
		const claims = dossier.claims.filter(({ proposition_id }) => own.has(proposition_id));
		expect(told.get(incident_id)?.length).toBe(new Set(claims.map(({ source_id }) => source_id)).size);
		const first = dossier.sources.find(({ name }) => name === told.get(incident_id)?.[0]);
		const counts = claims.map((one) => claims.filter(({ source_id }) => source_id === one.source_id).length);
		expect(claims.filter(({ source_id }) => source_id === first?.source_id).length).toBe(Math.max(...counts));
	}
});

test("a share has Wilson's limits (5 of 22: .1012 to .4344, by his formula)", () => {
	const row = shares.find(({ n, of }) => n === 5 && of === 22);
	expect(row?.low).toBeCloseTo(0.1012, 3);
	expect(row?.high).toBeCloseTo(0.4344, 3);
});

test("rings around a crossing: exact at 3 km, to 5 km at 3 km, to 25 km at 10 km, by hand", () => {
	const near = { nearest_crossing_id: "zaranj-milak" };
	const made = [
		{ ...near, crossing_distance_km: 3, radius_km: 1 },
		{ ...near, crossing_distance_km: 3, radius_km: 5 },
		{ ...near, crossing_distance_km: 10, radius_km: 25 },
		{ nearest_crossing_id: null, crossing_distance_km: null, radius_km: null },
	].map((place) => ({ ...(incidents[0] as (typeof incidents)[number]), ...place }));
	const [inner, outer] = countAround(made, dossier).filter(({ crossing_id }) => crossing_id === "zaranj-milak");
	expect(inner).toMatchObject({ from_km: 0, to_km: 5, at_least: 1, as_placed: 2, at_most: 3 });
	expect(outer).toMatchObject({ from_km: 5, to_km: 25, at_least: 0, as_placed: 1, at_most: 2 });
	expect(() => countAround(made, dossier, [25, 5])).toThrow("edges must rise from above 0 km: 25,5");
});

test("what is on the Iran–Pakistan border is counted apart and never into the line: 9 incidents, 6 of them shootings of civilians (data/README.md, by hand)", () => {
	const [all, ...byKind] = frontierEffect(dossier);
	expect(all).toEqual({ kind: null, on_line: incidents.length, other_border: 9, both: incidents.length + 9 });
	expect(byKind.find(({ kind }) => kind === "shooting_of_civilians")?.other_border).toBe(6);
	expect(byKind.reduce((sum, row) => sum + row.on_line, 0)).toBe(all?.on_line);
	expect(byKind.reduce((sum, row) => sum + row.other_border, 0)).toBe(all?.other_border);
});
