import { answerLabel } from "../../claims/answers.js";
import { rangeOf } from "../../claims/number-range.js";
import { knownOption } from "../../records/known-option.js";
import type { Claim, Dossier, Value } from "../../records/records.js";
import { middleOf } from "../../statistics/middle.js";
import { type AnsweredQuestion, answeredQuestions, type ReportUnit } from "./answered.js";
import { type DaySpanAnswer, dayKeys, daysOfAnswer } from "./day-answer.js";

/** How several answers to one question become one. */
export const aggregationRules = ["most_frequent", "most_precise", "lowest", "median", "highest"] as const;
/** One of `aggregationRules`. */
export type AggregationRule = (typeof aggregationRules)[number];

/** One answer to a question, chosen by a rule from all answers to it. */
export interface AggregatedAnswer {
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly key: string;
	/** Answers that the rule chose from. */
	readonly answers: number;
	/** Different answers among them: 1 where no rule can change anything. */
	readonly different: number;
	/** The answer; a median number can be a half. */
	readonly value: Value;
	/** First and last day of an answer that is a day; `null` for any other. */
	readonly days: DaySpanAnswer | null;
	/** `false` where the rule does not fit the question, such as the lowest of several names: the most frequent is given. */
	readonly rule_fits: boolean;
}

/** Options of `aggregateAnswers`. */
export interface AggregationOptions {
	/** `original_sources` (default): one answer for each original source; `reports`: every report. */
	readonly of?: ReportUnit;
}

/** What a rule compares: an answer as a text, with its place in the order where it has one. */
interface Candidate {
	readonly claim: Claim;
	readonly label: string;
	readonly value: Value;
	/** Lowest, best and highest place in the order of numbers, days, or no before yes; `null` without an order. */
	readonly place: readonly [low: number, best: number, high: number] | null;
	/** Narrower is more precise; `Infinity` where nothing is said about it. */
	readonly width: number;
}

/**
 * The answer to every question under one aggregation rule, in the words of R's eventreport (van Baalen & Höglund 2026).
 *
 * - `most_frequent`: the answer given most often. Ties: the lowest number, the earliest day, no before yes; of other
 *   categories the most precise, then the one given first, then by alphabet.
 * - `most_precise`: the most frequent of the most precise answers: the narrowest range of numbers, the fewest days, the
 *   place with the smallest `precision_km` in places.csv.
 * - `lowest`, `median`, `highest`: of numbers (the ends of ranges for lowest and highest), of days (earliest, middle,
 *   latest) and of yes and no (no if anyone says no, the majority, yes if anyone says yes). Of an even number of days
 *   the median is the earlier of the two in the middle, and a tie of yes and no is no. Names have no order: the most
 *   frequent is given, and `rule_fits` is `false`.
 *
 * @throws `unknown aggregation rule: mean (known: most_frequent, most_precise, lowest, median, highest)`
 * @example
 * aggregateAnswers(dossier, "highest").map(({ value }) => value) // → [true, 9, 5, true, true, "band"]
 */
export function aggregateAnswers(
	dossier: Dossier,
	rule: AggregationRule,
	{ of = "original_sources" }: AggregationOptions = {},
): AggregatedAnswer[] {
	knownOption("aggregation rule", rule, aggregationRules);
	const precision = new Map(dossier.places.map(({ place_id, precision_km }) => [place_id, precision_km]));
	return answeredQuestions(dossier, of).flatMap((answered) => {
		const candidates = candidatesOf(answered, precision);
		if (candidates.length === 0) return [];
		const { question } = answered;
		const chosen = choose(candidates, rule);
		return [
			{
				proposition_id: question.proposition_id,
				incident_id: question.incident_id,
				key: question.key,
				answers: candidates.length,
				different: new Set(candidates.map(({ label }) => label)).size,
				value: chosen.value,
				days: dayKeys.includes(question.key) ? daysOfAnswer(String(chosen.value)) : null,
				rule_fits: chosen.fits,
			},
		];
	});
}

