import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidentStatuses } from "../../src/claims/incident-status.js";
import { sides } from "../../src/claims/sides.js";
import { loadDossier } from "../../src/load/dossier.js";
import { filterDossier } from "../../src/load/filter.js";
import type { DossierFilter } from "../../src/load/filter-options.js";
import { type Dossier, frontiersOf, incidentKinds } from "../../src/records/records.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));
const own = loadDossier();
const ids = (dossier: Dossier) => dossier.incidents.map(({ incident_id }) => incident_id);
const sourceIds = (dossier: Dossier) => dossier.sources.map(({ source_id }) => source_id);

/** Ids that lead to no row; none is as it should be. */
function dangling(dossier: Dossier): string[] {
	const known = {
		incidents: new Set(ids(dossier)),
		questions: new Set(dossier.propositions.map((row) => row.proposition_id)),
		claims: new Set(dossier.claims.map((row) => row.claim_id)),
		sources: new Set(sourceIds(dossier)),
		crossings: new Set(dossier.crossings.map((row) => row.crossing_id)),
	};
	const missing = (set: Set<string>, asked: readonly (string | null)[]) =>
		asked.flatMap((id) => (id === null || set.has(id) ? [] : [id]));
	return [
		...missing(
			known.incidents,
			dossier.propositions.map((row) => row.incident_id),
		),
		...missing(
			known.crossings,
			dossier.incidents.map((row) => row.crossing_id),
		),
		...missing(
			known.questions,
			dossier.claims.map((row) => row.proposition_id),
		),
		...missing(
			known.questions,
			dossier.interests.map((row) => row.proposition_id),
		),
		...missing(
			known.questions,
			dossier.verdict_basis.map((row) => row.proposition_id),
		),
		...missing(
			known.claims,
			dossier.verdict_basis.map((row) => row.claim_id),
		),
		...missing(
			known.sources,
			dossier.claims.flatMap((row) => [row.source_id, row.reported_by, row.via_source_id]),
		),
		...missing(
			known.sources,
			dossier.sources.map((row) => row.parent_id),
		),
	];
}

