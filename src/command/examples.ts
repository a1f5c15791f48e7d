import { ownRegion } from "../load/dossier.js";
import type { RowOf, TableName } from "../load/tables.js";
import type { Dossier } from "../records/records.js";

type TextRow<Name extends TableName> = Partial<Readonly<Record<keyof RowOf<Name>, string>>>;

const mark = "example-";
const invented = "Invented example";

/** One invented row a table, as text: it shows how each column is filled, and none can be mistaken for a fact. */
export const exampleRows: { readonly [Name in Exclude<TableName, "readings" | "archive">]: TextRow<Name> } = {
	sources: {
		source_id: "example-source",
		name: "Example News Agency",
		kind: "independent_media",
		alignment: "unknown",
		collective: "false",
		url: "https://example.org/",
		note: `${invented}: who says or reports something.`,
	},
	incidents: {
		incident_id: "example-incident",
		date_start: "2024-05-01",
		date_end: "2024-05-01",
		date_precision: "day",
		kind: "armed_clash",
		frontier: ownRegion().code,
		aggregate: "false",
		place: "Example Post",
		af_province: "Example Province",
		af_district: "Example District",
		ir_province: "Example Ostan",
		ir_county: "Example County",
		lat: "32.5",
		lon: "60.9",
		geo_precision: "locality",
		crossing_id: "example-crossing",
		summary: `${invented}: what happened, or is said to have, in a sentence.`,
	},
	propositions: {
		proposition_id: "example-incident.occurred",
		incident_id: "example-incident",
		key: "occurred",
		text: `${invented}: did it happen?`,
		type: "boolean",
		verdict_status: "unresolved",
		verdict_value: "true",
		verdict_confidence: "low",
		verdict_basis: "A single source says so.",
	},
	claims: {
		claim_id: "example-incident.occurred.c01",
		proposition_id: "example-incident.occurred",
		source_id: "example-source",
		stance: "asserts",
		value: "true",
		published_on: "2024-05-02",
		basis: "own_reporting",
		url: "https://example.org/news/1",
		read: "page",
		note: `${invented}: one source's answer to one question.`,
	},
	verdict_basis: { proposition_id: "example-incident.occurred", claim_id: "example-incident.occurred.c01" },
	interests: { proposition_id: "example-incident.occurred", value: "true", favours: "none" },
	crossings: {
		crossing_id: "example-crossing",
		name: "Example Gate",
		af_name: "Example Gate (east)",
		ir_name: "Example Gate (west)",
		af_province: "Example Province",
		ir_province: "Example Ostan",
		lat: "32.5",
		lon: "60.9",
		note: `${invented}: an official crossing.`,
	},
	stretches: {
		stretch_id: "example-stretch",
		af_province: "Example Province",
		af_district: "Example District",
		ir_province: "Example Ostan",
		ir_county: "Example County",
		length_km: "40",
		mid_lat: "32.5",
		mid_lon: "60.9",
	},
	places: {
		place_id: "example-place",
		name: "Example Post",
		other_names: "Example Outpost|Example Tower",
		kind: "border_post",
		country: ownRegion().sides[0].code,
		admin1: "Example Province",
		admin2: "Example District",
		lat: "32.5",
		lon: "60.9",
		coord_status: "proxy",
		precision_km: "5",
		source: "made up",
		note: `${invented}: a place named in reports.`,
	},
	observation: {
		observed_from: "2024-01-01",
		observed_to: "2024-12-31",
		note: `${invented}: put here the first and the last day that you searched.`,
	},
};

/** How many rows of a dossier are still the invented examples. */
export function countExamples({ observation, ...dossier }: Dossier): number {
	const rows = Object.values(dossier).flatMap((value) => (Array.isArray(value) ? (value as readonly object[]) : []));
	const marked = rows.filter((row) => String(Object.values(row)[0]).startsWith(mark));
	return marked.length + (observation.note?.startsWith(invented) ? 1 : 0);
}

/** The sentence that says so, or `null` where there is none. */
export function examplesNote(dossier: Dossier): string | null {
	const count = countExamples(dossier);
	if (count === 0) return null;
	const rows = count === 1 ? "1 row is still an invented example" : `${count} rows are still invented examples`;
	return `${rows} from init: delete them before you read the charts`;
}
