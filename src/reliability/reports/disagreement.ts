import { answerLabel, valueLabel } from "../../claims/answers.js";
import { rangeOf } from "../../claims/number-range.js";
import type { Excluded } from "../../records/exclusions.js";
import { groupBy } from "../../records/group-by.js";
import { knownOption } from "../../records/known-option.js";
import type { Claim, Dossier } from "../../records/records.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { chartRandom } from "../../statistics/random.js";
import { wilson } from "../../statistics/share-interval.js";
import { resampling } from "../resampling.js";
import {
	type AnsweredQuestion,
	answeredQuestions,
	type ReportExclusion,
	type ReportUnit,
	reportExclusions,
} from "./answered.js";
import {
	deviationOf,
	divergenceOf,
	type EventSums,
	meanOf,
	modalOf,
	rangeOfNumbers,
	shareOf,
	sumsOfEvent,
} from "./diagnostics.js";

/**
 * Which incidents are averaged over: those with two answers to the question or more, those with two reports or more on
 * any question, or all that are reported on.
 */
export const disagreementScopes = ["two_answers", "two_reports", "all"] as const;
export type DisagreementScope = (typeof disagreementScopes)[number];

/** What disagreement is averaged by: the key of the question, or its type. */
export const disagreementGroupings = ["key", "type"] as const;
export type DisagreementGrouping = (typeof disagreementGroupings)[number];

/** A mean over incidents with its 95% limits; the limits are `null` with fewer than ten incidents. */
export interface MeanWithLimits {
	readonly value: number;
	readonly low: number | null;
	readonly high: number | null;
}

/** How far the reports on one variable disagree. */
export interface DisagreementRow {
	/** A `key` of propositions.csv, such as `killed_civilians`, or a type. */
	readonly group: string;
	/** Questions averaged over: one an incident, where grouped by key. */
	readonly n: number;
	readonly incidents: number;
	/** Questions not averaged over: fewer answers or reports than `scope` asks for. */
	readonly too_few: number;
	/** Answers to the n questions. */
	readonly answers: number;
	/** Share of questions with two different answers or more; this and every mean is `null` where n is 0. */
	readonly share_with_disagreement: MeanWithLimits | null;
	/** Mean number of different answers less one. */
	readonly divergence: MeanWithLimits | null;
	/** Divergence over the number of different answers in all; `null` without an answer. */
	readonly normalised_divergence: number | null;
	/** Mean share of a question's answers that equal its most frequent one. */
	readonly modal_agreement: MeanWithLimits | null;
	/** Mean of the greatest less the least number; `null` for what is no count. */
	readonly mean_range: MeanWithLimits | null;
	/** Mean standard deviation of the numbers of a question (n − 1), over questions with two numbers or more. */
	readonly mean_sd: MeanWithLimits | null;
	/** Questions on which two ranges have no number in common; `null` for what is no count. */
	readonly ranges_apart: number | null;
	/** Claims that are not answers, by reason; with `answers` and those on the questions of `too_few`, all claims. */
	readonly excluded: readonly Excluded<ReportExclusion>[];
}

/** Options of `disagreement`. */
export interface DisagreementOptions {
	/** `original_sources` (default): one answer for each original source; `reports`: every report, repeats among them. */
	readonly of?: ReportUnit;
	/** `two_answers` (default): an incident with one answer cannot disagree. */
	readonly scope?: DisagreementScope;
	/** Default `key`. */
	readonly by?: DisagreementGrouping;
	/** Bootstrap resamples (default 2,000); 0 gives no limits but those of the share. */
	readonly draws?: number;
}

/** One question or, where nobody answered it, an incident without answers. */
interface Event extends EventSums {
	readonly incident: string;
	readonly answers: number;
	readonly labels: readonly string[];
	readonly range: number | null;
	readonly deviation: number | null;
	readonly isApart: boolean;
}

/**
 * How far reports on the same incident disagree, for each variable: the diagnostics of R's eventreport (van Baalen &
 * Höglund, International Studies Quarterly 70(1), 2026) on claims, with 95% intervals, what is excluded, and one answer
 * for each original source. The share has Wilson's interval, or by type a bootstrap of incidents, whose questions are
 * correlated; means have a bootstrap of incidents.
 *
 * A number is the claim's `value`, or both ends of a range without one. eventreport's own figures, which count every
 * report and every event: `{ of: "reports", scope: "all" }`; it counts a missing value as one more value in
 * share and divergence, this does not.
 *
 * @throws `unknown scope: some (known: two_answers, two_reports, all)`
 * @example
 * disagreement(dossier)[0] // → { group: "occurred", n: 2, answers: 5 }
 */
