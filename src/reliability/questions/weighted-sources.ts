import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";
import { logSum } from "../../statistics/log-sum.js";
import { answersOf, resolvedAnswers } from "../truth/dossier-answers.js";
import { oneCoin } from "../truth/one-coin.js";

/** One origin's answer to a question, with what is known of the origin from elsewhere. */
export interface WeightedSource {
	readonly source_id: string;
	readonly claim: Claim;
	readonly answer: string;
	/** Accuracy by one-coin MAP from all other incidents; the prior's mode for an origin heard nowhere else. */
	readonly accuracy: number;
}

/** All voices on one question. */
export interface QuestionSources {
	readonly proposition: Proposition;
	/** How many answers are possible, those that nobody gives included. */
	readonly answers: number;
	/** In the order of their sources' names. */
	readonly voices: readonly WeightedSource[];
}

/** Prior of every source's accuracy, and where it is highest. */
const prior = [4, 2] as const;
const priorMode = (prior[0] - 1) / (prior[0] + prior[1] - 2);

/**
 * Voices on every question that has one, in the order of the questions' names; one voice per origin, its last
 * word (`answersOf`). How good an origin is was learned from other incidents alone, claims and verdicts, so
 * that nothing said or decided about this one comes back as weight.
 *
 * @param learn `false` spares the learning where accuracies do not matter: all have the prior's mode
 */
export function weightedSources(dossier: Dossier, learn = true): QuestionSources[] {
	const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
	const propositions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const all = answersOf(dossier);
	const answerCount = new Map(
		all.answers.questions.map((question, q) => [
			question,
			(all.answers.valueStart[q + 1] as number) - (all.answers.valueStart[q] as number),
		]),
	);
	const questions = [...groupBy(all.used, ({ question }) => question)].sort(([a], [b]) => (a < b ? -1 : 1));
	const accuracies = new Map<string, ReadonlyMap<string, number>>();
	return questions.map(([question, used]) => {
		const incident = incidentOf.get(question) as string;
		const known =
			accuracies.get(incident) ??
			(learn ? accuraciesElsewhere(dossier, incident, incidentOf) : new Map<string, number>());
		accuracies.set(incident, known);
		const voices = used.map(({ source, claim, value }) => ({
			source_id: source,
			claim,
			answer: value,
			accuracy: known.get(source) ?? priorMode,
		}));
		return {
			proposition: propositions.get(question) as Proposition,
			answers: answerCount.get(question) as number,
			voices: voices.sort((a, b) => (a.source_id < b.source_id ? -1 : 1)),
		};
	});
}

function accuraciesElsewhere(
	dossier: Dossier,
	incident: string,
	incidentOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
	const heard = answersOf(dossier, { keep: (claim) => incidentOf.get(claim.proposition_id) !== incident });
	const settled = resolvedAnswers(dossier, heard);
	const { score } = oneCoin(heard.answers, { settled, prior });
	return new Map(heard.answers.sources.map((source, index) => [source, score[index] as number]));
}

/**
 * How probable each given answer is by one-coin MAP, uncalibrated; what is missing to 1 lies on answers that
 * nobody gives.
 *
 * @param answers how many answers are possible; under two they are two
 * @example
 * answerPosteriors([{ answer: "yes", accuracy: 0.8 }], 2).get("yes") // → 0.8
 */
export function answerPosteriors(
	voices: readonly Pick<WeightedSource, "answer" | "accuracy">[],
	answers: number,
): ReadonlyMap<string, number> {
	const scores = new Map<string, number>();
	const possible = Math.max(2, answers);
	for (const { answer, accuracy } of voices)
		scores.set(answer, (scores.get(answer) ?? 0) + weightOf(accuracy, possible));
	const unsaid = Math.max(0, possible - scores.size);
	const total = logSum([...scores.values(), ...(unsaid > 0 ? [Math.log(unsaid)] : [])]);
	return new Map([...scores].map(([answer, score]) => [answer, Math.exp(score - total)]));
}

/**
 * What one voice adds to the logarithm of its answer's odds.
 *
 * @example
 * weightOf(0.8, 2) // → 1.386
 */
export function weightOf(accuracy: number, answers: number): number {
	return Math.log(accuracy) - Math.log((1 - accuracy) / (answers - 1));
}
