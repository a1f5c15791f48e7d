import type { Claim, Dossier, Incident, Proposition, Source, SourceKind, Value } from "../records/records.js";
import { finerNames } from "./finer-names.js";
import { districtKm, finestKm } from "./precision.js";

/**
 * A dossier that is safe to publish: every point is rounded to a grid, and nothing in it gives a place more
 * finely. Whatever is drawn or written from it is as coarse as it is.
 *
 * Points known to 5 km or better move to the nearest node and count as known to a district (25 km), as long as
 * cell and radius fit into that, which is up to 0.27°; those of a wider grid, and districts themselves, keep only their
 * province. Excluded: names of places, districts, counties and crossings, summaries, the text of questions and of
 * verdicts, notes and addresses; ids, categories and sources that name a place are numbered. Sources of a type that can
 * be a private person (`privateKinds`) are named by their type and a number. Days, kinds, provinces, answers and verdicts
 * stay. `fingerprint` states the grid, so that every chart does.
 *
 * @param grid_degrees spacing of the grid; .25° is 28 km from north to south and 23 km across
 * @throws `grid must be above 0 and at most 1 degree: 5`
 * @example
 * coarsenDossier(dossier, 0.25).incidents[0].lat // → 34
 */
export function coarsenDossier(dossier: Dossier, grid_degrees: number): Dossier {
	if (!(grid_degrees > 0 && grid_degrees <= 1))
		throw new RangeError(`grid must be above 0 and at most 1 degree: ${grid_degrees}`);
	const isFiner = finerNames(dossier);
	const decimals = `${grid_degrees}`.split(".")[1]?.length ?? 0;
	const onGrid = (degrees: number) => Number((Math.round(degrees / grid_degrees) * grid_degrees).toFixed(decimals));
	const holdsPoints = grid_degrees <= widestGrid(dossier);

	const incidentIds = numbered(
		[...dossier.incidents]
			.sort((a, b) => (a.date_start < b.date_start ? -1 : a.date_start > b.date_start ? 1 : 0))
			.map(({ incident_id }) => incident_id),
		"incident",
	);
	const questionIds = numbered(
		dossier.propositions.map(({ proposition_id }) => proposition_id),
		"question",
	);
	const claimIds = numbered(
		dossier.claims.map(({ claim_id }) => claim_id),
		"claim",
	);
	const answers = numbered([...new Set(dossier.propositions.flatMap(({ categories }) => categories))], "answer");
	const readers = numbered([...new Set(dossier.readings.map(({ reader }) => reader))], "reader");
	const newNames = newSourceNames(dossier, isFiner);
	const namedSources = new Map([...newNames].map(([id, { source_id }]) => [id, source_id]));
	const sourceId = <Id extends string | null>(id: Id): Id => (id === null ? id : ((namedSources.get(id) ?? id) as Id));
	const question = (id: string) => questionIds.get(id) ?? id;
	const answer = <Answer extends Value | null>(value: Answer): Answer =>
		typeof value === "string" ? ((answers.get(value) ?? value) as Answer) : value;
	const noName = (text: string | null) => (text !== null && isFiner(text) ? null : text);

	const incidents = dossier.incidents.map((incident): Incident => {
		const { lat, lon, geo_precision } = incident;
		const isPoint = lat !== null && lon !== null && (geo_precision === "exact" || geo_precision === "locality");
		const keeps = isPoint && holdsPoints;
		return {
			...incident,
			incident_id: incidentIds.get(incident.incident_id) ?? incident.incident_id,
			place: null,
			af_district: null,
			ir_county: null,
			lat: keeps ? onGrid(lat) : null,
			lon: keeps ? onGrid(lon) : null,
			geo_precision: keeps ? "district" : geo_precision === "border" ? "border" : "province",
			crossing_id: null,
			side_a: noName(incident.side_a),
			side_b: noName(incident.side_b),
			summary: "excluded",
		};
	});
	const propositions = dossier.propositions.map(
		(row): Proposition => ({
			...row,
			proposition_id: question(row.proposition_id),
			incident_id: incidentIds.get(row.incident_id) ?? row.incident_id,
			key: isFiner(row.key) ? "other:excluded" : row.key,
			text: `${question(row.proposition_id)} (text excluded)`,
			categories: row.categories.map(answer),
			verdict_value: answer(row.verdict_value),
			verdict_basis: null,
		}),
	);
	const claims = dossier.claims.map(
		(row): Claim => ({
			...row,
			claim_id: claimIds.get(row.claim_id) ?? row.claim_id,
			proposition_id: question(row.proposition_id),
			source_id: sourceId(row.source_id),
			reported_by: sourceId(row.reported_by),
			via_source_id: sourceId(row.via_source_id),
			value: answer(row.value),
			url: null,
			note: null,
		}),
	);
	const sources = dossier.sources.map((row): Source => {
		return { ...row, parent_id: sourceId(row.parent_id), url: null, note: null, ...newNames.get(row.source_id) };
	});
	return {
		...dossier,
		incidents,
		propositions,
		claims,
		sources,
		verdict_basis: dossier.verdict_basis.map(({ proposition_id, claim_id }) => ({
			proposition_id: question(proposition_id),
			claim_id: claimIds.get(claim_id) ?? claim_id,
		})),
		interests: dossier.interests.map((row) => ({
			...row,
			proposition_id: question(row.proposition_id),
			value: answer(row.value),
		})),
		readings: dossier.readings.map((row) => ({
			...row,
			proposition_id: question(row.proposition_id),
			reader: readers.get(row.reader) ?? row.reader,
			verdict_value: answer(row.verdict_value),
		})),
		crossings: [],
		stretches: [],
		places: [],
		archive: [],
		grid_degrees,
		fingerprint: `${dossier.fingerprint}, places coarsened to ${grid_degrees}°`,
	};
}

