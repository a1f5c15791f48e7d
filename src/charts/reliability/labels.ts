import type { ClaimBasis } from "../../records/records.js";
import type { LeftOutClaims, TrackRecord } from "../../reliability/accuracy/accuracy.js";
import type { DifferenceTest } from "../../reliability/accuracy/difference-test.js";
import { countWords, listWords, probabilityWords } from "../parts/labels.js";

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

const reasonList = (left_out: readonly LeftOutClaims[]): string =>
	listWords(left_out.map((row) => `${row.n} ${reasons[row.reason]}`));

/** Which claims are not judged and why, as a sentence of a caption. */
export function leftOutClaimWords(left_out: readonly LeftOutClaims[]): string {
	if (left_out.length === 0) return "No claim was left out.";
	const total = left_out.reduce((sum, { n }) => sum + n, 0);
	return `Left out: ${countWords(total, "claim")} (${reasonList(left_out)}).`;
}

/** How many claims are judged, not settled and left out, which add up to all, as a sentence of a caption. */
export function judgedClaimWords(records: readonly TrackRecord[], left_out: readonly LeftOutClaims[]): string {
	const sum = (of: (row: TrackRecord) => number) => records.reduce((total, row) => total + of(row), 0);
	const [n, open, out] = [sum((row) => row.n), sum((row) => row.not_settled), sum((row) => row.left_out)];
	return `Of ${countWords(n + open + out, "claim")} ${n} are judged, ${open} are on questions not settled and ${out} are left out${left_out.length === 0 ? "" : ` (${reasonList(left_out)})`}.`;
}

/** Words for the sides a claim may come from. */
export const sideWords = {
	afghan_republic: "Afghan Republic (to 2021)",
	iran_state: "Iranian state",
	taliban: "Taliban",
	third_party: "Third parties",
} as const;

/** Words for what a speaker rests a claim on. */
export const basisWords: Readonly<Record<ClaimBasis, string>> = {
	official_statement: "Official statement",
	eyewitness: "Eyewitness",
	anonymous_source: "Unnamed source",
	video: "Video",
	document: "Document",
	medical: "Medical",
	own_reporting: "Own reporting",
	unknown: "Basis not said",
};

/** What a track record can and cannot say; stands under every chart of one. */
export const noIntent =
	"Agreement with verdicts reached later, on questions taken up because they were disputed: no measure of intent.";

/** Whether groups differ by more than chance gives at 5 %, once what hangs together within an incident is kept so. */
export const isEstablished = ({ deal, p }: DifferenceTest): boolean => deal === "groups" && p <= 0.05;

/** What a difference test says, as a sentence of a caption. */
export function differenceWords(test: DifferenceTest, groups: string): string {
	return `Intervals take claims as independent, but those of one incident hang together: where ${groups} change places within each incident, differences as large come up with ${probabilityWords(test.p)} (${countWords(test.mixed_incidents, "incident")} with two or more of them).`;
}
