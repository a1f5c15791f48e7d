import { agrees, answerLabel } from "../../claims/answers.js";
import { originalSourcesOf } from "../../claims/original-source.js";
import { isResolved, type ResolvedProposition } from "../../claims/resolved.js";
import { sourcesById } from "../../claims/sides.js";
import { countExclusions, type Excluded } from "../../records/exclusions.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";
import { remembered } from "../../records/remembered.js";
import { type AnswerRow, type Answers, answerCoder } from "./answers.js";
import type { ResolvedAnswers } from "./resolved.js";

/** Why a claim is not used as an answer, in the order in which they are asked; a claim has the first that fits. */
export const truthExclusions = [
	"untraced_repeat",
	"collective_source",
	"number_denied",
	"no_answer",
	"circular_verdict",
	"undated",
	"published_later",
	"repeat",
	"other_statement",
	"two_answers_same_day",
] as const;
export type TruthExclusionReason = (typeof truthExclusions)[number];

/** One answer that is used, and the claim it was read from; `source` is the original source. */
export interface UsedClaim extends AnswerRow {
	readonly claim: Claim;
}

/** Answers of a dossier, one for each original source and question. */
export interface DossierAnswers {
	readonly answers: Answers;
	readonly used: readonly UsedClaim[];
	/** Claims that are not used; with `used` they add up to all claims. */
	readonly excluded: readonly { readonly claim_id: string; readonly reason: TruthExclusionReason }[];
}

/** How many claims were excluded for one reason. */
export type TruthExclusion = Excluded<TruthExclusionReason>;

/** Excluded claims counted by reason, in the order in which reasons are asked. */
export const countExcluded = (excluded: DossierAnswers["excluded"]): TruthExclusion[] =>
	countExclusions(
		truthExclusions,
		excluded.map(({ reason }) => reason),
	);

/** Which claims are used. */
export interface AnswerOptions {
	/** A source's `last` statement on a question (default), for what is true; or its `first`, for what was first reported. */
	readonly statement?: "first" | "last";
	/** Only claims published by this day; undated ones are excluded. */
	readonly asOf?: string;
	/** `false` excludes a claim; to exclude a source, exclude its repeats too: the second argument is the original source. */
	readonly keep?: (claim: Claim, originalSource: string) => boolean;
}

/** Name of the value that nobody gives on an unresolved question: every source may be wrong. */
export const anotherAnswer = "another answer";

/**
 * Answers of a dossier in coded form, ready for every truth method. A repeat counts as its original source's answer,
 * once, and only where the original source is not recorded itself, so a further repeat changes no estimate. Excluded,
 * with the reason: repeats that name no original source, collective sources, claims without an answer, and a source's
 * other statements on the same question. Two answers on the day that counts are no answer. An undated claim counts only
 * where its source has no dated one.
 *
 * A denial is an answer: "no" to a yes-or-no question, "0" to a count. One that gives no number is excluded
 * (`number_denied`). A range is a value of its own. Yes-or-no questions have both values; all others have those given,
 * those of the codebook and `another answer`, which nobody gives.
 *
 * @example
 * answersByOriginalSource(dossier).answers.sources.length // → 4
 */
export function answersByOriginalSource(dossier: Dossier, options: AnswerOptions = {}): DossierAnswers {
	const { used, excluded } = chosenAnswers(possibleAnswers(dossier), options);
	return { answers: codedAnswers(dossier, used), used, excluded };
}

/** The used claims on one question alone, as `answersByOriginalSource` chooses them. */
export const usedOnQuestion = (dossier: Dossier, question: string, options: AnswerOptions): readonly UsedClaim[] =>
	chosenAnswers(possibleByQuestion(dossier).get(question) ?? [], options).used;

function chosenAnswers(
	possible: readonly PossibleAnswer[],
	{ statement = "last", asOf, keep = () => true }: AnswerOptions,
): Omit<DossierAnswers, "answers"> {
	const excluded: { claim_id: string; reason: TruthExclusionReason }[] = [];
	const reasonOf = ({ claim, originalSource, reason }: PossibleAnswer): TruthExclusionReason | null => {
		if (reason !== null || originalSource === null) return reason;
		if (!keep(claim, originalSource)) return "circular_verdict";
		if (asOf !== undefined && claim.published_on === null) return "undated";
		return asOf !== undefined && (claim.published_on as string) > asOf ? "published_later" : null;
	};
	const statementsOf = new Map<number, PossibleAnswer[]>();
	for (const each of possible) {
		const reason = reasonOf(each);
		const same = statementsOf.get(each.group);
		if (reason !== null) excluded.push({ claim_id: each.claim.claim_id, reason });
		else if (same) same.push(each);
		else statementsOf.set(each.group, [each]);
	}

	const used: UsedClaim[] = [];
	const exclude = (rest: readonly PossibleAnswer[], reason: TruthExclusionReason) => {
		for (const { claim } of rest) excluded.push({ claim_id: claim.claim_id, reason });
	};
	for (const claims of statementsOf.values()) {
		const own = claims.filter(({ claim }) => claim.stance !== "repeats");
		// A repeat counts only where its original source is not recorded itself, and then the first repeat does.
		const statements = own.length > 0 ? own : claims;
		if (own.length > 0)
			exclude(
				claims.filter(({ claim }) => claim.stance === "repeats"),
				"repeat",
			);
		const chosen = statementThatCounts(statements, own.length > 0 ? statement : "first");
		if (chosen === null) exclude(statements, "two_answers_same_day");
		else {
			exclude(
				statements.filter((each) => each !== chosen),
				own.length > 0 ? "other_statement" : "repeat",
			);
			used.push(chosen.used);
		}
	}
	return { used, excluded };
}