/** The widest grid in degrees on which a village, rounded to a node, is still known to a district. */
function widestGrid({ incidents, border }: Pick<Dossier, "incidents" | "border">): number {
	const lats = [...incidents.map(({ lat }) => lat), ...border.map(([, lat]) => lat)].map((lat) => Math.abs(lat ?? 90));
	// Cells are widest at the point that is nearest to the equator.
	const lowest = lats.reduce((least, lat) => Math.min(least, lat), 90);
	const halfDiagonalKm = Math.hypot(110.9, 111.32 * Math.cos((lowest * Math.PI) / 180)) / 2;
	return (districtKm - finestKm) / halfDiagonalKm;
}

/** Types of source that can be a private person, who may be in danger: what takes the place of their names. */
const privateKinds: Readonly<Partial<Record<SourceKind, string>>> = {
	eyewitness: "Eyewitness",
	journalist: "Journalist",
	medical: "Medical source",
	local_official: "Local official",
	social_media: "Social media source",
	other: "Other source",
};

/** The new id and name of every source whose own would tell too much: a private person's, or one with a place in it. */
function newSourceNames(
	{ sources }: Dossier,
	isFiner: (text: string) => boolean,
): Map<string, Pick<Source, "source_id" | "name">> {
	const numbers = new Map<string, number>();
	return new Map(
		sources.flatMap(({ source_id, name, kind }) => {
			const word = privateKinds[kind] ?? (isFiner(source_id) || isFiner(name) ? "Source" : null);
			if (word === null) return [];
			const number = (numbers.get(word) ?? 0) + 1;
			numbers.set(word, number);
			const id = `${word.toLowerCase().replaceAll(" ", "-")}-${String(number).padStart(4, "0")}`;
			return [[source_id, { source_id: id, name: `${word} ${number}` }] as const];
		}),
	);
}

/**
 * What coarsening does to a dossier, in sentences for whoever publishes it: points, places and names of sources.
 *
 * @param grid_degrees as for `coarsenDossier`
 * @throws as `coarsenDossier`
 */
export function coarseningRules(dossier: Dossier, grid_degrees: number): string[] {
	const before = dossier.incidents.filter(({ lat }) => lat !== null).length;
	const { incidents } = coarsenDossier(dossier, grid_degrees);
	const after = incidents.filter(({ lat }) => lat !== null).length;
	const kinds = dossier.sources.filter(({ kind }) => kind in privateKinds).length;
	const others = newSourceNames(dossier, finerNames(dossier)).size - kinds;
	const widest = Math.floor(widestGrid(dossier) * 100) / 100;
	return [
		grid_degrees > widestGrid(dossier)
			? `points: none of ${before} is kept, because a cell of ${grid_degrees}° is wider than a district; the widest grid that keeps points is ${widest}°`
			: `points: ${after} of ${before} are kept, rounded to ${grid_degrees}°; the others are known to a district only`,
		"places: names more precise than a province are removed, and with them summaries, texts of questions, notes and addresses",
		`sources: ${kinds} of ${dossier.sources.length} can be private persons (${Object.keys(privateKinds).join(", ")}) and are named by their type and a number; of the others, ${others} with a place in the name`,
		"sources of all other types keep their names, and with them the names of national officials in them: read the list of sources before you publish",
	];
}

/** New names for ids, by their number: they say nothing of what the old ones said. */
const numbered = (ids: readonly string[], word: string): Map<string, string> =>
	new Map(ids.map((id, index) => [id, `${word}-${String(index + 1).padStart(4, "0")}`]));
