import type { Dossier, VerdictStatus } from "../../records/records.js";
import { smallestSet } from "../../statistics/smallest-set.js";
import {
	answerPosteriors,
	type QuestionSources,
	type WeightedSource,
	weightedSources,
	weightOf,
} from "./weighted-sources.js";

/** How an answer is computed. `vote`: every origin counts one. `one_coin`: as much as it proved good elsewhere. */
export const robustnessMethods = ["vote", "one_coin"] as const;
export type RobustnessMethod = (typeof robustnessMethods)[number];

/** How few origins a computed answer hangs on. */
export interface Robustness {
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly verdict_status: VerdictStatus;
	/** `null` where none leads, or likeliest is one that nobody gives: there is no answer that could change. */
	readonly answer: string | null;
	readonly origins: number;
	/** Its share of origins, or its uncalibrated posterior; `null` where none leads. */
	readonly support: number | null;
	/** Origins each of which alone changes the answer when left out, by name. */
	readonly pivotal: readonly string[];
	/** Largest change of `support` when one origin is left out, 0 to 1, and whose; `null` where none leads. */
	readonly largest_shift: number | null;
	readonly shifted_by: string | null;
	/** The fewest origins without which the answer is another, or none: within these two, which are mostly equal. */
	readonly removed_at_least: number | null;
	readonly removed_at_most: number | null;
	/** Such a set. */
	readonly removed: readonly string[];
}

/** Robustness of every question with a voice; with those without one they are all questions. */
export interface RobustnessResult {
	readonly questions: readonly Robustness[];
	readonly without_voice: number;
}

/**
 * For every question with a voice: what leaving out each origin does to the computed answer, and the smallest
 * set of origins whose removal changes it to another or to a tie. Exact up to a dozen origins, and beyond
 * where the set is small; else bounded (`smallestSet`). An answer that one origin gives alone falls with it.
 *
 * The answer is the computed one, not the coders' verdict: it shows how much of what can be computed hangs on
 * how few. One voice per origin, repeats never; see `weightedSources` for how good an origin is held to be.
 *
 * @throws `unknown method: dice`
 */
export function robustness(dossier: Dossier, method: RobustnessMethod = "vote"): RobustnessResult {
	if (!robustnessMethods.includes(method)) throw new RangeError(`unknown method: ${method}`);
	const questions = weightedSources(dossier, method === "one_coin").map((question) =>
		robustnessOfQuestion(question, method),
	);
	return { questions, without_voice: dossier.propositions.length - questions.length };
}

/** Robustness of one question. */
export function robustnessOfQuestion(question: QuestionSources, method: RobustnessMethod): Robustness {
	const { proposition, voices } = question;
	const { proposition_id, incident_id, verdict_status } = proposition;
	const counted = { proposition_id, incident_id, verdict_status, origins: voices.length };
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
	const support = supportOf(answer, voices, question.answers, method);
	const without = voices.map(({ source_id }, index) => {
		const rest = voices.filter((_, other) => other !== index);
		return {
			source_id,
			changes: leadOf(answer, rest, question.answers, method) <= 0,
			shift: Math.abs(supportOf(answer, rest, question.answers, method) - support),
		};
	});
	const most = without.reduce((best, each) => (each.shift > best.shift + 1e-12 ? each : best));
	const set = smallestSet(voices.length, (removed) =>
		leadOf(
			answer,
			voices.filter((_, index) => !removed.has(index)),
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
		removed: set.members.map((index) => voices[index]?.source_id as string),
	};
}

/** Scores nearer than this are a tie. */
const tie = 1e-9;

function scoresOf(voices: readonly WeightedSource[], answers: number, method: RobustnessMethod): Map<string, number> {
	const scores = new Map<string, number>();
	for (const { answer, accuracy } of voices)
		scores.set(answer, (scores.get(answer) ?? 0) + (method === "vote" ? 1 : weightOf(accuracy, Math.max(2, answers))));
	return scores;
}

/** How far an answer is ahead of the next; an answer that nobody gives scores 0. */
function leadOf(answer: string, voices: readonly WeightedSource[], answers: number, method: RobustnessMethod): number {
	const scores = scoresOf(voices, answers, method);
	const own = scores.get(answer);
	if (own === undefined) return 0;
	scores.delete(answer);
	const unsaid = Math.max(2, answers) - 1 > scores.size ? [0] : [];
	const lead = own - Math.max(...unsaid, ...scores.values());
	return Math.abs(lead) < tie ? 0 : lead;
}

function leaderOf({ voices, answers }: QuestionSources, method: RobustnessMethod): string | null {
	const given = [...scoresOf(voices, answers, method).keys()];
	return given.find((answer) => leadOf(answer, voices, answers, method) > 0) ?? null;
}

function supportOf(
	answer: string,
	voices: readonly WeightedSource[],
	answers: number,
	method: RobustnessMethod,
): number {
	if (method === "one_coin") return answerPosteriors(voices, answers).get(answer) ?? 1 / Math.max(2, answers);
	return voices.length === 0 ? 0 : voices.filter((voice) => voice.answer === answer).length / voices.length;
}
