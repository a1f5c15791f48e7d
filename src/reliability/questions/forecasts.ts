import { addDays } from "../../calendar/days.js";
import { answerLabel } from "../../claims/answers.js";
import { reliesOnSource } from "../../claims/circularity.js";
import { isResolved, type ResolvedProposition } from "../../claims/resolved.js";
import type { Dossier, Proposition } from "../../records/records.js";
import type { Forecast } from "../../statistics/scores.js";
import {
	anotherAnswer,
	answersOf,
	type DossierAnswers,
	resolvedAnswers,
	rightAnswers,
} from "../truth/dossier-answers.js";
import { oneCoin } from "../truth/one-coin.js";
import { leading } from "../truth/result.js";
import { vote } from "../truth/vote.js";

/** Why a question has no forecast, in the order in which they are asked; a question has the first that fits. */
export const forecastExclusions = ["unresolved", "verdict_undated", "no_source_yet", "tied"] as const;
export type ForecastExclusion = (typeof forecastExclusions)[number];

/** What was held likeliest the day before a question was settled, and whether it held. */
export interface QuestionForecast extends Forecast {
	readonly proposition_id: string;
	readonly incident_id: string;
	/** The day before the publication that settled it; `null` with hindsight. */
	readonly as_of: string | null;
	/** The likeliest answer; `probability` is its, `outcome` whether it is the one later held true. */
	readonly answer: string;
	/** Origins heard on it by then. */
	readonly origins: number;
	/** ResolvedAnswers questions of other incidents that the estimate had learned from. */
	readonly learned_from: number;
}

/** Forecasts, and the questions that have none: together all questions. */
export interface Forecasts {
	readonly forecasts: readonly QuestionForecast[];
	readonly excluded: readonly { readonly reason: ForecastExclusion; readonly n: number }[];
}

/** How forecasts are made. */
export interface ForecastOptions {
	/** `one_coin` (default): accuracies of sources as known by then. `vote`: share of origins. */
	readonly method?: "one_coin" | "vote";
	/**
	 * `circular_verdict` (default): what the verdict rests on is not heard, nor that source's family, so that no answer
	 * is scored by a verdict it has itself made. `kept`: it is, where it was published by then.
	 */
	readonly circular?: "exclude" | "include";
	/**
	 * `day_before` (default): from what was known the day before the settling publication. `today`: from all
	 * claims and all verdicts of other incidents, with hindsight, for more questions than dates allow.
	 */
	readonly known?: "day_before" | "today";
}

/**
 * What could have been said of each settled question the day before the publication that settled it: from
 * claims dated by then and verdicts of other incidents decided by then. The whole incident of a question is
 * left out of what the estimate learns.
 *
 * A question with several possible answers gives one forecast, that its likeliest answer holds. The
 * probabilities are the method's own: recalibrate them (`recalibrateLeaveOneOut`) before any word is used.
 */
export function forecastsOf(dossier: Dossier, options: ForecastOptions = {}): Forecasts {
	const rests = reliesOnSource(dossier);
	const forecasts: QuestionForecast[] = [];
	const counts = new Map<ForecastExclusion, number>();
	const sorted = [...dossier.propositions].sort((a, b) => (a.proposition_id < b.proposition_id ? -1 : 1));
	for (const question of sorted) {
		const made = forecastOf(dossier, question, rests, options);
		if (typeof made === "string") counts.set(made, (counts.get(made) ?? 0) + 1);
		else forecasts.push(made);
	}
	return {
		forecasts,
		excluded: forecastExclusions.flatMap((reason) => {
			const n = counts.get(reason);
			return n === undefined ? [] : [{ reason, n }];
		}),
	};
}

function forecastOf(
	dossier: Dossier,
	question: Proposition,
	rests: ReturnType<typeof reliesOnSource>,
	{ method = "one_coin", circular = "exclude", known = "day_before" }: ForecastOptions,
): QuestionForecast | ForecastExclusion {
	if (!isResolved(question)) return "unresolved";
	const { proposition_id, incident_id, verdict_decided_on } = question;
	if (known === "day_before" && verdict_decided_on === null) return "verdict_undated";
	const as_of = known === "today" ? null : addDays(verdict_decided_on as string, -1);
	const heard = answersOf(dossier, {
		...(as_of === null ? {} : { asOf: as_of }),
		keep: (claim, origin) =>
			circular === "include" || claim.proposition_id !== proposition_id || !rests({ ...claim, source_id: origin }),
	});
	const { answers } = heard;
	const q = answers.questions.indexOf(proposition_id);
	if (q < 0) return "no_source_yet";
	const settled = resolvedAnswers(
		dossier,
		heard,
		(other) =>
			other.incident_id !== incident_id &&
			(as_of === null || (other.verdict_decided_on !== null && other.verdict_decided_on <= as_of)),
	);
	const { posterior } = method === "vote" ? vote(answers) : oneCoin(answers, { settled });
	const best = leading(answers, posterior, q);
	if (best.length > 1) return "tied";
	const value = best[0] as number;
	const answer = answers.classes[answers.valueClass[value] as number] as string;
	return {
		proposition_id,
		incident_id,
		as_of,
		answer,
		// Shares are sums of fractions, which may pass 1 in the last bit.
		probability: Math.min(1, posterior[value] as number),
		outcome: holds(answer, heard, question),
		origins: (answers.claimStart[q + 1] as number) - (answers.claimStart[q] as number),
		learned_from: settled.size,
	};
}

function holds(answer: string, { used }: DossierAnswers, question: ResolvedProposition): boolean {
	const right = rightAnswers(
		question,
		used.filter((row) => row.question === question.proposition_id),
	);
	if (answer === anotherAnswer) return right.size === 0;
	return (
		right.has(answer) || answer === answerLabel({ value: question.verdict_value, value_min: null, value_max: null })
	);
}
