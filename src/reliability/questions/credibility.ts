import { institutionsOf } from "../../claims/institutions.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import type { Dossier, VerdictStatus } from "../../records/records.js";
import { answersAgree } from "../agreement/agreement.js";
import { answerPosteriors, type QuestionSources, type WeightedSource, weightedSources } from "./weighted-sources.js";

/** Digits of the Admiralty code for what is said; 6 is not known, and not bad. */
export const claimDigits = ["1", "2", "3", "4", "5", "6"] as const;
export type ClaimDigit = (typeof claimDigits)[number];

/** Least posterior for each digit, the kit's own: confirmed, probably, possibly true, doubtful, improbable. */
export const digitFloors = { 1: 0.95, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0 } as const;

/** What the others make of one origin's answer. */
export interface Credibility {
	readonly claim_id: string;
	readonly proposition_id: string;
	readonly source_id: string;
	readonly answer: string;
	/** Other origins heard on the question, no office above or below the source among them. */
	readonly others: number;
	readonly agreeing: number;
	/** Probability of the answer from the others alone, uncalibrated; `null` where none speaks. */
	readonly posterior: number | null;
	readonly digit: ClaimDigit;
	readonly verdict_status: VerdictStatus;
	/** The posterior would allow a 1, but those who agree are fewer than two or all of the source's own side. */
	readonly lacks_independence: boolean;
}

/**
 * Admiralty digit of each origin's answer, from all the others (leave one source out): their posterior by
 * one-coin MAP, with accuracies learned on other incidents and no verdict of this one. The source itself,
 * offices above and below it and repeats have no say. 6 where nobody else speaks.
 *
 * 1, confirmed, also demands two or more others that agree, none above the other, and at least one of another
 * side than the source; third parties are no side. A repeat therefore never lifts a digit. Counts within one or a tenth agree
 * (`answersAgree`). The posterior is not calibrated: the digit is a label for reading, no probability.
 */
export function credibilities(dossier: Dossier): Credibility[] {
	const sources = sourcesById(dossier);
	const officesOver = institutionsOf(dossier);
	const known: KnownOfSources = {
		isOver: (above, below) => officesOver(below).includes(above),
		sideOf: (id) => sideOf(sources.get(id)?.alignment ?? "unknown"),
	};
	return weightedSources(dossier).flatMap((question) =>
		question.voices.map((voice) => credibility(voice, question, known)),
	);
}

interface KnownOfSources {
	/** Whether a source is another or stands above it. */
	readonly isOver: (above: string, below: string) => boolean;
	readonly sideOf: (source: string) => Side;
}

function credibility(
	voice: WeightedSource,
	{ proposition, voices, answers }: QuestionSources,
	{ isOver, sideOf }: KnownOfSources,
): Credibility {
	const others = voices.filter(
		({ source_id }) => !isOver(source_id, voice.source_id) && !isOver(voice.source_id, source_id),
	);
	// What agrees with the answer is that answer, so that 9 and 10 dead do not rival each other.
	const heard = others.map((other) => ({
		...other,
		answer: answersAgree(other.claim, voice.claim) ? voice.answer : other.answer,
	}));
	const agreeing = heard.filter(({ answer }) => answer === voice.answer);
	const posterior =
		heard.length === 0 ? null : (answerPosteriors(heard, answers).get(voice.answer) ?? unsaid(heard, answers));
	const own = sideOf(voice.source_id);
	// An office and the one above it are one voice to a confirmation.
	const voicesApart = agreeing.filter(
		({ source_id }) => !agreeing.some((other) => other.source_id !== source_id && isOver(other.source_id, source_id)),
	);
	const isIndependent =
		voicesApart.length >= 2 && (own === "third_party" || agreeing.some(({ source_id }) => sideOf(source_id) !== own));
	const lacks_independence = posterior !== null && reaches(posterior, "1") && !isIndependent;
	return {
		claim_id: voice.claim.claim_id,
		proposition_id: voice.claim.proposition_id,
		source_id: voice.source_id,
		answer: voice.answer,
		others: others.length,
		agreeing: agreeing.length,
		posterior,
		digit: lacks_independence ? "2" : digitOf(posterior),
		verdict_status: proposition.verdict_status,
		lacks_independence,
	};
}

/** Probability of an answer that none of the others gives: what they leave over, shared by all such answers. */
function unsaid(heard: readonly WeightedSource[], answers: number): number {
	const said = answerPosteriors(heard, answers);
	const left = 1 - [...said.values()].reduce((sum, each) => sum + each, 0);
	return Math.max(0, left) / Math.max(1, Math.max(2, answers) - said.size);
}

/** Even odds are one half to the last bit or not: so near to a floor counts as on it. */
const reaches = (posterior: number, digit: Exclude<ClaimDigit, "6">): boolean => posterior >= digitFloors[digit] - 1e-9;

function digitOf(posterior: number | null): ClaimDigit {
	if (posterior === null) return "6";
	return (["1", "2", "3", "4"] as const).find((digit) => reaches(posterior, digit)) ?? "5";
}