describe("six incidents, by hand", () => {
	test.each<[DossierFilter, string[]]>([
		[{ incident_id: "b-fire" }, ["b-fire"]],
		[{ incident_id: ["f-raid", "a-clash"] }, ["a-clash", "f-raid"]],
		[{ kind: "armed_clash" }, ["a-clash"]],
		[{ kind: ["armed_clash", "closure"] }, ["a-clash", "c-closure"]],
		[{ from: "2022-01-20", to: "2022-05-01" }, ["b-fire", "c-closure", "d-shooting"]],
		[{ from: "2022-01-21" }, ["c-closure", "d-shooting", "e-tally", "f-raid"]],
		[{ crossing_id: "north-gate" }, ["c-closure"]],
		[{ crossing_id: "south-gate" }, []],
		[{ province: "northland" }, ["a-clash", "b-fire", "c-closure", "d-shooting"]],
		[{ province: "North\u200bland\u00a0" }, ["a-clash", "b-fire", "c-closure", "d-shooting"]],
		[{ province: ["WESTLAND"] }, ["a-clash", "b-fire", "c-closure", "f-raid"]],
		[{ side: "iran_state" }, ["a-clash", "b-fire", "c-closure", "d-shooting"]],
		[{ side: "third_party" }, ["a-clash", "b-fire", "f-raid"]],
		[{ side: "afghan_republic" }, []],
		[{ frontier: "ir-pk" }, ["f-raid"]],
		[{ min_sources: 1 }, ["a-clash", "b-fire", "c-closure", "d-shooting", "f-raid"]],
		[{ min_sources: 3 }, ["a-clash", "b-fire", "c-closure"]],
		[{ min_sources: 5 }, ["b-fire"]],
		[{ status: "confirmed" }, ["a-clash"]],
		[{ status: ["refuted", "not_asked"] }, ["b-fire", "c-closure", "d-shooting", "e-tally", "f-raid"]],
		[{ where: ({ aggregate }) => aggregate }, ["e-tally"]],
		[{ kind: "armed_clash", province: "Northland", where: () => false }, []],
	])("%o", (filter, kept) => expect(ids(filterDossier(six, filter))).toEqual(kept));

	test("the rows of b-fire alone: its question, five claims, decisive claim, interests, sources with the ministry above", () => {
		const { propositions, claims, verdict_basis, interests, ...rest } = filterDossier(six, {
			kind: "cross_border_fire",
		});
		expect(propositions.map((row) => row.proposition_id)).toEqual(["b.killed_civilians"]);
		expect(claims.map((row) => row.claim_id)).toEqual(["c10", "c11", "c12", "c13", "c14"]);
		expect(verdict_basis).toEqual([{ proposition_id: "b.killed_civilians", claim_id: "c12" }]);
		expect(interests.map((row) => row.value)).toEqual(["higher", "lower"]);
		expect(rest.sources.map((row) => row.source_id)).toEqual([
			"local-paper",
			"ministry",
			"relay-a",
			"spokesman",
			"state-agency",
		]);
		expect([rest.crossings, rest.stretches, rest.places, rest.border]).toEqual([
			six.crossings,
			six.stretches,
			six.places,
			six.border,
		]);
		expect(rest.fingerprint).toBe(six.fingerprint);
	});

	test("an institution stays with those that speak for it, though it made no claim", () => {
		const kept = filterDossier(six, { kind: "armed_clash" });
		expect(kept.claims.some((row) => row.source_id === "ministry")).toBe(false);
		expect(sourceIds(kept)).toContain("ministry");
	});

	test("says in words what was asked, and counts against the whole dossier, filter after filter", () => {
		const first = filterDossier(six, { from: "2022-01-15", frontier: "af-ir" });
		expect(first.filter).toMatchObject({
			text: "from 15 January 2022; Afghanistan–Iran border",
			incidents: 6,
			excluded: 2,
		});
		const second = filterDossier(first, { crossing_id: "north-gate", min_sources: 2, side: ["taliban", "iran_state"] });
		expect(second.filter).toMatchObject({
			text: "from 15 January 2022; Afghanistan–Iran border; crossing North Gate; claims by Taliban or Iranian state; at least 2 original sources",
			incidents: 6,
			excluded: 5,
		});
	});

	test("narrows the observed period, and never widens it", () => {
		expect(filterDossier(six, { from: "2022-02-01", to: "2022-06-30" }).observation).toMatchObject({
			observed_from: "2022-02-01",
			observed_to: "2022-06-30",
		});
		expect(filterDossier(six, { from: "2020-01-01", to: "2030-01-01" }).observation).toEqual(six.observation);
	});

	test("no entry, no filter", () => {
		expect(filterDossier(six, {})).toBe(six);
		expect(filterDossier(six, {}).filter).toBeUndefined();
	});

	test("a province of which nothing is left is still known to the next filter", () => {
		const bare = { ...six, crossings: [], stretches: [], places: [] };
		const none = filterDossier(filterDossier(bare, { kind: "incursion" }), { province: "Northland" });
		expect(none.incidents).toEqual([]);
	});
});

describe("what cannot be meant is told with what is near", () => {
	test.each<[object, string]>([
		[{ kind: "armed_clsh" }, "unknown event type: armed_clsh (did you mean armed_clash?)"],
		[{ kind: ["closure", "reopenin"] }, "unknown event type: reopenin (did you mean reopening?)"],
		[{ incident_id: "a-clsh" }, "unknown incident: a-clsh (did you mean a-clash?)"],
		[{ knd: "closure" }, "unknown filter: knd (did you mean kind?)"],
		[{ crossing_id: "north-gte" }, "unknown crossing: north-gte (did you mean north-gate?)"],
		[{ province: "Norhtland" }, "unknown province: Norhtland (did you mean Northland?)"],
		[{ side: "iran" }, "unknown side: iran (did you mean iran_state?)"],
		[{ frontier: "ir-af" }, "unknown border: ir-af (did you mean ir-pk?)"],
		[{ status: "confirmd" }, "unknown status: confirmd (did you mean confirmed?)"],
		[{ status: [] }, "no status in the list: without this entry all are kept"],
		[{ from: "2022-13-01" }, "from is not a day: 2022-13-01 (write it as 2023-01-31)"],
		[{ to: 2022 }, "to is not a day: 2022 (write it as 2023-01-31)"],
		[{ from: "2022-05-01", to: "2022-04-01" }, "from is after to: 2022-05-01, 2022-04-01"],
		[
			{ from: "2023-01-01" },
			"from is after the observed period: 2023-01-01 (the dossier is observed from 2022-01-01 to 2022-12-31)",
		],
		[
			{ to: "2021-12-31" },
			"to is before the observed period: 2021-12-31 (the dossier is observed from 2022-01-01 to 2022-12-31)",
		],
		[{ min_sources: 0 }, "min_sources is not a whole number of at least 1: 0"],
		[{ min_sources: 1.5 }, "min_sources is not a whole number of at least 1: 1.5"],
		[{ where: "aggregate" }, "where is not a function of an incident: aggregate"],
	])("%o", (filter, message) =>
		expect(() => filterDossier(six, filter as DossierFilter)).toThrow(new RangeError(message)),
	);
});

