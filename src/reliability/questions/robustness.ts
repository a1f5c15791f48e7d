import { knownOption } from "../../records/known-option.js";
import type { Dossier, VerdictStatus } from "../../records/records.js";
import { smallestSet } from "../../statistics/smallest-set.js";
import {
	answerPosteriors,
	type QuestionSources,
	type WeightedSource,
	weightedSources,
	weightOf,
} from "./weighted-sources.js";

/** How an answer is computed. `vote`: every original source has weight 1. `one_coin`: by its accuracy on other incidents. */
export const robustnessMethods = ["vote", "one_coin"] as const;
export type RobustnessMethod = (typeof robustnessMethods)[number];

/** How few original sources a computed answer depends on. */
export interface Robustness {
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly verdict_status: VerdictStatus;
	/** `null` where answers tie, or the likeliest one is given by nobody: there is no answer that could change. */
	readonly answer: string | null;
	readonly original_sources: number;
	/** Its share of original sources, or its uncalibrated posterior; `null` without an answer. */
	readonly support: number | null;
	/** Original sources whose removal alone changes the answer, by name. */
	readonly pivotal: readonly string[];
	/** Largest change of `support` when one source is removed, 0 to 1, and which source; `null` without an answer. */
	readonly largest_shift: number | null;
	readonly shifted_by: string | null;
	/** Fewest sources whose removal changes the answer to another or to none: lower and upper bound, mostly equal. */
	readonly removed_at_least: number | null;
	readonly removed_at_most: number | null;
	/** Such a set. */
	readonly removed: readonly string[];
}

/** Robustness of every question with an answer; with those without one they are all questions. */
export interface RobustnessResult {
	readonly questions: readonly Robustness[];
	readonly without_answer: number;
}

/**
 * For every question with a source: what the removal of each original source does to the computed answer, and the
 * smallest set of sources whose removal changes it to another or to a tie. Exact up to a dozen sources, and beyond
 * where the set is small; else bounded (`smallestSet`). An answer of one source alone depends on that source.
 *
 * The answer is the computed one, not the coders' verdict. Repeats never count; `weightedSources` says how accuracies
 * are estimated.
 *
 * @throws `unknown method: dice (known: vote, one_coin)`
 * @example
 * robustness(dossier).questions[2] // → { proposition_id: "b.killed_civilians", answer: "3", support: 0.50, pivotal: ["local-paper", "state-agency"] }
 */
export function robustness(dossier: Dossier, method: RobustnessMethod = "vote"): RobustnessResult {
	knownOption("method", method, robustnessMethods);
	const questions = weightedSources(dossier, method === "one_coin").map((question) =>
		robustnessOfQuestion(question, method),
	);
	return { questions, without_answer: dossier.propositions.length - questions.length };
}

/** Robustness of one question. */
export function robustnessOfQuestion(question: QuestionSources, method: RobustnessMethod): Robustness {
	const { proposition, sources } = question;
	const { proposition_id, incident_id, verdict_status } = proposition;
	const counted = { proposition_id, incident_id, verdict_status, original_sources: sources.length };
	const answer = leaderOf(question, method);
	if (answer === null)
		return {
			...counted,
			answer,
			support: null,
			pivotal: [],
			largest_shift: null,
			shifted_by: null,
			removed_at_least: null,
			removed_at_most: null,
			removed: [],
		};
	const support = supportOf(answer, sources, question.answers, method);
	const without = sources.map(({ source_id }, index) => {
		const rest = sources.filter((_, other) => other !== index);
		return {
			source_id,
			changes: leadOf(answer, rest, question.answers, method) <= 0,
			shift: Math.abs(supportOf(answer, rest, question.answers, method) - support),
		};
	});
	const most = without.reduce((best, each) => (each.shift > best.shift + 1e-12 ? each : best));
	const set = smallestSet(sources.length, (removed) =>
		leadOf(
			answer,
			sources.filter((_, index) => !removed.has(index)),
			question.answers,
			method,
		),
	);
	return {
		...counted,
		answer,
		support,
		pivotal: without.filter(({ changes }) => changes).map(({ source_id }) => source_id),
		largest_shift: most.shift,
		shifted_by: most.source_id,
		removed_at_least: set.at_least,
		removed_at_most: set.at_most,
		removed: set.members.map((index) => sources[index]?.source_id as string),
	};
}

/** Scores nearer than this are a tie. */
const tie = 1e-9;

function scoresOf(sources: readonly WeightedSource[], answers: number, method: RobustnessMethod): Map<string, number> {
	const scores = new Map<string, number>();
	for (const { answer, accuracy } of sources)
		scores.set(answer, (scores.get(answer) ?? 0) + (method === "vote" ? 1 : weightOf(accuracy, Math.max(2, answers))));
	return scores;
}

/** How far an answer is ahead of the next; an answer that nobody gives scores 0. */
function leadOf(answer: string, sources: readonly WeightedSource[], answers: number, method: RobustnessMethod): number {
	const scores = scoresOf(sources, answers, method);
	const own = scores.get(answer);
	if (own === undefined) return 0;
	scores.delete(answer);
	const notGiven = Math.max(2, answers) - 1 > scores.size ? [0] : [];
	const lead = own - Math.max(...notGiven, ...scores.values());
	return Math.abs(lead) < tie ? 0 : lead;
}

function leaderOf({ sources, answers }: QuestionSources, method: RobustnessMethod): string | null {
	const given = [...scoresOf(sources, answers, method).keys()];
	return given.find((answer) => leadOf(answer, sources, answers, method) > 0) ?? null;
}

function supportOf(
	answer: string,
	sources: readonly WeightedSource[],
	answers: number,
	method: RobustnessMethod,
): number {
	if (method === "one_coin") return answerPosteriors(sources, answers).get(answer) ?? 1 / Math.max(2, answers);
	return sources.length === 0 ? 0 : sources.filter((source) => source.answer === answer).length / sources.length;
}
