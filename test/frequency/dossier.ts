import { ownRegion } from "../../src/load/dossier.js";
import type { Claim, Dossier, Incident, Proposition, Source } from "../../src/records/records.js";

/** An incident with every column; a test states what it is about. */
export function incident(fields: Partial<Incident> & { readonly date_start: string }, place = 0): Incident {
	return {
		incident_id: `${fields.date_start}-${place}`,
		date_end: fields.date_start,
		date_precision: "day",
		kind: "armed_clash",
		frontier: "af-ir",
		aggregate: false,
		place: null,
		af_province: null,
		af_district: null,
		ir_province: null,
		ir_county: null,
		lat: null,
		lon: null,
		geo_precision: "border",
		crossing_id: null,
		side_a: null,
		side_b: null,
		summary: "made up for a test",
		...fields,
	};
}

/** A proposition `occurred` with a verdict. */
export function occurred(
	incident_id: string,
	verdict_status: Proposition["verdict_status"],
	verdict_value: boolean | null,
): Proposition {
	return {
		proposition_id: `${incident_id}.occurred`,
		incident_id,
		key: "occurred",
		text: "made up for a test",
		type: "boolean",
		categories: [],
		verdict_status,
		verdict_value,
		verdict_confidence: null,
		verdict_basis: null,
		verdict_decided_on: null,
	};
}

/** A claim of one source on one day. */
export function claim(
	source_id: string,
	published_on: string | null,
	stance: Claim["stance"] = "asserts",
	proposition_id = "p",
): Claim {
	return {
		claim_id: `${proposition_id}.${source_id}.${published_on}.${stance}`,
		proposition_id,
		source_id,
		reported_by: null,
		via_source_id: null,
		stance,
		value: true,
		value_min: null,
		value_max: null,
		published_on,
		basis: "unknown",
		url: null,
		read: "page",
		note: null,
	};
}

/** A source of a country and an alignment. */
export function source(source_id: string, alignment: Source["alignment"], country: string | null = null): Source {
	return {
		source_id,
		name: source_id,
		kind: "other",
		country,
		alignment,
		parent_id: null,
		collective: false,
		url: null,
		note: null,
	};
}

/** A dossier of what is given, observed over a window. */
export function dossierOf(
	incidents: readonly Incident[],
	rest: Partial<Dossier> = {},
	[observed_from, observed_to]: readonly [string, string] = ["2021-01-01", "2021-12-31"],
): Dossier {
	return {
		sources: [],
		incidents,
		propositions: [],
		claims: [],
		verdict_basis: [],
		interests: [],
		readings: [],
		archive: [],
		crossings: [],
		stretches: [],
		places: [],
		observation: { observed_from, observed_to, note: null },
		border: [],
		border_credit: null,
		region: ownRegion(),
		fingerprint: "000000000000",
		...rest,
	};
}
