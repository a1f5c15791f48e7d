import { answerLabel } from "../../claims/answers.js";
import type { ResolvedProposition } from "../../claims/resolved.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier } from "../../records/records.js";
import { type BootstrapOptions, clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { type Random, seeded } from "../../statistics/random.js";
import { rightAnswers, type TruthExclusion, type UsedClaim } from "./dossier-answers.js";
import { askMethods, type Circular, type MethodAnswer } from "./method-answers.js";
import { type TruthMethod, truthMethods } from "./methods.js";

/** How often a method agrees with the verdict, beside the vote on the same questions. */
export interface MethodRow {
	readonly method: string;
	/** ResolvedAnswers questions that it answers, ties among them. */
	readonly n: number;
	readonly right: number;
	readonly wrong: number;
	/** Answers believed alike, so that none is given. */
	readonly tied: number;
	/** Right among all, ties sharing the credit, 0 to 1; with 90 % limits, incidents drawn again whole. */
	readonly share: number;
	readonly low: number;
	readonly high: number;
	/** Disputed questions among n, and how many of them are right. */
	readonly disputed: number;
	readonly disputed_right: number;
	/** Share less that of the vote on the same n questions, with 90 % limits; 0 for the vote itself. */
	readonly over_vote: number;
	readonly over_vote_low: number;
	readonly over_vote_high: number;
	/** Whether it is told apart from the vote, though so many methods are tried: Bonferroni limits, error 10 % in all. */
	readonly against_vote: "better" | "worse" | "not_told_apart";
}

/**
 * Why methods part on a question: nobody who is heard gives the true answer; the vote is tied and trust breaks the
 * tie; the vote is wrong; or it is right and others follow fewer voices that they trust more.
 */
export const partingReasons = ["nobody_right", "vote_tied", "vote_wrong", "vote_overruled"] as const;
export type PartingReason = (typeof partingReasons)[number];

/** A settled question on which methods part. */
export interface Parting {
	readonly proposition_id: string;
	readonly verdict: string;
	/** Origins for the answer held true, and for all others. */
	readonly origins_for: number;
	readonly origins_against: number;
	readonly why: PartingReason;
	readonly vote: MethodAnswer["outcome"];
	readonly right: readonly string[];
	readonly wrong: readonly string[];
	readonly tied: readonly string[];
}

/** Truth methods side by side with the verdicts of people. */
export interface MethodComparison {
	readonly circular: Circular;
	readonly methods: readonly MethodRow[];
	readonly answers: readonly MethodAnswer[];
	readonly partings: readonly Parting[];
	/** ResolvedAnswers questions, and those of them to which no claim is left. */
	readonly settled: number;
	readonly unanswered: number;
	/** ResolvedAnswers questions on which no claim that is heard gives the true answer, so that no method can be right. */
	readonly out_of_reach: number;
	/** Claims let in, and those left out by reason; together all claims. */
	readonly used: number;
	readonly excluded: readonly TruthExclusion[];
}

/** How methods are compared. */
export interface CompareOptions {
	/** `excluded` (default): no claim by a source on which the verdict rests is used for that question. */
	readonly circular?: Circular;
	readonly methods?: readonly TruthMethod[];
	readonly random?: Random;
	readonly draws?: number;
}

/**
 * For each settled question, whether each truth method agrees with the verdict of people. No verdict is an
 * input, but for methods that learn from settled questions: they are asked without those of the same incident.
 *
 * A verdict rests on claims, so a method that hears them agrees with it more or less by construction, and one
 * that does not hear the best witnesses agrees less than it could: give both. Agreement with a verdict is no
 * truth of its own. The vote stands first; `against_vote` is said on the same questions only.
 */
export function compareMethods(dossier: Dossier, options: CompareOptions = {}): MethodComparison {
	const { circular = "exclude", methods = truthMethods, random = seeded(1), draws = 2000 } = options;
	const { settled, claims, answers, used, excluded } = askMethods(dossier, methods, circular);
	const ofFirst = answers.filter(({ method }) => method === methods[0]?.name);
	const byVote = new Map(ofFirst.map((answer) => [answer.proposition_id, answer]));
	return {
		circular,
		methods: methods.flatMap(({ name }) => {
			const own = answers.filter(({ method }) => method === name);
			return own.length === 0 ? [] : [rowOf(name, own, byVote, methods.length - 1, { random, draws })];
		}),
		answers,
		partings: settled.flatMap((proposition) => {
			const own = answers.filter(({ proposition_id }) => proposition_id === proposition.proposition_id);
			return partingOf(proposition, own, claims.get(proposition.proposition_id) ?? []);
		}),
		settled: settled.length,
		out_of_reach: settled.filter((proposition) => {
			const own = claims.get(proposition.proposition_id);
			return own !== undefined && rightAnswers(proposition, own).size === 0;
		}).length,
		used,
		excluded,
		unanswered: settled.filter(({ proposition_id }) => !claims.has(proposition_id)).length,
	};
}

/** Error that all comparisons with the vote may have together. */
const errorInAll = 0.1;

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
	const mean = (key: "credit" | "over") => (drawn: readonly Sums[]) =>
		sum(drawn, (each) => each[key]) / sum(drawn, ({ n }) => n);
	const over = clusterBootstrap(ofIncidents, mean("over"), chance);
	const [limits, strict] = [over(0.9), over(1 - errorInAll / comparisons)];
	const count = (outcome: MethodAnswer["outcome"]) => own.filter((answer) => answer.outcome === outcome).length;
	const disputed = own.filter((answer) => answer.disputed);
	return {
		method,
		n: own.length,
		right: count("right"),
		wrong: count("wrong"),
		tied: count("tied"),
		share: mean("credit")(ofIncidents),
		...clusterBootstrap(ofIncidents, mean("credit"), chance)(0.9),
		disputed: disputed.length,
		disputed_right: disputed.filter(({ outcome }) => outcome === "right").length,
		over_vote: mean("over")(ofIncidents),
		over_vote_low: limits.low,
		over_vote_high: limits.high,
		against_vote: strict.low > 0 ? "better" : strict.high < 0 ? "worse" : "not_told_apart",
	};
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
	items.reduce((total, item) => total + of(item), 0);

/** A question on which the methods' outcomes are not all alike. */
function partingOf(
	proposition: ResolvedProposition,
	own: readonly MethodAnswer[],
	claims: readonly UsedClaim[],
): Parting[] {
	if (new Set(own.map(({ outcome }) => outcome)).size < 2) return [];
	const right = rightAnswers(proposition, claims);
	const named = (outcome: MethodAnswer["outcome"]) =>
		own.filter((answer) => answer.outcome === outcome).map(({ method }) => method);
	const vote = (own[0] as MethodAnswer).outcome;
	const origins_for = claims.filter(({ value }) => right.has(value)).length;
	return [
		{
			proposition_id: proposition.proposition_id,
			verdict: answerLabel({ value: proposition.verdict_value, value_min: null, value_max: null }),
			origins_for,
			origins_against: claims.length - origins_for,
			why:
				origins_for === 0
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
