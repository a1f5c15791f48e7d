/**
 * What one row of each table is.
 *
 * Field names are the CSV headers. A blank cell is `null`, never `0`, `""` or `NaN`. Dates are ISO
 * strings (`YYYY-MM-DD`); only `calendar/` does arithmetic on them. `data/README.md` explains each
 * column.
 */

import type { Region } from "./region.js";
import type {
	Alignment,
	ClaimBasis,
	CoordStatus,
	DatePrecision,
	Favours,
	GeoPrecision,
	IncidentKind,
	PlaceKind,
	PropositionType,
	Reading,
	SourceKind,
	Stance,
	VerdictConfidence,
	VerdictStatus,
} from "./word-lists.js";

export * from "./region.js";
export * from "./word-lists.js";

/** Something that happened, or is alleged to have happened. */
export interface Incident {
	readonly incident_id: string;
	readonly date_start: string;
	readonly date_end: string | null;
	readonly date_precision: DatePrecision;
	readonly kind: IncidentKind;
	/** Which border it is on, by a code of the region; only this border's are counted. */
	readonly frontier: string;
	/** An aggregate report over several months; its casualty figures overlap with single incidents, so never add them. */
	readonly aggregate: boolean;
	readonly place: string | null;
	readonly af_province: string | null;
	readonly af_district: string | null;
	readonly ir_province: string | null;
	readonly ir_county: string | null;
	/** WGS84 degrees north. */
	readonly lat: number | null;
	/** WGS84 degrees east. */
	readonly lon: number | null;
	readonly geo_precision: GeoPrecision;
	readonly crossing_id: string | null;
	readonly side_a: string | null;
	readonly side_b: string | null;
	readonly summary: string;
}

/** One question about one incident, and the coder's judgement of it. */
export interface Proposition {
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly key: string;
	readonly text: string;
	readonly type: PropositionType;
	/** Every slug in use, in the order of the file; empty unless `type` is `category`. */
	readonly categories: readonly string[];
	readonly verdict_status: VerdictStatus;
	readonly verdict_value: Value | null;
	readonly verdict_confidence: VerdictConfidence | null;
	readonly verdict_basis: string | null;
	readonly verdict_decided_on: string | null;
}

/** An answer: true or false, a whole number, or a slug, by the proposition's type. */
export type Value = boolean | number | string;

/** One source's answer to one proposition on one day. */
export interface Claim {
	readonly claim_id: string;
	readonly proposition_id: string;
	/** Who asserts it. */
	readonly source_id: string;
	/** Whose page was read, where it is not the source itself. */
	readonly reported_by: string | null;
	/** The wire or outlet whose text that page carries. */
	readonly via_source_id: string | null;
	readonly stance: Stance;
	readonly value: Value | null;
	readonly value_min: number | null;
	readonly value_max: number | null;
	readonly published_on: string | null;
	readonly basis: ClaimBasis;
	readonly url: string | null;
	readonly read: Reading;
	readonly note: string | null;
}

/** Whoever asserts: an outlet, an institution, a person, or a label for several speakers. */
export interface Source {
	readonly source_id: string;
	readonly name: string;
	readonly kind: SourceKind;
	/** ISO 3166-1 alpha-2. */
	readonly country: string | null;
	readonly alignment: Alignment;
	/** The institution that this person, office or service represents. */
	readonly parent_id: string | null;
	/** A label for several speakers: shown, never scored as one source. */
	readonly collective: boolean;
	readonly url: string | null;
	readonly note: string | null;
}

/** A decisive claim of a verdict: without it the verdict would change. */
export interface VerdictBasis {
	readonly proposition_id: string;
	readonly claim_id: string;
}

/**
 * What one reader made of one question, from the claims alone. The verdict of the proposition is the final one, after the
 * readers were compared: it is nobody's reading.
 */
export interface VerdictReading {
	readonly proposition_id: string;
	/** Who read, as a slug such as `reader-1`. */
	readonly reader: string;
	readonly verdict_status: VerdictStatus;
	readonly verdict_value: Value | null;
	readonly verdict_confidence: VerdictConfidence | null;
	readonly read_on: string | null;
}

