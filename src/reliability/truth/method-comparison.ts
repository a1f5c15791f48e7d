import { answerLabel } from "../../claims/answers.js";
import type { ResolvedProposition } from "../../claims/resolved.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier } from "../../records/records.js";
import { type BootstrapOptions, clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { chartRandom, type Random } from "../../statistics/random.js";
import { resampling } from "../resampling.js";
import { rightAnswers, type TruthExclusion, type UsedClaim } from "./dossier-answers.js";
import { type Circular, type MethodAnswer, runMethods } from "./method-answers.js";
import { type TruthMethod, truthMethods } from "./methods.js";

/** How often a method agrees with the verdict, and its difference from the vote on the same questions. */
export interface MethodRow {
	readonly method: string;
	/** Resolved questions that it answers, ties included. */
	readonly n: number;
	readonly right: number;
	readonly wrong: number;
	/** Two answers or more are equally believed, so none is given. */
	readonly tied: number;
	/** Right among all, a tie counting in part, 0 to 1; with 95% limits from resampling incidents. */
	readonly share: number;
	/** `null` with fewer than ten incidents, as are the limits below. */
	readonly low: number | null;
	readonly high: number | null;
	readonly incidents: number;
	/** Disputed questions among n, and how many of them are right. */
	readonly disputed: number;
	readonly disputed_right: number;
	/** Share less that of the vote on the same n questions, with 95% limits; 0 for the vote itself. */
	readonly over_vote: number;
	readonly over_vote_low: number | null;
	readonly over_vote_high: number | null;
	/** Whether it differs significantly from the vote: Bonferroni limits for all methods compared, error 5% in all; not with fewer than ten incidents. */
	readonly against_vote: "better" | "worse" | "not_different";
}

/**
 * Why methods disagree on a question: no source that is used gives the true answer; the vote is tied; the vote is wrong;
 * or the vote is right and another method follows fewer sources that it trusts more.
 */
export const disagreementReasons = ["nobody_right", "vote_tied", "vote_wrong", "vote_overruled"] as const;
export type DisagreementReason = (typeof disagreementReasons)[number];

/** A resolved question on which methods disagree. */
export interface MethodDisagreement {
	readonly proposition_id: string;
	readonly verdict: string;
	/** Original sources for the true answer, and for all others. */
	readonly sources_for: number;
	readonly sources_against: number;
	readonly why: DisagreementReason;
	readonly vote: MethodAnswer["outcome"];
	readonly right: readonly string[];
	readonly wrong: readonly string[];
	readonly tied: readonly string[];
}

/** Truth methods compared with the verdicts of people. */
export interface MethodComparison {
	readonly circular: Circular;
	/** Of the limits, such as 0.95. */
	readonly level: number;
	readonly methods: readonly MethodRow[];
	readonly answers: readonly MethodAnswer[];
	readonly disagreements: readonly MethodDisagreement[];
	/** Resolved questions, and those of them that keep no claim. */
	readonly resolved: number;
	readonly without_claim: number;
	/** Resolved questions on which no claim that is used gives the true answer, so that no method can be right. */
	readonly no_right_answer: number;
	/** Claims used, and those excluded by reason; together all claims. */
	readonly used: number;
	readonly excluded: readonly TruthExclusion[];
}

/** How methods are compared. */
export interface CompareOptions {
	/** `exclude` (default): on a question, no claim is used of a source on whose claim the verdict relies. */
	readonly circular?: Circular;
	/** By default all, `truthMethods`. */
	readonly methods?: readonly TruthMethod[];
	/** Source of chance, such as `seeded(1)`; by default a fixed seed. */
	readonly random?: Random;
	/** Bootstrap resamples (default 2,000). */
	readonly draws?: number;
}

/**
 * For each resolved question, whether each truth method agrees with the verdict of people. No verdict is an input, but
 * for methods that learn from resolved questions: they are not given the verdicts of the same incident.
 *
 * A verdict relies on claims: a method that uses them agrees with it more or less by construction, and one that does
 * not lacks the best witnesses. So give both. Agreement with a verdict is not truth itself. The vote comes first;
 * `against_vote` compares on the same questions only.
 *
 * @throws `unknown circular: maybe (known: exclude, include)`
 * @example
 * compareMethods(dossier, { draws: 10 }).resolved // → 4
 */
export function compareMethods(dossier: Dossier, options: CompareOptions = {}): MethodComparison {
	const { circular = "exclude", methods = truthMethods, random = chartRandom(), draws = resampling.draws } = options;
	const { resolved, claims, answers, used, excluded } = runMethods(dossier, methods, circular);
	const byMethod = groupBy(answers, ({ method }) => method);
	const byQuestion = groupBy(answers, ({ proposition_id }) => proposition_id);
	const ofFirst = byMethod.get(methods[0]?.name ?? "") ?? [];
	const byVote = new Map(ofFirst.map((answer) => [answer.proposition_id, answer]));
	return {
		circular,
		level: intervalLevel,
		methods: methods.flatMap(({ name }) => {
			const own = byMethod.get(name) ?? [];
			return own.length === 0 ? [] : [rowOf(name, own, byVote, methods.length - 1, { random, draws })];
		}),
		answers,
		disagreements: resolved.flatMap((proposition) => {
			const own = byQuestion.get(proposition.proposition_id) ?? [];
			return disagreementOn(proposition, own, claims.get(proposition.proposition_id) ?? []);
		}),
		resolved: resolved.length,
		no_right_answer: resolved.filter((proposition) => {
			const own = claims.get(proposition.proposition_id);
			return own !== undefined && rightAnswers(proposition, own).size === 0;
		}).length,
		used,
		excluded,
		without_claim: resolved.filter(({ proposition_id }) => !claims.has(proposition_id)).length,
	};
}

/** Error that all comparisons with the vote may have together. */
const familywiseError = 1 - intervalLevel;

function rowOf(
	method: string,
	own: readonly MethodAnswer[],
	byVote: ReadonlyMap<string, MethodAnswer>,
	comparisons: number,
	chance: BootstrapOptions,
): MethodRow {
	const ofIncidents = [...groupBy(own, ({ incident_id }) => incident_id).values()].map((answers) => ({
		n: answers.length,
		credit: sum(answers, ({ credit }) => credit),
		over: sum(answers, ({ credit, proposition_id }) => credit - (byVote.get(proposition_id)?.credit ?? 0)),
	}));
	type Sums = (typeof ofIncidents)[number];
	const mean = (key: "credit" | "over") => (drawn: readonly Sums[]) => {
		let [total, n] = [0, 0];
		for (const each of drawn) {
			total += each[key];
			n += each.n;
		}
		return total / n;
	};
	// Few incidents resample into limits that are too narrow.
	const isEnough = ofIncidents.length >= resampling.minimumIncidents;
	const over = isEnough ? clusterBootstrap(ofIncidents, mean("over"), chance) : null;
	const [limits, strict] = [over?.(intervalLevel), over?.(1 - familywiseError / comparisons)];
	const share = isEnough ? clusterBootstrap(ofIncidents, mean("credit"), chance)(intervalLevel) : null;
	const count = (outcome: MethodAnswer["outcome"]) => own.filter((answer) => answer.outcome === outcome).length;
	const disputed = own.filter((answer) => answer.disputed);
	return {
		method,
		n: own.length,
		right: count("right"),
		wrong: count("wrong"),
		tied: count("tied"),
		share: mean("credit")(ofIncidents),
		low: share?.low ?? null,
		high: share?.high ?? null,
		incidents: ofIncidents.length,
		disputed: disputed.length,
		disputed_right: disputed.filter(({ outcome }) => outcome === "right").length,
		over_vote: mean("over")(ofIncidents),
		over_vote_low: limits?.low ?? null,
		over_vote_high: limits?.high ?? null,
		against_vote: strict && strict.low > 0 ? "better" : strict && strict.high < 0 ? "worse" : "not_different",
	};
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
	items.reduce((total, item) => total + of(item), 0);

/** A question on which the methods' outcomes differ. */
function disagreementOn(
	proposition: ResolvedProposition,
	own: readonly MethodAnswer[],
	claims: readonly UsedClaim[],
): MethodDisagreement[] {
	if (new Set(own.map(({ outcome }) => outcome)).size < 2) return [];
	const right = rightAnswers(proposition, claims);
	const named = (outcome: MethodAnswer["outcome"]) =>
		own.filter((answer) => answer.outcome === outcome).map(({ method }) => method);
	const vote = (own[0] as MethodAnswer).outcome;
	const sources_for = claims.filter(({ value }) => right.has(value)).length;
	return [
		{
			proposition_id: proposition.proposition_id,
			verdict: answerLabel({ value: proposition.verdict_value, value_min: null, value_max: null }),
			sources_for,
			sources_against: claims.length - sources_for,
			why:
				sources_for === 0
					? "nobody_right"
					: vote === "tied"
						? "vote_tied"
						: vote === "wrong"
							? "vote_wrong"
							: "vote_overruled",
			vote,
			right: named("right"),
			wrong: named("wrong"),
			tied: named("tied"),
		},
	];
}
