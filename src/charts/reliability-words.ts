import type { LeftOutClaims } from "../reliability/track-record.js";
import { countWords, listWords } from "./words.js";

const reasons: Readonly<Record<LeftOutClaims["reason"], string>> = {
	repeat: "repeats of another source",
	collective: "under a label for several voices",
	not_that_number: "denials of a number that give none",
	no_answer: "without an answer",
	undated: "without a day",
	not_yet_published: "not yet published",
	same_voice_again: "other words of a source already heard on the question",
	verdict_less_sure: "on verdicts less sure than asked for",
	verdict_undated: "on verdicts without a day",
	rests_on_own_claim: "of sources on whose own claims the verdict rests",
};

/** Which claims are not judged and why, as a sentence of a caption. */
export function leftOutClaimWords(left_out: readonly LeftOutClaims[]): string {
	if (left_out.length === 0) return "No claim was left out.";
	const total = left_out.reduce((sum, { n }) => sum + n, 0);
	return `Left out: ${countWords(total, "claim")} (${listWords(left_out.map(({ reason, n }) => `${n} ${reasons[reason]}`))}).`;
}

/** Words for the sides a claim may come from. */
export const sideWords = {
	afghan_republic: "Afghan Republic (to 2021)",
	iran_state: "Iranian state",
	taliban: "Taliban",
	third_party: "Third parties",
} as const;

/** What a track record can and cannot say; stands under every chart of one. */
export const noIntent =
	"Agreement with verdicts reached later, on questions taken up because they were disputed: no measure of intent.";
