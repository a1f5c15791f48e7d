/** Every closed list of values in the tables, once; `data/README.md` explains each value. */

/** How well the day of an incident is known. */
export const datePrecisions = ["day", "week", "month"] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** What happened, by its main act. */
export const incidentKinds = [
	"crossing_captured",
	"armed_clash",
	"cross_border_fire",
	"incursion",
	"shooting_of_civilians",
	"detention",
	"closure",
	"reopening",
	"smuggling_clash",
	"infrastructure_dispute",
	"armed_group_attack",
	"other",
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** How finely the place of an incident is known, finest first. */
export const geoPrecisions = ["exact", "locality", "district", "province", "border"] as const;
export type GeoPrecision = (typeof geoPrecisions)[number];

/** What kind of answer a proposition takes. */
export const propositionTypes = ["boolean", "count", "category"] as const;
export type PropositionType = (typeof propositionTypes)[number];

/** Verdict on a question; only `confirmed` and `refuted` are resolved. */
export const verdictStatuses = ["confirmed", "refuted", "announced", "contested", "unresolved"] as const;
export type VerdictStatus = (typeof verdictStatuses)[number];

/** How sure the coder is of a verdict. */
export const verdictConfidences = ["high", "moderate", "low"] as const;
export type VerdictConfidence = (typeof verdictConfidences)[number];

/** What a claim does with its value. */
export const stances = ["asserts", "denies", "repeats", "corrects"] as const;
export type Stance = (typeof stances)[number];

/** What the source of a claim relies on. */
export const claimBases = [
	"official_statement",
	"eyewitness",
	"anonymous_source",
	"video",
	"document",
	"medical",
	"own_reporting",
	"unknown",
] as const;
export type ClaimBasis = (typeof claimBases)[number];

/** Whether a claim was read on the source's own page or quoted on another. */
export const readings = ["page", "quoted"] as const;
export type Reading = (typeof readings)[number];

/** What a source is. */
export const sourceKinds = [
	"state_media",
	"official",
	"local_official",
	"wire",
	"independent_media",
	"exile_media",
	"journalist",
	"social_media",
	"monitor",
	"fact_checker",
	"eyewitness",
	"medical",
	"aggregator",
	"other",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Whose position a source is closest to. */
export const alignments = [
	"iran_state",
	"taliban",
	"afghan_republic",
	"resistance",
	"iran_opposition",
	"independent",
	"us",
	"pakistan",
	"other",
	"unknown",
] as const;
export type Alignment = (typeof alignments)[number];

/** Whose interest a value serves in the contest of the two states. */
export const favoured = ["iran_state", "taliban", "afghan_republic", "both", "none"] as const;
export type Favours = (typeof favoured)[number];

/** What kind of place a gazetteer row is. */
export const placeKinds = [
	"city",
	"town",
	"village",
	"locality",
	"district",
	"county",
	"border_crossing",
	"border_terminal",
	"border_post",
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Where the point of a place comes from: a gazetteer, a map, the centre of an area, a neighbouring place, or nowhere. */
export const coordStatuses = ["gazetteer", "third_party_point", "centroid", "proxy", "unknown"] as const;
export type CoordStatus = (typeof coordStatuses)[number];
