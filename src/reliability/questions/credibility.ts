import { institutionsOf } from "../../claims/institutions.js";
import { type Side, sideOfSource, sourcesById } from "../../claims/sides.js";
import type { Dossier, VerdictStatus } from "../../records/records.js";
import { answersAgree } from "../agreement/agreement.js";
import { answerPosteriors, type QuestionSources, type WeightedSource, weightedSources } from "./weighted-sources.js";

/** Credibility ratings of the Admiralty code, 1 (confirmed) to 5 (improbable); 6 cannot be judged, which is not bad. */
export const claimDigits = ["1", "2", "3", "4", "5", "6"] as const;
export type ClaimDigit = (typeof claimDigits)[number];

/** Least posterior for each rating, 0 to 1, a scale of this kit: confirmed, probably true, possibly true, doubtful, improbable. */
export const digitFloors = { 1: 0.95, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0 } as const;

/** How far other original sources confirm one source's answer. */
export interface Credibility {
	readonly claim_id: string;
	readonly proposition_id: string;
	readonly source_id: string;
	readonly answer: string;
	/** Other original sources that answer the question, without the source's own institution. */
	readonly others: number;
	/** Of the others, how many agree. */
	readonly agreeing: number;
	/** Probability of the answer from the others alone, 0 to 1, uncalibrated; `null` without others. */
	readonly posterior: number | null;
	readonly digit: ClaimDigit;
	readonly verdict_status: VerdictStatus;
	/** The posterior is high enough for a 1, but too few independent sources agree. */
	readonly lacks_independence: boolean;
}

/**
 * Admiralty credibility of each original source's answer, from the other original sources alone: their posterior by
 * one-coin MAP, with accuracies estimated on other incidents and no verdict of this one. The source itself, its
 * institution and repeats do not count. Without others the rating is 6.
 *
 * A 1 also needs two or more sources that agree, neither above the other in one institution, and one of another side;
 * third parties are no side. Counts within one or a tenth agree (`answersAgree`). The posterior is not calibrated: the
 * rating is a label, not a probability.
 *
 * @example
 * credibilities(dossier).find(({ claim_id }) => claim_id === "c17") // → { others: 2, agreeing: 2 }
 */
export function credibilities(dossier: Dossier): Credibility[] {
	const sources = sourcesById(dossier);
	const institutions = institutionsOf(dossier);
	const known: KnownOfSources = {
		isOver: (above, below) => institutions(below).includes(above),
		sideOf: (id) => sideOfSource(sources, id),
	};
	return weightedSources(dossier).flatMap((question) =>
		question.sources.map((source) => credibility(source, question, known)),
	);
}

interface KnownOfSources {
	/** Whether a source is another or stands above it. */
	readonly isOver: (above: string, below: string) => boolean;
	readonly sideOf: (source: string) => Side;
}

function credibility(
	source: WeightedSource,
	{ proposition, sources, answers }: QuestionSources,
	{ isOver, sideOf }: KnownOfSources,
): Credibility {
	const others = sources.filter(
		({ source_id }) => !isOver(source_id, source.source_id) && !isOver(source.source_id, source_id),
	);
	// An answer that agrees counts as the same answer, so that 9 and 10 killed do not compete.
	const given = others.map((other) => ({
		...other,
		answer: answersAgree(other.claim, source.claim) ? source.answer : other.answer,
	}));
	const agreeing = given.filter(({ answer }) => answer === source.answer);
	const posterior =
		given.length === 0
			? null
			: (answerPosteriors(given, answers).get(source.answer) ?? posteriorOfOthers(given, answers));
	const own = sideOf(source.source_id);
	// An institution and its parent are one source.
	const independent = agreeing.filter(
		({ source_id }) => !agreeing.some((other) => other.source_id !== source_id && isOver(other.source_id, source_id)),
	);
	const isIndependent =
		independent.length >= 2 && (own === "third_party" || agreeing.some(({ source_id }) => sideOf(source_id) !== own));
	const lacks_independence = posterior !== null && reaches(posterior, "1") && !isIndependent;
	return {
		claim_id: source.claim.claim_id,
		proposition_id: source.claim.proposition_id,
		source_id: source.source_id,
		answer: source.answer,
		others: others.length,
		agreeing: agreeing.length,
		posterior,
		digit: lacks_independence ? "2" : digitOf(posterior),
		verdict_status: proposition.verdict_status,
		lacks_independence,
	};
}

/** Probability of an answer that none of the others gives: the rest to 1, divided by all such answers. */
function posteriorOfOthers(given: readonly WeightedSource[], answers: number): number {
	const known = answerPosteriors(given, answers);
	const left = 1 - [...known.values()].reduce((sum, each) => sum + each, 0);
	return Math.max(0, left) / Math.max(1, Math.max(2, answers) - known.size);
}

/** Even odds are one half to the last bit or not: so near to a floor counts as on it. */
const reaches = (posterior: number, digit: Exclude<ClaimDigit, "6">): boolean => posterior >= digitFloors[digit] - 1e-9;

function digitOf(posterior: number | null): ClaimDigit {
	if (posterior === null) return "6";
	return (["1", "2", "3", "4"] as const).find((digit) => reaches(posterior, digit)) ?? "5";
}
