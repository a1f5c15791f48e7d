import { addDays } from "../../calendar/days.js";
import { answerLabel } from "../../claims/answers.js";
import { reliesOnSource } from "../../claims/circularity.js";
import { isResolved, type ResolvedProposition } from "../../claims/resolved.js";
import { countExclusions, type Excluded } from "../../records/exclusions.js";
import type { Dossier, Proposition } from "../../records/records.js";
import type { Forecast } from "../../statistics/scores.js";
import {
	anotherAnswer,
	answersByOriginalSource,
	type DossierAnswers,
	resolvedAnswers,
	rightAnswers,
} from "../truth/dossier-answers.js";
import type { Circular } from "../truth/method-answers.js";
import { oneCoin } from "../truth/one-coin.js";
import { leading } from "../truth/result.js";
import { vote } from "../truth/vote.js";

/** Why a question has no forecast, in the order in which they are asked; a question has the first that fits. */
export const forecastExclusions = ["unresolved", "verdict_undated", "no_source_yet", "tied"] as const;
export type ForecastExclusion = (typeof forecastExclusions)[number];

/** The likeliest answer the day before a question was resolved, and whether the verdict supports it. */
export interface QuestionForecast extends Forecast {
	readonly proposition_id: string;
	readonly incident_id: string;
	/** The day before the publication that resolved it; `null` as known today. */
	readonly as_of: string | null;
	/** The likeliest answer; `probability` is its probability, `outcome` whether the verdict supports it. */
	readonly answer: string;
	/** Original sources that had answered by then. */
	readonly original_sources: number;
	/** Resolved questions of other incidents that the estimate had learned from. */
	readonly learned_from: number;
}

/** Forecasts, and the questions that have none: together all questions. */
export interface Forecasts {
	readonly forecasts: readonly QuestionForecast[];
	readonly excluded: readonly Excluded<ForecastExclusion>[];
}

/** How forecasts are made. */
export interface ForecastOptions {
	/** `one_coin` (default): accuracies of sources as known by then. `vote`: share of original sources. */
	readonly method?: "one_coin" | "vote";
	/**
	 * `exclude` (default): sources on whose claims the verdict relies are not used, nor their institution, so that no
	 * answer is scored by a verdict it has itself made. `include`: they are, where published by then.
	 */
	readonly circular?: Circular;
	/**
	 * `day_before` (default): from what was known the day before the resolving publication. `today`: from all claims and
	 * all verdicts of other incidents known today, for more questions than dates allow.
	 */
	readonly known?: "day_before" | "today";
}

/**
 * The likeliest answer to each resolved question the day before the publication that resolved it: from claims dated by
 * then and verdicts of other incidents decided by then. The estimate learns nothing from the question's own incident.
 *
 * A question gives one forecast, that its likeliest answer is right. The probabilities are uncalibrated: recalibrate
 * them (`recalibrateLeaveOneOut`) before using a word of probability.
 *
 * @example
 * forecastAnswers(dossier).excluded.find(({ reason }) => reason === "tied").n // → 2
 */
export function forecastAnswers(dossier: Dossier, options: ForecastOptions = {}): Forecasts {
	const isCircular = reliesOnSource(dossier);
	const forecasts: QuestionForecast[] = [];
	const reasons: ForecastExclusion[] = [];
	const sorted = [...dossier.propositions].sort((a, b) => (a.proposition_id < b.proposition_id ? -1 : 1));
	for (const question of sorted) {
		const made = forecastOf(dossier, question, isCircular, options);
		if (typeof made === "string") reasons.push(made);
		else forecasts.push(made);
	}
	return { forecasts, excluded: countExclusions(forecastExclusions, reasons) };
}

function forecastOf(
	dossier: Dossier,
	question: Proposition,
	isCircular: ReturnType<typeof reliesOnSource>,
	{ method = "one_coin", circular = "exclude", known = "day_before" }: ForecastOptions,
): QuestionForecast | ForecastExclusion {
	if (!isResolved(question)) return "unresolved";
	const { proposition_id, incident_id, verdict_decided_on } = question;
	if (known === "day_before" && verdict_decided_on === null) return "verdict_undated";
	const as_of = known === "today" ? null : addDays(verdict_decided_on as string, -1);
	const given = answersByOriginalSource(dossier, {
		...(as_of === null ? {} : { asOf: as_of }),
		keep: (claim, originalSource) =>
			circular === "include" ||
			claim.proposition_id !== proposition_id ||
			!isCircular({ ...claim, source_id: originalSource }),
	});
	const { answers } = given;
	const q = answers.questions.indexOf(proposition_id);
	if (q < 0) return "no_source_yet";
	const resolved = resolvedAnswers(
		dossier,
		given,
		(other) =>
			other.incident_id !== incident_id &&
			(as_of === null || (other.verdict_decided_on !== null && other.verdict_decided_on <= as_of)),
	);
	const { posterior } = method === "vote" ? vote(answers) : oneCoin(answers, { resolved });
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
		outcome: isSupported(answer, given, question),
		original_sources: (answers.claimStart[q + 1] as number) - (answers.claimStart[q] as number),
		learned_from: resolved.size,
	};
}

function isSupported(answer: string, { used }: DossierAnswers, question: ResolvedProposition): boolean {
	const right = rightAnswers(
		question,
		used.filter((row) => row.question === question.proposition_id),
	);
	if (answer === anotherAnswer) return right.size === 0;
	return (
		right.has(answer) || answer === answerLabel({ value: question.verdict_value, value_min: null, value_max: null })
	);
}
