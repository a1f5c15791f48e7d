import { countLabel } from "../charts/parts/labels.js";
import { unarchivedPages } from "../claims/archived.js";
import { countOriginalSources } from "../claims/leading-answer.js";
import { originalSourcesOf } from "../claims/original-source.js";
import type { LoadReport } from "../load/dossier.js";
import { groupBy } from "../records/group-by.js";
import type { Dossier } from "../records/records.js";
import { claimsAlike, incidentsAlike } from "./possible-duplicates.js";

/** What a coder can improve in data without a problem, most urgent first: how a kind is called, and how it is improved. */
const kinds = {
	question_without_claims: ["Questions without a claim", "add the claims, or remove the question"],
	single_source_incident: ["Incidents with at most one original source", "look for a source that is independent of it"],
	verdict_without_decisive_claims: [
		"Verdicts without a decisive claim",
		"list the claims that the verdict relies on in verdict_basis.csv",
	],
	possible_duplicate_incident: [
		"Incidents that may be entered twice (one event type, within 3 days and 25 km)",
		"merge the two if they are one event",
	],
	possible_duplicate_claim: [
		"Claims that may be entered twice (one source, question, day and answer)",
		"remove one if both are one statement",
	],
	undated_claim: ["Claims without a date", "look for the day on the page; leave it blank if the page shows none"],
	claim_without_page: ["Claims without a page", "add the address to url"],
	page_without_archive: [
		"Pages without a known archived copy",
		"save the page in a web archive, and add the address of the copy to archive.csv; export archive-list lists the pages",
	],
} as const;

/** What is found in a row. */
export type FindingKind = keyof typeof kinds;

/** One row that a coder can improve. */
export interface Finding {
	readonly kind: FindingKind;
	readonly file: string;
	readonly line: number;
	readonly id: string;
	/** What is found, where the kind does not say it all; else empty. */
	readonly detail: string;
}

/**
 * What a coder should improve next in data without a problem, kind by kind, each in the order of its file. Sources are
 * counted as original sources: a repeat adds none.
 */
export function findingsIn(dossier: Dossier, lines: LoadReport["lines"]): Finding[] {
	const { incidents, propositions, claims } = dossier;
	const lineOf = {
		incidents: new Map(incidents.map((row, index) => [row.incident_id, lines.incidents[index] ?? 0])),
		propositions: new Map(propositions.map((row, index) => [row.proposition_id, lines.propositions[index] ?? 0])),
		claims: new Map(claims.map((row, index) => [row.claim_id, lines.claims[index] ?? 0])),
	};
	const finding =
		(kind: FindingKind, table: keyof typeof lineOf) =>
		(id: string, detail = ""): Finding => ({
			kind,
			file: `${table}.csv`,
			line: lineOf[table].get(id) ?? 0,
			id,
			detail,
		});
	const placeOf = (table: keyof typeof lineOf, id: string) => `${table}.csv:${lineOf[table].get(id)} ${id}`;

	const originalSource = originalSourcesOf(dossier);
	const claimsOn = groupBy(claims, ({ proposition_id }) => proposition_id);
	const questionsOn = groupBy(propositions, ({ incident_id }) => incident_id);
	const decided = new Set(dossier.verdict_basis.map(({ proposition_id }) => proposition_id));
	const unasked = propositions.filter(({ proposition_id }) => !claimsOn.has(proposition_id));
	const answered = propositions.filter(({ proposition_id }) => claimsOn.has(proposition_id));
	return [
		...unasked.map(({ proposition_id }) => finding("question_without_claims", "propositions")(proposition_id)),
		...incidents.flatMap(({ incident_id }) => {
			const own = (questionsOn.get(incident_id) ?? []).flatMap((row) => claimsOn.get(row.proposition_id) ?? []);
			const sources = countOriginalSources(own, originalSource);
			const detail = `${countLabel(sources, "original source")}, ${countLabel(own.length, "claim")}`;
			return sources > 1 ? [] : [finding("single_source_incident", "incidents")(incident_id, detail)];
		}),
		...answered
			.filter(({ proposition_id }) => !decided.has(proposition_id))
			.map((row) => finding("verdict_without_decisive_claims", "propositions")(row.proposition_id, row.verdict_status)),
		...incidentsAlike(incidents).map(({ incident, other, days, distance_km }) =>
			finding("possible_duplicate_incident", "incidents")(
				incident.incident_id,
				`as ${placeOf("incidents", other.incident_id)}, ${countLabel(days, "day")}, ${distance_km === null ? "one place" : `${Math.round(distance_km)} km`}`,
			),
		),
		...claimsAlike(claims).map(({ claim, other }) =>
			finding("possible_duplicate_claim", "claims")(
				claim.claim_id,
				`as ${placeOf("claims", other.claim_id)}, ${claim.url !== null && claim.url === other.url ? "same page" : "another page"}`,
			),
		),
		...claims
			.filter(({ published_on }) => published_on === null)
			.map(({ claim_id }) => finding("undated_claim", "claims")(claim_id)),
		...claims
			.filter(({ url }) => url === null)
			.map(({ claim_id }) => finding("claim_without_page", "claims")(claim_id)),
		...unarchivedPages(dossier).map(({ claims: [first, ...more] }) =>
			finding("page_without_archive", "claims")(
				first?.claim_id ?? "",
				more.length === 0 ? "" : `and ${more.length} more of this page`,
			),
		),
	];
}

/** Of one kind, so many are listed; more are counted. */
const mostListed = 20;

/**
 * Findings as lines to be read: by kind, with how to improve it, each as `file:line id`.
 *
 * @param most of one kind; the others are counted
 */
export function findingLines(findings: readonly Finding[], most: number = mostListed): string[] {
	if (findings.length === 0) return ["nothing to improve"];
	return (Object.keys(kinds) as FindingKind[]).flatMap((kind) => {
		const own = findings.filter((each) => each.kind === kind);
		if (own.length === 0) return [];
		const [name, remedy] = kinds[kind];
		const rest = own.length - most;
		return [
			"",
			`${name}: ${own.length}`,
			`to improve: ${remedy}`,
			...own
				.slice(0, most)
				.map(({ file, line, id, detail }) => `  ${file}:${line} ${id}${detail === "" ? "" : ` (${detail})`}`),
			...(rest > 0 ? [`  and ${rest} more; --all lists them`] : []),
		];
	});
}
