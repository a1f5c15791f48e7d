import { daysBetween } from "../../calendar/days.js";
import { sourceChains } from "../../claims/original-source.js";
import { type Side, sideOfSource, sourcesById } from "../../claims/sides.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier, IncidentKind } from "../../records/records.js";
import { kaplanMeier, type Lifetime, type SurvivalStep } from "../../statistics/kaplan-meier.js";
import { type LogRank, logRank, logRankOf } from "../../statistics/log-rank.js";
import type { Random } from "../../statistics/random.js";
import { shuffle } from "../../statistics/shuffle.js";

/** How long one question was unresolved, or still is. */
export interface TimeToResolution extends Lifetime {
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly incident_kind: IncidentKind;
	/** The side whose original source reported first; `several` where two or more did on the first day. */
	readonly first_side: Side | "several";
	readonly first_claim_on: string;
	/** Days from the first dated claim to the verdict, or to the end of the observed window. */
	readonly time: number;
	/** The question is resolved; else it was still unresolved at the end, and is censored. */
	readonly happened: boolean;
}

/** Every question with its days to resolution, and what cannot be placed in time. */
export interface TimesToResolution {
	readonly rows: readonly TimeToResolution[];
	/** Questions resolved on a day that is not known. */
	readonly resolved_undated: number;
	/** Questions none of whose claims has a day. */
	readonly no_dated_claim: number;
}

/**
 * Days from the first dated claim on each question to its verdict; questions still unresolved are censored at the end
 * of the observed window. Only confirmed and refuted questions are resolved. A verdict dated before the first dated
 * claim counts as day 0, for the claims it relies on have no date.
 *
 * @example
 * timesToResolution(dossier).rows.map(({ time }) => time) // → [5, 354, 21, 1, 137]
 */
export function timesToResolution(dossier: Dossier): TimesToResolution {
	const sources = sourcesById(dossier);
	const kinds = new Map(dossier.incidents.map(({ incident_id, kind }) => [incident_id, kind]));
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const chainOf = sourceChains(dossier.claims);
	let [resolved_undated, no_dated_claim] = [0, 0];
	const rows = dossier.propositions.flatMap(({ proposition_id, incident_id, verdict_status, verdict_decided_on }) => {
		const dated = (claims.get(proposition_id) ?? []).filter(({ published_on }) => published_on !== null);
		const days = dated.map(({ published_on }) => published_on as string).sort();
		const [first] = days;
		const happened = verdict_status === "confirmed" || verdict_status === "refuted";
		if (first === undefined) no_dated_claim++;
		else if (happened && verdict_decided_on === null) resolved_undated++;
		if (first === undefined || (happened && verdict_decided_on === null)) return [];
		const until = happened ? (verdict_decided_on as string) : dossier.observation.observed_to;
		const firstSides = dated
			.filter(({ published_on }) => published_on === first)
			.map((claim) => sideOfSource(sources, chainOf(claim).sources.at(-1) ?? ""));
		return [
			{
				proposition_id,
				incident_id,
				incident_kind: kinds.get(incident_id) ?? ("other" as const),
				first_side: new Set(firstSides).size === 1 ? (firstSides[0] as Side) : ("several" as const),
				first_claim_on: first,
				time: Math.max(0, daysBetween(first, until)),
				happened,
			},
		];
	});
	return { rows, resolved_undated, no_dated_claim };
}

/** The curve of one group of questions. */
export interface ResolutionCurve {
	readonly group: string;
	/** Questions. */
	readonly n: number;
	readonly resolved: number;
	/** Incidents that they are about: questions of one incident are correlated. */
	readonly incidents: number;
	/** Limits at `intervalLevel`; `survival` is the share still unresolved. */
	readonly steps: readonly SurvivalStep[];
}

/** Curves of groups, and whether they differ. */
export interface ResolutionComparison {
	readonly curves: readonly ResolutionCurve[];
	/** Questions of groups with too few to compare. */
	readonly excluded: number;
	/** As if questions were independent; `null` where fewer than two groups can be compared. */
	readonly test: LogRank | null;
	/** Of the permutation test that keeps the questions of an incident together. */
	readonly p_by_incident: number | null;
	readonly permutations: number;
}

/** Groups with fewer questions are not compared. */
export const minimumQuestions = 20;

/**
 * Kaplan–Meier curves by kind of incident or by the side that reported first, in the order of their names, with
 * the log-rank test.
 *
 * The log-rank test assumes independent questions, though those of one incident are resolved together: trust
 * `p_by_incident`, from a seeded permutation that keeps the labels of each incident's questions as one block. Neither
 * detects curves that cross.
 *
 * @example
 * compareTimesToResolution(timesToResolution(dossier).rows, "first_side", seeded(1)) // → { excluded: 5, test: null }
 */
export function compareTimesToResolution(
	waits: readonly TimeToResolution[],
	by: "incident_kind" | "first_side",
	random: Random,
	permutations = 499,
): ResolutionComparison {
	const groups = [...groupBy(waits, (wait) => wait[by])]
		.filter(([, rows]) => rows.length >= minimumQuestions)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	const compared = groups.flatMap(([, rows]) => rows);
	const test = groups.length < 2 ? null : logRank(groups.map(([, rows]) => rows));
	return {
		curves: groups.map(([group, rows]) => ({ group, ...curveOf(rows) })),
		excluded: waits.length - compared.length,
		test,
		p_by_incident: test && permuted(compared, by, test.chi_square, random, permutations),
		permutations,
	};
}

/** The curve of all questions together. */
export function resolutionCurve(waits: readonly TimeToResolution[]): ResolutionCurve {
	return { group: "all", ...curveOf(waits) };
}

const curveOf = (rows: readonly TimeToResolution[]): Omit<ResolutionCurve, "group"> => ({
	n: rows.length,
	resolved: rows.filter(({ happened }) => happened).length,
	incidents: new Set(rows.map(({ incident_id }) => incident_id)).size,
	steps: kaplanMeier(rows),
});

function permuted(
	rows: readonly TimeToResolution[],
	by: "incident_kind" | "first_side",
	statistic: number,
	random: Random,
	permutations: number,
): number {
	const names = [...new Set(rows.map((row) => row[by]))];
	const incidents = [...groupBy(rows, ({ incident_id }) => incident_id).values()].sort((a, b) =>
		(a[0]?.incident_id ?? "") < (b[0]?.incident_id ?? "") ? -1 : 1,
	);
	const ordered = incidents.flat();
	const labels = incidents.map((questions) => questions.map((row) => names.indexOf(row[by])));
	const statisticOf = logRankOf(ordered, names.length);
	let atLeast = 0;
	for (let round = 0; round < permutations; round++) {
		// Incidents differ in size: a block of labels may run on into the next, but its questions stay neighbours.
		const group = shuffle(labels, random).flat();
		if (statisticOf(group).chi_square >= statistic - 1e-9) atLeast++;
	}
	return (atLeast + 1) / (permutations + 1);
}
