import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";
import { remembered } from "../../records/remembered.js";
import { logSum } from "../../statistics/log-sum.js";
import { answersByOriginalSource, codedAnswers, resolvedAnswers, type UsedClaim } from "../truth/dossier-answers.js";
import { foldsOf } from "../truth/folds.js";
import { oneCoin, oneCoinPrior } from "../truth/one-coin.js";

/** One original source's answer to a question, and how accurate the source is elsewhere. */
export interface WeightedSource {
	readonly source_id: string;
	readonly claim: Claim;
	readonly answer: string;
	/** Accuracy by one-coin MAP from all other incidents; the prior's mode for a source with no other incident. */
	readonly accuracy: number;
}

/** All original sources that answer one question. */
export interface QuestionSources {
	readonly proposition: Proposition;
	/** How many answers are possible, those that nobody gives included. */
	readonly answers: number;
	/** In the order of their names. */
	readonly sources: readonly WeightedSource[];
}

const [priorRight, priorWrong] = oneCoinPrior;
/** Where the prior of a source's accuracy is highest. */
const priorMode = (priorRight - 1) / (priorRight + priorWrong - 2);

/**
 * The original sources of every question that has one, in the order of the questions' names, each with its latest
 * statement (`answersByOriginalSource`). Accuracies are estimated from other incidents alone, claims and verdicts, so
 * that nothing reported or decided about an incident adds to a source's weight on it. With more than 200 incidents that
 * have an answer, or 10,000 claims, it is cross-validation: each estimate excludes a fold of incidents (`foldsOf`).
 *
 * @param learn `false` skips the estimate where accuracies do not matter: all have the prior's mode
 */
export const weightedSources = (dossier: Dossier, learn = true): readonly QuestionSources[] =>
	learn ? learned(dossier) : sourcesOf(dossier, false);

const learned = remembered((dossier: Dossier) => sourcesOf(dossier, true));

function sourcesOf(dossier: Dossier, learn: boolean): readonly QuestionSources[] {
	const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
	const propositions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const all = answersByOriginalSource(dossier);
	const answerCount = new Map(
		all.answers.questions.map((question, q) => [
			question,
			(all.answers.valueStart[q + 1] as number) - (all.answers.valueStart[q] as number),
		]),
	);
	const questions = [...groupBy(all.used, ({ question }) => question)].sort(([a], [b]) => (a < b ? -1 : 1));
	const foldOf = foldsOf(
		questions.map(([question]) => incidentOf.get(question) as string),
		all.used.length,
	);
	const accuracies = new Map<number, ReadonlyMap<string, number>>();
	return questions.map(([question, used]) => {
		const fold = foldOf.get(incidentOf.get(question) as string) as number;
		const known =
			accuracies.get(fold) ??
			(learn
				? accuraciesFrom(
						dossier,
						all.used.filter((row) => foldOf.get(incidentOf.get(row.question) as string) !== fold),
					)
				: new Map<string, number>());
		accuracies.set(fold, known);
		const sources = used.map(({ source, claim, value }) => ({
			source_id: source,
			claim,
			answer: value,
			accuracy: known.get(source) ?? priorMode,
		}));
		return {
			proposition: propositions.get(question) as Proposition,
			answers: answerCount.get(question) as number,
			sources: sources.sort((a, b) => (a.source_id < b.source_id ? -1 : 1)),
		};
	});
}

function accuraciesFrom(dossier: Dossier, used: readonly UsedClaim[]): ReadonlyMap<string, number> {
	const answers = codedAnswers(dossier, used);
	const { score } = oneCoin(answers, { resolved: resolvedAnswers(dossier, { used }) });
	return new Map(answers.sources.map((source, index) => [source, score[index] as number]));
}

/**
 * Probability of each given answer by one-coin MAP, 0 to 1, uncalibrated; the rest to 1 is on answers that nobody
 * gives.
 *
 * @param answers how many answers are possible; under two they are two
 * @example
 * answerPosteriors([{ answer: "yes", accuracy: 0.8 }], 2).get("yes") // → 0.8
 */
export function answerPosteriors(
	sources: readonly Pick<WeightedSource, "answer" | "accuracy">[],
	answers: number,
): ReadonlyMap<string, number> {
	const scores = new Map<string, number>();
	const possible = Math.max(2, answers);
	for (const { answer, accuracy } of sources)
		scores.set(answer, (scores.get(answer) ?? 0) + weightOf(accuracy, possible));
	const unsaid = Math.max(0, possible - scores.size);
	const total = logSum([...scores.values(), ...(unsaid > 0 ? [Math.log(unsaid)] : [])]);
	return new Map([...scores].map(([answer, score]) => [answer, Math.exp(score - total)]));
}

/**
 * What one source adds to the logarithm of its answer's odds.
 *
 * @example
 * weightOf(0.8, 2) // → 1.386
 */
export function weightOf(accuracy: number, answers: number): number {
	return Math.log(accuracy) - Math.log((1 - accuracy) / (answers - 1));
}
