import { originOf } from "../../claims/original-source.js";
import { isSettled, type SettledProposition } from "../../claims/resolved.js";
import { groupBy, sourcesById } from "../../claims/sides.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";
import { agrees } from "../accuracy/outcomes.js";
import { answerWords } from "../questions/claim-timeline.js";
import { type AnswerRow, type Answers, codeAnswers } from "./answers.js";
import type { Settled } from "./resolved.js";

/** Why a claim is no answer of its own, in the order in which they are asked; a claim has the first that fits. */
export const leftOutOfTruth = [
	"untraced_repeat",
	"collective",
	"denies_a_number",
	"no_answer",
	"hidden",
	"undated",
	"not_yet_published",
	"relay",
	"same_voice_again",
	"two_answers_at_once",
] as const;
export type LeftOutOfTruth = (typeof leftOutOfTruth)[number];

/** One answer that is used, and the claim it was read from. */
export interface UsedClaim extends AnswerRow {
	readonly claim: Claim;
}

/** Answers of a dossier, one voice per origin and question. */
export interface DossierAnswers {
	readonly answers: Answers;
	readonly used: readonly UsedClaim[];
	/** Claims that are no answer of their own; with `used` they add up to all claims. */
	readonly left_out: readonly { readonly claim_id: string; readonly reason: LeftOutOfTruth }[];
}

/** How many claims are no answer of their own for one reason. */
export interface LeftOutOfTruthCount {
	readonly reason: LeftOutOfTruth;
	readonly n: number;
}

/** Left out claims counted by reason, in the order in which reasons are asked. */
export const countLeftOut = (left_out: DossierAnswers["left_out"]): LeftOutOfTruthCount[] =>
	leftOutOfTruth
		.map((reason) => ({ reason, n: left_out.filter((each) => each.reason === reason).length }))
		.filter(({ n }) => n > 0);

/** Which claims are let in. */
export interface AnswerOptions {
	/** A source's `last` word on a question (default), for what is true; or its `first`, for what was believed. */
	readonly word?: "first" | "last";
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
 * number says only that the told number is wrong, which is no value (`denies_a_number`). A range is a value of its own.
 * Yes-or-no questions have both values, all others those claimed, those of the codebook and
 * `another answer`, which nobody claims.
 */
export function answersOf(dossier: Dossier, options: AnswerOptions = {}): DossierAnswers {
	const { word = "last", asOf, keep = () => true } = options;
	const sources = sourcesById(dossier);
	const questions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const left_out: { claim_id: string; reason: LeftOutOfTruth }[] = [];
	const inOrder = [...dossier.claims].sort((a, b) => (a.claim_id < b.claim_id ? -1 : 1));
	const heard = inOrder.flatMap((claim) => {
		const origin = originOf(claim);
		const reason = whyNot(claim, origin);
		if (reason) left_out.push({ claim_id: claim.claim_id, reason });
		return reason || origin === null ? [] : [{ claim, origin }];
	});
	function whyNot(claim: Claim, origin: string | null): LeftOutOfTruth | null {
		if (origin === null) return "untraced_repeat";
		if (sources.get(origin)?.collective) return "collective";
		if (claim.value === null && claim.value_min === null && claim.value_max === null)
			return claim.stance === "denies" && questions.get(claim.proposition_id)?.type === "count"
				? "denies_a_number"
				: "no_answer";
		if (!keep(claim, origin)) return "hidden";
		if (asOf !== undefined && claim.published_on === null) return "undated";
		return asOf !== undefined && (claim.published_on as string) > asOf ? "not_yet_published" : null;
	}

	const used: UsedClaim[] = [];
	for (const voice of groupBy(
		heard.map((each) => ({ ...each, key: `${each.claim.proposition_id} ${each.origin}` })),
		({ key }) => key,
	).values()) {
		const own = voice.filter(({ claim }) => claim.stance !== "repeats");
		const leave = (rest: typeof voice, reason: LeftOutOfTruth) =>
			left_out.push(...rest.map(({ claim }) => ({ claim_id: claim.claim_id, reason })));
		// A relay speaks for its origin only where the origin itself is not heard, and then the first does.
		const words = own.length > 0 ? own : voice;
		if (own.length > 0)
			leave(
				voice.filter((each) => !own.includes(each)),
				"relay",
			);
		const chosen = theWord(
			words.map(({ claim }) => claim),
			own.length > 0 ? word : "first",
		);
		const others = words.filter(({ claim }) => claim !== chosen);
		if (chosen === null) leave(words, "two_answers_at_once");
		else {
			leave(others, own.length > 0 ? "same_voice_again" : "relay");
			const { origin } = voice[0] as (typeof voice)[number];
			used.push({ claim: chosen, question: chosen.proposition_id, source: origin, value: answerWords(chosen) });
		}
	}
	const candidates = new Map([...questions].map(([id, row]) => [id, candidatesOf(row)]));
	return { answers: codeAnswers(used, { candidates }), used, left_out };
}

/** The first or last of a source's words; `null` where it gave two answers on that day. */
function theWord(claims: readonly Claim[], word: "first" | "last"): Claim | null {
	const dated = claims.filter(({ published_on }) => published_on !== null);
	const known = dated.length > 0 ? dated : claims;
	const days = known.map(({ published_on }) => published_on ?? "").sort();
	const day = word === "first" ? days[0] : days.at(-1);
	const thatDay = known.filter(({ published_on }) => (published_on ?? "") === day);
	const corrected = thatDay.filter(({ stance }) => stance === "corrects");
	const last = word === "last" && corrected.length > 0 ? corrected : thatDay;
	return new Set(last.map(answerWords)).size === 1 ? (last[0] as Claim) : null;
}

const candidatesOf = ({ type, categories }: Proposition): string[] =>
	type === "boolean" ? ["yes", "no"] : [...categories.map((slug) => slug.replaceAll("_", " ")), anotherAnswer];

/** The given answers that agree with a verdict: the one held true, and ranges that hold it. */
export const rightAnswers = ({ verdict_value }: SettledProposition, given: readonly UsedClaim[]): ReadonlySet<string> =>
	new Set(given.filter(({ claim }) => agrees(claim, verdict_value)).map(({ value }) => value));

/**
 * Settled questions among the answers, each with every value that agrees with its verdict: the one held true,
 * and ranges that hold it.
 *
 * @param keep `false` hides a verdict
 */
export function settledOf(
	dossier: Dossier,
	{ used }: Pick<DossierAnswers, "used">,
	keep: (proposition: Proposition) => boolean = () => true,
): Settled {
	const claims = groupBy(used, ({ question }) => question);
	return new Map(
		dossier.propositions.filter(isSettled).flatMap((proposition) => {
			const own = claims.get(proposition.proposition_id);
			if (own === undefined || !keep(proposition)) return [];
			return [[proposition.proposition_id, rightAnswers(proposition, own)] as const];
		}),
	);
}
