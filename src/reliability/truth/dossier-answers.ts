import { agrees, answerLabel } from "../../claims/answers.js";
import { originalSourceOf } from "../../claims/original-source.js";
import { isResolved, type ResolvedProposition } from "../../claims/resolved.js";
import { sourcesById } from "../../claims/sides.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";
import { type AnswerRow, type Answers, codeAnswers } from "./answers.js";
import type { ResolvedAnswers } from "./resolved.js";

/** Why a claim is no answer of its own, in the order in which they are asked; a claim has the first that fits. */
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

/** One answer that is used, and the claim it was read from. */
export interface UsedClaim extends AnswerRow {
	readonly claim: Claim;
}

/** Answers of a dossier, one voice per origin and question. */
export interface DossierAnswers {
	readonly answers: Answers;
	readonly used: readonly UsedClaim[];
	/** Claims that are no answer of their own; with `used` they add up to all claims. */
	readonly excluded: readonly { readonly claim_id: string; readonly reason: TruthExclusionReason }[];
}

/** How many claims are no answer of their own for one reason. */
export interface TruthExclusion {
	readonly reason: TruthExclusionReason;
	readonly n: number;
}

/** Left out claims counted by reason, in the order in which reasons are asked. */
export const countExcluded = (excluded: DossierAnswers["excluded"]): TruthExclusion[] =>
	truthExclusions
		.map((reason) => ({ reason, n: excluded.filter((each) => each.reason === reason).length }))
		.filter(({ n }) => n > 0);

/** Which claims are let in. */
export interface AnswerOptions {
	/** A source's `last` word on a question (default), for what is true; or its `first`, for what was believed. */
	readonly statement?: "first" | "last";
	/** Claims published by then only; those without a day are left out. */
	readonly asOf?: string;
	/** `false` hides a claim; to hide a source, hide what goes back to it, relays too. */
	readonly keep?: (claim: Claim, origin: string) => boolean;
}

/** Name of the value that nobody claims on an open question: every source may be wrong. */
export const anotherAnswer = "another answer";

/**
 * Answers of a dossier in coded form, ready for every truth method. A repeat is its origin's word: it counts
 * once, and only where the origin is not heard itself, so a further relay changes no estimate. Left out, with
 * the reason: repeats that name no original, labels for several voices, claims without an answer, and a
 * source's other words on the same question. A source that gives two answers on the day that counts has given
 * none. A claim without a day counts only where its source has no dated one.
 *
 * A denial is a value, the answer that it gives: "no" to a yes-or-no question, "0" to a count. One that names no
 * number says only that the told number is wrong, which is no value (`number_denied`). A range is a value of its own.
 * Yes-or-no questions have both values, all others those claimed, those of the codebook and
 * `another answer`, which nobody claims.
 */
export function answersOf(dossier: Dossier, options: AnswerOptions = {}): DossierAnswers {
	const { statement = "last", asOf, keep = () => true } = options;
	const sources = sourcesById(dossier);
	const questions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const excluded: { claim_id: string; reason: TruthExclusionReason }[] = [];
	const inOrder = [...dossier.claims].sort((a, b) => (a.claim_id < b.claim_id ? -1 : 1));
	const heard = inOrder.flatMap((claim) => {
		const origin = originalSourceOf(claim);
		const reason = whyNot(claim, origin);
		if (reason) excluded.push({ claim_id: claim.claim_id, reason });
		return reason || origin === null ? [] : [{ claim, origin }];
	});
	function whyNot(claim: Claim, origin: string | null): TruthExclusionReason | null {
		if (origin === null) return "untraced_repeat";
		if (sources.get(origin)?.collective) return "collective_source";
		if (claim.value === null && claim.value_min === null && claim.value_max === null)
			return claim.stance === "denies" && questions.get(claim.proposition_id)?.type === "count"
				? "number_denied"
				: "no_answer";
		if (!keep(claim, origin)) return "circular_verdict";
		if (asOf !== undefined && claim.published_on === null) return "undated";
		return asOf !== undefined && (claim.published_on as string) > asOf ? "published_later" : null;
	}

	const used: UsedClaim[] = [];
	for (const voice of groupBy(
		heard.map((each) => ({ ...each, key: `${each.claim.proposition_id} ${each.origin}` })),
		({ key }) => key,
	).values()) {
		const own = voice.filter(({ claim }) => claim.stance !== "repeats");
		const leave = (rest: typeof voice, reason: TruthExclusionReason) =>
			excluded.push(...rest.map(({ claim }) => ({ claim_id: claim.claim_id, reason })));
		// A relay speaks for its origin only where the origin itself is not heard, and then the first does.
		const words = own.length > 0 ? own : voice;
		if (own.length > 0)
			leave(
				voice.filter((each) => !own.includes(each)),
				"repeat",
			);
		const chosen = theWord(
			words.map(({ claim }) => claim),
			own.length > 0 ? statement : "first",
		);
		const others = words.filter(({ claim }) => claim !== chosen);
		if (chosen === null) leave(words, "two_answers_same_day");
		else {
			leave(others, own.length > 0 ? "other_statement" : "repeat");
			const { origin } = voice[0] as (typeof voice)[number];
			used.push({ claim: chosen, question: chosen.proposition_id, source: origin, value: answerLabel(chosen) });
		}
	}
	const candidates = new Map([...questions].map(([id, row]) => [id, candidatesOf(row)]));
	return { answers: codeAnswers(used, { candidates }), used, excluded };
}

/** The first or last of a source's words; `null` where it gave two answers on that day. */
function theWord(claims: readonly Claim[], statement: "first" | "last"): Claim | null {
	const dated = claims.filter(({ published_on }) => published_on !== null);
	const known = dated.length > 0 ? dated : claims;
	const days = known.map(({ published_on }) => published_on ?? "").sort();
	const day = statement === "first" ? days[0] : days.at(-1);
	const thatDay = known.filter(({ published_on }) => (published_on ?? "") === day);
	const corrected = thatDay.filter(({ stance }) => stance === "corrects");
	const last = statement === "last" && corrected.length > 0 ? corrected : thatDay;
	return new Set(last.map(answerLabel)).size === 1 ? (last[0] as Claim) : null;
}

const candidatesOf = ({ type, categories }: Proposition): string[] =>
	type === "boolean" ? ["yes", "no"] : [...categories.map((slug) => slug.replaceAll("_", " ")), anotherAnswer];

/** The given answers that agree with a verdict: the one held true, and ranges that hold it. */
export const rightAnswers = (
	{ verdict_value }: ResolvedProposition,
	given: readonly UsedClaim[],
): ReadonlySet<string> => new Set(given.filter(({ claim }) => agrees(claim, verdict_value)).map(({ value }) => value));

/**
 * ResolvedAnswers questions among the answers, each with every value that agrees with its verdict: the one held true,
 * and ranges that hold it.
 *
 * @param keep `false` hides a verdict
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
