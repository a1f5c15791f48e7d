import type { Excluded } from "../../records/exclusions.js";
import { knownOption } from "../../records/known-option.js";
import type { Dossier, VerdictConfidence } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { chartRandom } from "../../statistics/random.js";
import {
	type AccuracyGrouping,
	type AccuracyRow,
	accuracyBy,
	accuracyGroupings,
	excludedClaims,
	minimumClaims,
	rankProbabilities,
} from "./accuracy.js";
import { type DifferenceTest, differenceTest } from "./difference-test.js";
import { type ClaimExclusion, type ClaimOutcome, type JudgeOptions, judgeClaims } from "./outcomes.js";

/** What to compare, and how claims are judged. */
export interface AccuracyOptions extends JudgeOptions {
	/** Groups of claims: by kind of source (default), side, alignment, or what the claim relies on. */
	readonly by?: AccuracyGrouping;
}

/** How claims were judged, with every default filled in. */
export interface JudgedHow {
	readonly statement: "first" | "last";
	readonly circular: "exclude" | "include";
	/** `null`: verdicts of every confidence. */
	readonly confidence: readonly VerdictConfidence[] | null;
	readonly announced: boolean;
	/** `null`: as known today. */
	readonly asOf: string | null;
	/** Level of every interval. */
	readonly interval_level: number;
	/** Groups with fewer resolved claims have no share. */
	readonly minimum_claims: number;
}

/** All claims of a dossier by what became of them: resolved, unresolved and excluded add up to `claims`. */
export interface ClaimTotals {
	readonly claims: number;
	readonly resolved: number;
	readonly supported: number;
	readonly unresolved: number;
	readonly excluded: readonly Excluded<ClaimExclusion>[];
}

/** Accuracy of one group, beside what it is with circular verdicts counted the other way. */
export interface ComparedAccuracy extends AccuracyRow {
	/** Circular verdicts included where they are excluded, and excluded where included; `null` without such a group. */
	readonly other_circular: AccuracyRow | null;
	/** Probability that the accuracy is the highest, if claims were independent; `null` where too few to estimate. */
	readonly p_highest: number | null;
}

/** A comparison of groups whose parts were all computed with the same options. */
export interface AccuracyComparison extends JudgedHow, ClaimTotals {
	readonly by: AccuracyGrouping;
	/** In the order of the groups' names in the data. */
	readonly rows: readonly ComparedAccuracy[];
	/** Whole groups permuted within incidents. */
	readonly test: DifferenceTest;
	/** Single claims permuted: what would be found if claims were independent, which they are not. */
	readonly test_ignoring_clustering: DifferenceTest;
}

/**
 * Accuracy of groups of claims: rows, the same with circular verdicts counted the other way, tests of the difference
 * and what is excluded, in one object that carries its options.
 *
 * @throws `unknown grouping: country (known: source_kind, side, …)`, and as `judgeClaims`
 * @example
 * accuracyComparison(dossier, { by: "side" }).rows.map(({ supported, n }) => [supported, n]) // → [[2, 4], [3, 4], [0, 0]]
 */
export function accuracyComparison(dossier: Dossier, options: AccuracyOptions = {}): AccuracyComparison {
	const { by = "source_kind", ...judging } = options;
	checkGrouping(by);
	const claims = judgeClaims(dossier, judging);
	const circular = judging.circular ?? "exclude";
	const other = judgeClaims(dossier, { ...judging, circular: circular === "exclude" ? "include" : "exclude" });
	const rows = accuracyBy(claims, by);
	const others = new Map(accuracyBy(other, by).map((row) => [row.group, row]));
	const ranks = new Map(rankProbabilities(rows).map(({ group, p_highest }) => [group, p_highest]));
	return {
		by,
		...judgedHow(judging),
		...claimTotals(claims),
		rows: rows.map((row) => ({
			...row,
			other_circular: others.get(row.group) ?? null,
			p_highest: ranks.get(row.group) ?? null,
		})),
		test: differenceTest(claims, by, chartRandom()),
		test_ignoring_clustering: differenceTest(claims, by, chartRandom(), { permute: "claims_ignoring_clustering" }),
	};
}

/** @throws `unknown grouping: country (known: source_kind, side, …)` */
export function checkGrouping(by: AccuracyGrouping): void {
	knownOption("grouping", by, accuracyGroupings);
}

/** Options with every default filled in. */
export function judgedHow({ statement, circular, confidence, announced, asOf }: JudgeOptions): JudgedHow {
	return {
		statement: statement ?? "first",
		circular: circular ?? "exclude",
		confidence: confidence ?? null,
		announced: announced ?? false,
		asOf: asOf ?? null,
		interval_level: intervalLevel,
		minimum_claims: minimumClaims,
	};
}

/** Claims by what became of them. */
export function claimTotals(claims: readonly ClaimOutcome[]): ClaimTotals {
	const count = (outcome: ClaimOutcome["outcome"]) => claims.filter((row) => row.outcome === outcome).length;
	return {
		claims: claims.length,
		resolved: count("supported") + count("contradicted"),
		supported: count("supported"),
		unresolved: count("unresolved"),
		excluded: excludedClaims(claims),
	};
}