function candidatesOf(
	{ question, answers }: AnsweredQuestion,
	precision: ReadonlyMap<string, number | null>,
): Candidate[] {
	return answers.map((claim): Candidate => {
		const label = answerLabel(claim);
		if (question.type === "count") {
			const [low, high] = rangeOf(claim);
			const given = [claim.value, claim.value_min, claim.value_max].flatMap((each) => each ?? []).map(Number);
			const best = Number(claim.value ?? claim.value_min ?? claim.value_max);
			return {
				claim,
				label: `${best}`,
				value: best,
				place: [Math.min(...given), best, Math.max(...given)],
				width: high - low,
			};
		}
		const value = claim.value as Value;
		if (typeof value === "boolean") return { claim, label, value, place: [+value, +value, +value], width: 0 };
		const days = dayKeys.includes(question.key) ? daysOfAnswer(String(value)) : null;
		if (days !== null) {
			const place = Date.parse(days.first);
			return { claim, label, value, place: [place, place, place], width: days.days };
		}
		return { claim, label, value, place: null, width: precision.get(String(value)) ?? Number.POSITIVE_INFINITY };
	});
}

/** The answer that a rule chooses, and whether the rule fits. */
function choose(
	candidates: readonly Candidate[],
	rule: AggregationRule,
): { readonly value: Value; readonly fits: boolean } {
	const ordered = candidates.filter(({ place }) => place !== null) as readonly (Candidate & {
		readonly place: NonNullable<Candidate["place"]>;
	})[];
	if (rule === "most_precise") {
		const least = Math.min(...candidates.map(({ width }) => width));
		// Yes and no are equally precise, and so are places of which no precision is known.
		const fits = Number.isFinite(least) && typeof candidates[0]?.value !== "boolean";
		return { value: mostFrequent(candidates.filter(({ width }) => width === least)).value, fits };
	}
	if (rule === "most_frequent" || ordered.length === 0)
		return { value: mostFrequent(candidates).value, fits: rule === "most_frequent" };
	const isNumber = typeof ordered[0]?.value === "number";
	if (rule === "median") {
		const middle = middleOf(
			ordered.map(({ place }) => place[1]),
			isNumber ? "mean" : "lower",
		);
		return { value: isNumber ? middle : valueAt(ordered, 1, middle), fits: true };
	}
	const end = rule === "lowest" ? 0 : 2;
	const ends = ordered.map(({ place }) => place[end]);
	const extreme = rule === "lowest" ? Math.min(...ends) : Math.max(...ends);
	return { value: isNumber ? extreme : valueAt(ordered, end, extreme), fits: true };
}

/** The value of the narrowest answer at a place in the order. */
function valueAt(
	candidates: readonly (Candidate & { readonly place: NonNullable<Candidate["place"]> })[],
	end: 0 | 1 | 2,
	place: number,
): Value {
	const there = candidates.filter((each) => each.place[end] === place);
	return there.reduce((best, each) => (each.width < best.width ? each : best)).value;
}

function mostFrequent(candidates: readonly Candidate[]): Candidate {
	const counts = new Map<string, number>();
	for (const { label } of candidates) counts.set(label, (counts.get(label) ?? 0) + 1);
	return candidates.reduce((best, each) => (isBefore(each, best, counts) ? each : best));
}

/** Whether one answer comes before another: more often given, then by the tie-breaks. */
function isBefore(one: Candidate, other: Candidate, counts: ReadonlyMap<string, number>): boolean {
	const steps: readonly number[] = [
		(counts.get(other.label) ?? 0) - (counts.get(one.label) ?? 0),
		one.place === null || other.place === null ? 0 : one.place[1] - other.place[1],
		one.width === other.width ? 0 : one.width - other.width,
		compare(one.claim.published_on ?? "9999", other.claim.published_on ?? "9999"),
		compare(one.label, other.label),
	];
	return (steps.find((step) => step !== 0) ?? 0) < 0;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
