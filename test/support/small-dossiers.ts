import fc from "fast-check";
import type { Claim, Dossier, Incident, Proposition, Source, VerdictStatus } from "../../src/records/records.js";
import { claim, dossierOf, incident, source } from "../frequency/dossier.js";

/** What a small dossier is made of. */
export interface Parts {
	/** First day of each incident, its kind and its place: a number of `spots`, or `null` for none. */
	readonly incidents: readonly (readonly [day: string, kind: Incident["kind"], spot: number | null])[];
	/** Questions: of which incident, what is asked, the verdict on it. */
	readonly questions: readonly (readonly [of: number, key: string, status: VerdictStatus])[];
	/** Claims: on which question, by which source, how, after how many days, and the answer. */
	readonly claims: readonly (readonly [
		on: number,
		by: number,
		stance: Claim["stance"],
		days: number | null,
		answer: number,
	])[];
	readonly window?: readonly [string, string];
	/** Whether crossings and segments are known. */
	readonly hasAreas?: boolean;
}

/** Places on and near the line of 61° E, known to a point, a village or a district; the last one to a province. */
export const spots = [
	{ lat: 34.5, lon: 61, geo_precision: "exact", crossing_id: "north", af_province: "Northland", af_district: "Upper" },
	{
		lat: 33.1,
		lon: 60.9,
		geo_precision: "locality",
		crossing_id: null,
		af_province: "Northland",
		af_district: "Lower",
	},
	{ lat: 32.2, lon: 61.1, geo_precision: "district", crossing_id: null, af_province: "Southland", af_district: "End" },
	{ lat: null, lon: null, geo_precision: "province", crossing_id: null, af_province: null, af_district: null },
] as const;

const speakers: readonly Source[] = [
	{ ...source("state", "iran_state", "IR"), kind: "state_media" },
	{ ...source("ministry", "taliban", "AF"), kind: "official" },
	{ ...source("paper", "independent", "GB"), kind: "independent_media" },
	{ ...source("people", "unknown"), kind: "eyewitness", collective: true },
];

const areas = {
	crossings: [
		{
			crossing_id: "north",
			name: "North Gate",
			af_name: "East",
			ir_name: "West",
			af_province: "Northland",
			ir_province: "Westland",
			lat: 34.5,
			lon: 61,
			note: null,
		},
	],
	stretches: (
		[
			["upper", "Northland", "Upper", "One", 200, 34.6],
			["lower", "Northland", "Lower", "Two", 100, 33.2],
			["end", "Southland", "End", "Three", 143, 32.2],
		] as const
	).map(([stretch_id, af_province, af_district, ir_county, length_km, mid_lat]) => ({
		stretch_id,
		af_province,
		af_district,
		ir_province: "Westland",
		ir_county,
		length_km,
		mid_lat,
		mid_lon: 61,
	})),
};

const isCount = (key: string) => key !== "occurred";

/** A dossier of such parts, as the loader would give it. */
export function smallDossier({ incidents, questions, claims, window, hasAreas = true }: Parts): Dossier {
	const rows = incidents.map(([date_start, kind, spot], place): Incident => {
		const { crossing_id, ...where } = spots[spot ?? 3] as (typeof spots)[number];
		const at = { ...where, ir_province: spot === null ? null : "Westland", crossing_id: hasAreas ? crossing_id : null };
		return incident({ date_start, date_end: null, kind, place: spot === null ? null : `Place ${spot}`, ...at }, place);
	});
	const asked = questions
		.filter(
			([of], index) =>
				of < rows.length && questions.findIndex(([o, k]) => o === of && k === questions[index]?.[1]) === index,
		)
		.map(([of, key, verdict_status]): Proposition => {
			const { incident_id, date_start } = rows[of] as Incident;
			const isResolved = verdict_status === "confirmed" || verdict_status === "refuted";
			const status = verdict_status === "refuted" && isCount(key) ? "confirmed" : verdict_status;
			return {
				proposition_id: `${incident_id}.${key}`,
				incident_id,
				key,
				text: isCount(key) ? "How many were killed?" : "Did it happen?",
				type: isCount(key) ? "count" : "boolean",
				categories: [],
				verdict_status: status,
				verdict_value: isResolved || status === "announced" ? (isCount(key) ? 2 : status !== "refuted") : null,
				verdict_confidence: null,
				verdict_basis: null,
				verdict_decided_on: isResolved ? date_start : null,
			};
		});
	const said = claims.flatMap(([on, by, stance, days, answer], index): Claim[] => {
		const question = asked[on];
		if (!question) return [];
		const day =
			days === null
				? null
				: `${question.incident_id.slice(0, 8)}${String(Math.min(28, Number(question.incident_id.slice(8, 10)) + days)).padStart(2, "0")}`;
		const value = isCount(question.key) ? answer : answer % 2 === 0;
		return [
			{
				...claim(speakers[by]?.source_id ?? "state", day, stance, question.proposition_id),
				claim_id: `c${index}`,
				value: stance === "denies" ? (isCount(question.key) ? 0 : false) : value,
				via_source_id: stance === "repeats" ? (speakers[(by + 1) % 4]?.source_id ?? null) : null,
			},
		];
	});
	return dossierOf(
		rows,
		{
			sources: speakers,
			propositions: asked,
			claims: said,
			border: [
				[61, 35.5],
				[61, 31.5],
			],
			...(hasAreas ? areas : {}),
		},
		window ?? ["2023-01-01", "2024-12-31"],
	);
}

const days = [
	"2023-02-03",
	"2023-02-03",
	"2023-05-17",
	"2023-11-30",
	"2024-03-01",
	"2024-03-02",
	"2024-08-20",
] as const;
const kinds = ["armed_clash", "cross_border_fire", "closure", "reopening", "crossing_captured"] as const;

/** Small dossiers at random. */
export const smallParts: fc.Arbitrary<Parts> = fc.record({
	incidents: fc.array(
		fc.tuple(
			fc.constantFrom(...days),
			fc.constantFrom(...kinds),
			fc.option(fc.nat({ max: 2 }), { freq: 4, nil: null }),
		),
		{ maxLength: 4 },
	),
	questions: fc.array(
		fc.tuple(
			fc.nat({ max: 3 }),
			fc.constantFrom("occurred", "killed_iran", "killed_civilians"),
			fc.constantFrom<VerdictStatus>("confirmed", "confirmed", "refuted", "contested", "unresolved", "announced"),
		),
		{ maxLength: 5 },
	),
	claims: fc.array(
		fc.tuple(
			fc.nat({ max: 4 }),
			fc.nat({ max: 3 }),
			fc.constantFrom<Claim["stance"]>("asserts", "asserts", "denies", "repeats", "corrects"),
			fc.option(fc.nat({ max: 9 }), { freq: 5, nil: null }),
			fc.nat({ max: 3 }),
		),
		{ maxLength: 8 },
	),
	window: fc.constantFrom(["2023-01-01", "2024-12-31"] as const, ["2023-02-03", "2024-08-20"] as const),
	hasAreas: fc.boolean(),
});