/** Whose interest a value serves. For a count, `value` is `higher` or `lower`. */
export interface Interest {
	readonly proposition_id: string;
	readonly value: Value;
	readonly favours: Favours;
}

/** An official crossing of the border. */
export interface Crossing {
	readonly crossing_id: string;
	readonly name: string;
	readonly af_name: string;
	readonly ir_name: string;
	readonly af_province: string;
	readonly ir_province: string;
	readonly lat: number;
	readonly lon: number;
	readonly note: string | null;
}

/** A border segment, where one area of one side faces one of the other; in the direction of the line. */
export interface Stretch {
	readonly stretch_id: string;
	readonly af_province: string;
	readonly af_district: string;
	readonly ir_province: string;
	readonly ir_county: string;
	readonly length_km: number;
	readonly mid_lat: number;
	readonly mid_lon: number;
}

/** A place near the border and the names it goes by. */
export interface Place {
	readonly place_id: string;
	readonly name: string;
	/** Other spellings in Latin letters. */
	readonly other_names: readonly string[];
	/** Spellings in Persian, Dari and Pashto. */
	readonly names_fa: readonly string[];
	readonly kind: PlaceKind;
	/** ISO 3166-1 alpha-2; two for a crossing. */
	readonly country: readonly string[];
	readonly admin1: readonly string[];
	readonly admin2: readonly string[];
	readonly lat: number | null;
	readonly lon: number | null;
	readonly coord_status: CoordStatus;
	readonly precision_km: number | null;
	readonly source: string | null;
	readonly note: string | null;
}

/** The period that the coders searched; outside it nothing is known. */
export interface Observation {
	readonly observed_from: string;
	readonly observed_to: string;
	readonly note: string | null;
}

/** A copy of a page in a web archive. */
export interface ArchivedPage {
	/** The page, as claims name it. */
	readonly url: string;
	readonly archived_url: string;
	/** SHA-256 of the copy, 64 hexadecimal digits. */
	readonly sha256: string | null;
	readonly archived_on: string | null;
}

/** The border line as drawn in `border.geojson`: [longitude, latitude]; empty where there is none. */
export type BorderLine = readonly (readonly [number, number])[];

/** All tables of a data folder, checked. */
export interface Dossier {
	readonly sources: readonly Source[];
	readonly incidents: readonly Incident[];
	readonly propositions: readonly Proposition[];
	readonly claims: readonly Claim[];
	readonly verdict_basis: readonly VerdictBasis[];
	readonly interests: readonly Interest[];
	readonly crossings: readonly Crossing[];
	readonly stretches: readonly Stretch[];
	readonly places: readonly Place[];
	readonly observation: Observation;
	/** Empty where no reading is stored: the table is optional. */
	readonly readings: readonly VerdictReading[];
	/** Copies of pages in web archives; empty where none is stored: the table is optional. */
	readonly archive: readonly ArchivedPage[];
	readonly border: BorderLine;
	/** Who drew the line, and its licence; `null` where the file does not say. */
	readonly border_credit: string | null;
	/** Names and codes of the border and its sides. */
	readonly region: Region;
	/** First twelve hexadecimal digits of the SHA-256 over every input file that is there, in a fixed order. */
	readonly fingerprint: string;
	/** Grid to which `coarsenDossier` moved every point, in degrees; absent where points are as they were coded. */
	readonly grid_degrees?: number;
	/** What `filterDossier` was asked for; absent where the dossier is whole. */
	readonly filter?: AppliedFilter;
}

/** A filter that was applied to a dossier. */
export interface AppliedFilter {
	/** What was asked, in words: `event type armed clash; from 1 January 2023`. */
	readonly text: string;
	/** Incidents of the whole dossier, and how many of them the filter excluded; of several filters, all together. */
	readonly incidents: number;
	readonly excluded: number;
	/** Every province that the whole dossier names: a further filter may ask for one of which nothing is left. */
	readonly provinces?: readonly string[];
	/** Claims and sources of the whole dossier: a source that reported on anything counts for source coverage. */
	readonly whole?: Pick<Dossier, "claims" | "sources">;
}
