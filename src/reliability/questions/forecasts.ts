import { addDays } from "../../calendar/days.js";
import { answerLabel } from "../../claims/answers.js";
import { reliesOnSource } from "../../claims/circularity.js";
import { isResolved, type ResolvedProposition } from "../../claims/resolved.js";
import { countExclusions, type Excluded } from "../../records/exclusions.js";
import type { Dossier } from "../../records/records.js";
import { remembered } from "../../records/remembered.js";
import type { Forecast } from "../../statistics/scores.js";
import {
	anotherAnswer,
	answersByOriginalSource,
	codedAnswers,
	resolvedAnswers,
	rightAnswers,
	type UsedClaim,
	usedOnQuestion,
} from "../truth/dossier-answers.js";
import { foldsOf } from "../truth/folds.js";
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
 * With many questions several share one estimate (`foldsOf`): it learns nothing from any of their incidents, and
 * nothing later than the day before the first of them was resolved.
 *
 * @example
 * forecastAnswers(dossier).excluded.find(({ reason }) => reason === "tied").n // → 2
 */
export function forecastAnswers(dossier: Dossier, options: ForecastOptions = {}): Forecasts {
	const { known = "day_before" } = options;
	const sorted = [...dossier.propositions].sort((a, b) => (a.proposition_id < b.proposition_id ? -1 : 1));
	const reasons: ForecastExclusion[] = [];
	const asked: AskedQuestion[] = [];
	for (const question of sorted) {
		if (!isResolved(question)) reasons.push("unresolved");
		else if (known === "today") asked.push({ question, as_of: null });
		else if (question.verdict_decided_on === null) reasons.push("verdict_undated");
		else asked.push({ question, as_of: addDays(question.verdict_decided_on, -1) });
	}
	const made = new Map(
		batchesOf(asked, dossier.claims.length).flatMap((batch) => forecastBatch(dossier, batch, options)),
	);
	const forecasts = asked.flatMap(({ question }) => {
		const forecast = made.get(question.proposition_id) as QuestionForecast | ForecastExclusion;
		if (typeof forecast !== "string") return [forecast];
		reasons.push(forecast);
		return [];
	});
	return { forecasts, excluded: countExclusions(forecastExclusions, reasons) };
}

/** A resolved question, and the last day of what its forecast may know; `null` without such a day. */
interface AskedQuestion {
	readonly question: ResolvedProposition;
	readonly as_of: string | null;
}

/** Questions that share one estimate: each has its own, unless there are too many; then those resolved one after another. */
function batchesOf(asked: readonly AskedQuestion[], claims: number): readonly (readonly AskedQuestion[])[] {
	const inOrder = [...asked].sort((a, b) =>
		(a.as_of ?? "") < (b.as_of ?? "") ? -1 : (a.as_of ?? "") > (b.as_of ?? "") ? 1 : 0,
	);
	const folds = new Set(
		foldsOf(
			asked.map(({ question }) => question.proposition_id),
			claims,
		).values(),
	).size;
	const batches = Array.from({ length: folds }, (): AskedQuestion[] => []);
	inOrder.forEach((each, place) => {
		batches[Math.floor((place * folds) / inOrder.length)]?.push(each);
	});
	return batches;
}

function forecastBatch(
	dossier: Dossier,
	batch: readonly AskedQuestion[],
	{ method = "one_coin", circular = "exclude" }: ForecastOptions,
): (readonly [string, QuestionForecast | ForecastExclusion])[] {
	const isCircular = reliesOnSource(dossier);
	const dated = (day: string | null) => (day === null ? {} : { asOf: day });
	const first = batch[0]?.as_of ?? null;
	const ownUsed = new Map(
		batch.map(({ question: { proposition_id }, as_of }) => [
			proposition_id,
			usedOnQuestion(dossier, proposition_id, {
				...dated(as_of),
				keep: (claim, originalSource) => circular === "include" || !isCircular({ ...claim, source_id: originalSource }),
			}),
		]),
	);
	if ([...ownUsed.values()].every((used) => used.length === 0))
		return [...ownUsed.keys()].map((id) => [id, "no_source_yet"]);
	const others = usedAsOf(dossier, first).filter(({ question }) => !ownUsed.has(question));
	const used = [...others, ...[...ownUsed.values()].flat()];
	const answers = codedAnswers(dossier, used);
	const incidents = new Set(batch.map(({ question }) => question.incident_id));
	const resolved = resolvedAnswers(
		dossier,
		{ used },
		({ incident_id, verdict_decided_on }) =>
			!incidents.has(incident_id) && (first === null || (verdict_decided_on !== null && verdict_decided_on <= first)),
	);
	const { posterior } = method === "vote" ? vote(answers) : oneCoin(answers, { resolved });
	const placeOf = new Map(answers.questions.map((question, place) => [question, place]));
	return batch.map(({ question, as_of }) => {
		const { proposition_id, incident_id } = question;
		const q = placeOf.get(proposition_id);
		if (q === undefined) return [proposition_id, "no_source_yet"];
		const best = leading(answers, posterior, q);
		if (best.length > 1) return [proposition_id, "tied"];
		const value = best[0] as number;
		const answer = answers.classes[answers.valueClass[value] as number] as string;
		return [
			proposition_id,
			{
				proposition_id,
				incident_id,
				as_of,
				answer,
				// Shares are sums of fractions, which may pass 1 in the last bit.
				probability: Math.min(1, posterior[value] as number),
				outcome: isSupported(answer, ownUsed.get(proposition_id) as readonly UsedClaim[], question),
				original_sources: (answers.claimStart[q + 1] as number) - (answers.claimStart[q] as number),
				learned_from: resolved.size,
			},
		];
	});
}

function usedAsOf(dossier: Dossier, day: string | null): readonly UsedClaim[] {
	return day === null ? usedToday(dossier) : answersByOriginalSource(dossier, { asOf: day }).used;
}
const usedToday = remembered((dossier: Dossier) => answersByOriginalSource(dossier).used);

function isSupported(answer: string, used: readonly UsedClaim[], question: ResolvedProposition): boolean {
	const right = rightAnswers(question, used);
	if (answer === anotherAnswer) return right.size === 0;
	return (
		right.has(answer) || answer === answerLabel({ value: question.verdict_value, value_min: null, value_max: null })
	);
}