/** A claim as an answer of its original source, as far as no option matters. */
interface PossibleAnswer {
	readonly claim: Claim;
	readonly originalSource: string | null;
	/** Why it is no answer whatever the options are. */
	readonly reason: TruthExclusionReason | null;
	/** The same number for all statements of one original source on one question. */
	readonly group: number;
	/** What it is if it is used. */
	readonly used: UsedClaim;
}

/** Every claim of a dossier, in the order of the ids. */
const possibleAnswers = remembered((dossier: Dossier): readonly PossibleAnswer[] => {
	const sources = sourcesById(dossier);
	const originalSourceOf = originalSourcesOf(dossier);
	const types = new Map(dossier.propositions.map(({ proposition_id, type }) => [proposition_id, type]));
	const groups = new Map<string, number>();
	const reasonOf = (claim: Claim, originalSource: string | null): TruthExclusionReason | null => {
		if (originalSource === null) return "untraced_repeat";
		if (sources.get(originalSource)?.collective) return "collective_source";
		if (claim.value !== null || claim.value_min !== null || claim.value_max !== null) return null;
		return claim.stance === "denies" && types.get(claim.proposition_id) === "count" ? "number_denied" : "no_answer";
	};
	return [...dossier.claims]
		.sort((a, b) => (a.claim_id < b.claim_id ? -1 : 1))
		.map((claim) => {
			const originalSource = originalSourceOf(claim);
			const key = `${claim.proposition_id} ${originalSource}`;
			const group = groups.get(key) ?? groups.size;
			groups.set(key, group);
			const used = {
				claim,
				question: claim.proposition_id,
				source: originalSource ?? claim.source_id,
				value: answerLabel(claim),
			};
			return { claim, originalSource, reason: reasonOf(claim, originalSource), group, used };
		});
});

const possibleByQuestion = remembered((dossier: Dossier) =>
	groupBy(possibleAnswers(dossier), ({ used }) => used.question),
);

/** Used claims in coded form: all of a dossier, or those of some questions. */
export function codedAnswers(dossier: Dossier, used: readonly UsedClaim[]): Answers {
	const { placeOf, code } = coderOf(dossier);
	return code(used.map((row) => placeOf.get(row) as number));
}

const coderOf = remembered((dossier: Dossier) => {
	const candidates = new Map(dossier.propositions.map((row) => [row.proposition_id, candidatesOf(row)]));
	const rows = possibleAnswers(dossier).flatMap(({ reason, used }) => (reason === null ? [used] : []));
	return { placeOf: new Map(rows.map((row, place) => [row, place])), code: answerCoder(rows, candidates) };
});

/** The first or last of a source's statements; `null` where it gave two answers on that day. */
function statementThatCounts(claims: readonly PossibleAnswer[], statement: "first" | "last"): PossibleAnswer | null {
	if (claims.length === 1) return claims[0] as PossibleAnswer;
	const dated = claims.filter(({ claim }) => claim.published_on !== null);
	const known = dated.length > 0 ? dated : claims;
	const days = known.map(({ claim }) => claim.published_on ?? "").sort();
	const day = statement === "first" ? days[0] : days.at(-1);
	const thatDay = known.filter(({ claim }) => (claim.published_on ?? "") === day);
	const corrected = thatDay.filter(({ claim }) => claim.stance === "corrects");
	const last = statement === "last" && corrected.length > 0 ? corrected : thatDay;
	return new Set(last.map(({ used }) => used.value)).size === 1 ? (last[0] as PossibleAnswer) : null;
}

const candidatesOf = ({ type, categories }: Proposition): string[] =>
	type === "boolean" ? ["yes", "no"] : [...categories.map((slug) => slug.replaceAll("_", " ")), anotherAnswer];

/**
 * The given answers that agree with a verdict: its value, and ranges that contain it.
 *
 * @example
 * rightAnswers(dossier.propositions[0], []).size // → 0
 */
export const rightAnswers = (
	{ verdict_value }: ResolvedProposition,
	given: readonly UsedClaim[],
): ReadonlySet<string> => new Set(given.filter(({ claim }) => agrees(claim, verdict_value)).map(({ value }) => value));

/**
 * Resolved questions among the answers, each with every value that agrees with its verdict: the value itself, and ranges
 * that contain it.
 *
 * @param keep `false` excludes a verdict
 * @example
 * resolvedAnswers(dossier, answersByOriginalSource(dossier)).size // → 4
 */
export function resolvedAnswers(
	dossier: Dossier,
	{ used }: Pick<DossierAnswers, "used">,
	keep: (proposition: Proposition) => boolean = () => true,
): ResolvedAnswers {
	const claims = groupBy(used, ({ question }) => question);
	return new Map(
		dossier.propositions.filter(isResolved).flatMap((proposition) => {
			const own = claims.get(proposition.proposition_id);
			if (own === undefined || !keep(proposition)) return [];
			return [[proposition.proposition_id, rightAnswers(proposition, own)] as const];
		}),
	);
}