const oneOrMore = <Value>(values: readonly Value[]) =>
	fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1 }));
const filters = (dossier: Dossier) =>
	fc.record(
		{
			kind: oneOrMore(incidentKinds),
			crossing_id: oneOrMore(dossier.crossings.map((row) => row.crossing_id)),
			province: oneOrMore([...new Set(dossier.crossings.flatMap((row) => [row.af_province, row.ir_province]))]),
			side: oneOrMore(sides),
			frontier: oneOrMore(frontiersOf(six.region)),
			min_sources: fc.integer({ min: 1, max: 6 }),
			status: oneOrMore(incidentStatuses),
			where: fc.constant(({ place }: { readonly place: string | null }) => place !== null),
		},
		{ requiredKeys: [] },
	) as fc.Arbitrary<DossierFilter>;

describe.each([
	["six incidents", six],
	["the kit's own data", own],
])("whatever is asked of %s", (_, dossier) => {
	test("no id leads nowhere, and every row of a kept incident stays as it was", () => {
		fc.assert(
			fc.property(filters(dossier), (filter) => {
				const kept = filterDossier(dossier, filter);
				expect(dangling(kept)).toEqual([]);
				const left = new Set(ids(kept));
				const questions = dossier.propositions.filter((row) => left.has(row.incident_id));
				const asked = new Set(questions.map((row) => row.proposition_id));
				const of = <Row extends { readonly proposition_id: string }>(rows: readonly Row[]) =>
					rows.filter((row) => asked.has(row.proposition_id));
				expect(kept.propositions).toEqual(questions);
				expect(kept.claims).toEqual(of(dossier.claims));
				expect(kept.verdict_basis).toEqual(of(dossier.verdict_basis));
				expect(kept.interests).toEqual(of(dossier.interests));
				if (kept.filter) expect(kept.filter.excluded + kept.incidents.length).toBe(dossier.incidents.length);
			}),
			{ numRuns: 60 },
		);
	});

	test("one filter after the other keeps the rows of both at once", () => {
		fc.assert(
			fc.property(filters(dossier), filters(dossier), (a, b) => {
				const clashing = Object.keys(a).filter((name) => name in b);
				const apart = Object.fromEntries(Object.entries(b).filter(([name]) => !clashing.includes(name)));
				const { filter: asked, ...nested } = filterDossier(filterDossier(dossier, a), apart);
				const { filter: askedAtOnce, ...atOnce } = filterDossier(dossier, { ...a, ...apart });
				expect(nested).toEqual(atOnce);
				expect(asked?.excluded).toBe(askedAtOnce?.excluded);
			}),
			{ numRuns: 60 },
		);
	});
});

test("the data of the dossier name incidents that each entry tells apart (the tests above could fail)", () => {
	for (const filter of [
		{ side: "taliban" },
		{ min_sources: 5 },
		{ status: "confirmed" },
		{ frontier: "ir-pk" },
	] as const) {
		const { length } = filterDossier(own, filter).incidents;
		expect(length).toBeGreaterThan(0);
		expect(length).toBeLessThan(own.incidents.length);
	}
});
