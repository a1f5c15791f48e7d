import {
	type ArchivedPage,
	alignments,
	type Claim,
	type Crossing,
	claimBases,
	coordStatuses,
	datePrecisions,
	favoured,
	geoPrecisions,
	type Incident,
	type Interest,
	incidentKinds,
	type Observation,
	type Place,
	type Proposition,
	placeKinds,
	propositionTypes,
	readings,
	type Source,
	type Stretch,
	sourceKinds,
	stances,
	type VerdictBasis,
	type VerdictReading,
	verdictConfidences,
	verdictStatuses,
} from "../records/records.js";
import {
	answerText,
	count,
	countries,
	country,
	day,
	type Fields,
	flag,
	hash,
	id,
	key,
	list,
	needed,
	optional,
	slugs,
	text,
	url,
	within,
	word,
} from "./cells.js";

/** A row whose answers are still text: what they must be depends on the proposition. */
export type WithTextAnswer<Row, Key extends keyof Row> = Omit<Row, Key> & Readonly<Record<Key, string | null>>;
export type TextProposition = WithTextAnswer<Proposition, "verdict_value">;
export type TextClaim = WithTextAnswer<Claim, "value">;
export type TextReading = WithTextAnswer<VerdictReading, "verdict_value">;
export type TextInterest = Omit<Interest, "value"> & { readonly value: string };

const sources: Fields<Source> = {
	source_id: needed(id),
	name: needed(text),
	kind: needed(word(sourceKinds)),
	country: optional(country),
	alignment: needed(word(alignments)),
	parent_id: optional(id),
	collective: needed(flag),
	url: optional(url),
	note: optional(text),
};

const incidents: Fields<Incident> = {
	incident_id: needed(id),
	date_start: needed(day),
	date_end: optional(day),
	date_precision: needed(word(datePrecisions)),
	kind: needed(word(incidentKinds)),
	// One of the codes of the region: fields.ts.
	frontier: needed(id),
	aggregate: needed(flag),
	place: optional(text),
	af_province: optional(text),
	af_district: optional(text),
	ir_province: optional(text),
	ir_county: optional(text),
	lat: optional(within(-90, 90)),
	lon: optional(within(-180, 180)),
	geo_precision: needed(word(geoPrecisions)),
	crossing_id: optional(id),
	side_a: optional(text),
	side_b: optional(text),
	summary: needed(text),
};

const propositions: Fields<TextProposition> = {
	proposition_id: needed(id),
	incident_id: needed(id),
	key: needed(key),
	text: needed(text),
	type: needed(word(propositionTypes)),
	categories: slugs,
	verdict_status: needed(word(verdictStatuses)),
	verdict_value: optional(answerText),
	verdict_confidence: optional(word(verdictConfidences)),
	verdict_basis: optional(text),
	verdict_decided_on: optional(day),
};

const claims: Fields<TextClaim> = {
	claim_id: needed(id),
	proposition_id: needed(id),
	source_id: needed(id),
	reported_by: optional(id),
	via_source_id: optional(id),
	stance: needed(word(stances)),
	value: optional(answerText),
	value_min: optional(count),
	value_max: optional(count),
	published_on: optional(day),
	basis: needed(word(claimBases)),
	url: optional(url),
	read: needed(word(readings)),
	note: optional(text),
};

const verdict_basis: Fields<VerdictBasis> = { proposition_id: needed(id), claim_id: needed(id) };

const interests: Fields<TextInterest> = {
	proposition_id: needed(id),
	value: needed(answerText),
	favours: needed(word(favoured)),
};

const crossings: Fields<Crossing> = {
	crossing_id: needed(id),
	name: needed(text),
	af_name: needed(text),
	ir_name: needed(text),
	af_province: needed(text),
	ir_province: needed(text),
	lat: needed(within(-90, 90)),
	lon: needed(within(-180, 180)),
	note: optional(text),
};

const stretches: Fields<Stretch> = {
	stretch_id: needed(id),
	af_province: needed(text),
	af_district: needed(text),
	ir_province: needed(text),
	ir_county: needed(text),
	length_km: needed(within(0, 10_000)),
	mid_lat: needed(within(-90, 90)),
	mid_lon: needed(within(-180, 180)),
};

const places: Fields<Place> = {
	place_id: needed(id),
	name: needed(text),
	other_names: list,
	names_fa: list,
	kind: needed(word(placeKinds)),
	country: countries,
	admin1: list,
	admin2: list,
	lat: optional(within(-90, 90)),
	lon: optional(within(-180, 180)),
	coord_status: needed(word(coordStatuses)),
	precision_km: optional(within(0, 1_000)),
	source: needed(text),
	note: optional(text),
};

const observation: Fields<Observation> = {
	observed_from: needed(day),
	observed_to: needed(day),
	note: optional(text),
};

const readingFields: Fields<TextReading> = {
	proposition_id: needed(id),
	reader: needed(id),
	verdict_status: needed(word(verdictStatuses)),
	verdict_value: optional(text),
	verdict_confidence: optional(word(verdictConfidences)),
	read_on: optional(day),
};

const archive: Fields<ArchivedPage> = {
	url: needed(url),
	archived_url: needed(url),
	sha256: optional(hash),
	archived_on: optional(day),
};

/** Every table of a data folder, by file stem, with its columns in the order of the file. */
export const tables = {
	sources,
	incidents,
	propositions,
	claims,
	verdict_basis,
	interests,
	crossings,
	stretches,
	places,
	observation,
	readings: readingFields,
	archive,
};
export type TableName = keyof typeof tables;

/** Tables that are written only where they have rows; a folder can do without any table but incidents. */
export const optionalTables: readonly TableName[] = ["readings", "archive"];

/** The row that a table's fields give. */
export type RowOf<Name extends TableName> = (typeof tables)[Name] extends Fields<infer Row> ? Row : never;