export function disagreement(dossier: Dossier, options: DisagreementOptions = {}): DisagreementRow[] {
	const { of = "original_sources", scope = "two_answers", by = "key", draws = resampling.draws } = options;
	knownOption("scope", scope, disagreementScopes);
	knownOption("grouping", by, disagreementGroupings);
	const questions = answeredQuestions(dossier, of);
	const reports = new Map<string, number>();
	for (const { question, answers } of questions)
		reports.set(question.incident_id, Math.max(reports.get(question.incident_id) ?? 0, answers.length));
	const isIn = (incident: string, answers: number) =>
		scope === "two_answers" ? answers > 1 : (reports.get(incident) ?? 0) > (scope === "all" ? 0 : 1);
	const groups = groupBy(questions, ({ question }) => (by === "key" ? question.key : question.type));
	return [...groups].map(([group, own]) => {
		const all = own.map(eventOf);
		const asked = new Set(all.map(({ incident }) => incident));
		// An incident on which nobody answered this question is one without a value.
		const silent =
			by === "type" || scope === "two_answers"
				? []
				: [...reports.keys()].filter((incident) => !asked.has(incident)).map(withoutAnswer);
		const events = [...all, ...silent].filter(({ incident, answers }) => isIn(incident, answers));
		return {
			group,
			too_few: all.length - all.filter(({ incident, answers }) => isIn(incident, answers)).length,
			...averages(events, draws),
			ranges_apart: own.some(({ question }) => question.type === "count")
				? events.filter(({ isApart }) => isApart).length
				: null,
			excluded: added(own),
		};
	});
}

function averages(events: readonly Event[], draws: number) {
	const clusters = [...groupBy(events, ({ incident }) => incident).values()];
	const withLimits = (statistic: (events: readonly Event[]) => number | null): MeanWithLimits | null => {
		const value = statistic(events);
		if (value === null) return null;
		if (clusters.length < resampling.minimumIncidents || draws === 0) return { value, low: null, high: null };
		const limits = clusterBootstrap(clusters, (drawn) => statistic(drawn.flat()) ?? 0, {
			random: chartRandom(),
			draws,
		})(intervalLevel);
		return { value, ...limits };
	};
	const n = events.length;
	const disagreeing = events.filter(({ distinct }) => distinct > 1).length;
	const isOneEach = clusters.length === n;
	const share =
		n > 0 && isOneEach ? { value: disagreeing / n, ...wilson(disagreeing, n, intervalLevel) } : withLimits(shareOf);
	const divergence = withLimits(divergenceOf);
	const different = new Set(events.flatMap(({ labels }) => labels)).size;
	return {
		n,
		incidents: clusters.length,
		answers: events.reduce((sum, { answers }) => sum + answers, 0),
		share_with_disagreement: share,
		divergence,
		normalised_divergence: divergence === null || different === 0 ? null : divergence.value / different,
		modal_agreement: withLimits(modalOf),
		mean_range: withLimits((drawn) => meanOf(drawn.map(({ range }) => range))),
		mean_sd: withLimits((drawn) => meanOf(drawn.map(({ deviation }) => deviation))),
	};
}

/** An answer as it is compared: a number without its range, where the claim gives both. */
const comparedLabel = (claim: Claim): string => (claim.value === null ? answerLabel(claim) : valueLabel(claim.value));

function eventOf({ question, answers }: AnsweredQuestion): Event {
	const labels = answers.map(comparedLabel);
	const isCount = question.type === "count";
	const numbers = isCount
		? answers.flatMap(({ value, value_min, value_max }) =>
				value === null ? [value_min, value_max].flatMap((each) => each ?? []) : [Number(value)],
			)
		: [];
	const ranges = isCount ? answers.map(rangeOf) : [];
	return {
		incident: question.incident_id,
		answers: answers.length,
		labels,
		...sumsOfEvent(labels),
		range: rangeOfNumbers(numbers),
		deviation: deviationOf(numbers),
		isApart: Math.max(...ranges.map(([low]) => low)) > Math.min(...ranges.map(([, high]) => high)),
	};
}

const withoutAnswer = (incident: string): Event => ({
	incident,
	answers: 0,
	labels: [],
	distinct: 0,
	modal: null,
	range: null,
	deviation: null,
	isApart: false,
});

/** Excluded claims of several questions, added up by reason. */
function added(questions: readonly AnsweredQuestion[]): Excluded<ReportExclusion>[] {
	const all = questions.flatMap(({ excluded }) => excluded);
	return reportExclusions
		.map((reason) => ({
			reason,
			n: all.filter((each) => each.reason === reason).reduce((sum, { n }) => sum + n, 0),
		}))
		.filter(({ n }) => n > 0);
}
