import { agrees, answerLabel } from "../../claims/answers.js";
import { institutionsOf } from "../../claims/institutions.js";
import { isResolved, type ResolvedProposition } from "../../claims/resolved.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier, Proposition } from "../../records/records.js";
import { type CopyConstants, copyConstants, copyRatio } from "../truth/copying.js";
import { type AnswerOptions, answersByOriginalSource, type UsedClaim } from "../truth/dossier-answers.js";
import { nearlyAgree, numberOfAnswer } from "../truth/number-of-answer.js";

/** Two sources that answer the same resolved questions, and how their answers compare. */
export interface CopyRow {
	readonly source_a: string;
	readonly source_b: string;
	/** Resolved questions that both answer: kt + kf + kd + near. */
	readonly n: number;
	/** The same true answer: no evidence of copying. */
	readonly kt: number;
	/** The same false answer: evidence for copying. */
	readonly kf: number;
	/** Different answers: evidence against it. */
	readonly kd: number;
	/** Counts that nearly agree without being equal: neither. */
	readonly near: number;
	/** That one of them copies from the other, by the model and its constants, 0 to 1; not calibrated. */
	readonly probability: number;
	readonly probability_a_copied: number;
	readonly probability_b_copied: number;
	/** Who copies, where the days or the model leave little doubt; else `null`. */
	readonly copier: string | null;
	/** Questions on which both give the same false answer. */
	readonly shared_errors: readonly string[];
}

/** Every pair of sources that shares a resolved question, and what was excluded. */
export interface CopyReport {
	/** By probability, the highest first. */
	readonly pairs: readonly CopyRow[];
	/** Pairs with a probability above `above`. */
	readonly reported: readonly CopyRow[];
	readonly above: number;
	/** Sources with an answer to a resolved question. */
	readonly sources: number;
	readonly resolved_questions: number;
	/** Excluded pairs of one institution, or of an institution and its parent. */
	readonly same_institution_pairs: number;
	/** Excluded unresolved questions: whether a shared answer is an error is not known. */
	readonly unresolved_questions: number;
}

/** Constants of the model, and what is reported. */
export interface CopyOptions extends Partial<Omit<CopyConstants, "wrongValues">> {
	/** Wrong values of a count; default 10. */
	readonly countValues?: number;
	/** Wrong values of a count that is a multiple of ten, to which many round; default 2. */
	readonly roundValues?: number;
	/** `ignored` (default), or `counted` as in the paper's eq. 8. */
	readonly sharedTruths?: "ignored" | "counted";
	/** Report pairs above this probability; default .9. */
	readonly above?: number;
	/** Which claims are used. */
	readonly answers?: Omit<AnswerOptions, "statement">;
}

/** A direction is given when it holds this share of the probability of both. */
const clearShare = 0.9;

/**
 * Pairs of sources that may copy from each other without saying so (Dong, Berti-Equille & Srivastava, PVLDB 2(1), 2009,
 * eq. 8, question by question). The evidence of a shared error grows with the number of other errors that were
 * possible: strong for a count, weak for yes or no. A shared true answer is no evidence, for both may have seen it;
 * counts that nearly agree are no shared error. Only the source that reported later, or on the same or an unknown day,
 * can have copied.
 *
 * Uses each original source's first statement on resolved questions. A report for a person to check: it changes no
 * estimate.
 *
 * @example
 * copyReport(dossier).pairs[0] // → { source_a: "local-paper", source_b: "spokesman", kt: 1, kf: 0, kd: 0, near: 1 }
 */
export function copyReport(dossier: Dossier, options: CopyOptions = {}): CopyReport {
	const { above = 0.9, sharedTruths = "ignored", answers = {}, countValues = 10, roundValues = 2 } = options;
	const constants = { ...copyConstants, ...options };
	const { used } = answersByOriginalSource(dossier, { ...answers, statement: "first" });
	const claims = groupBy(used, ({ question }) => question);
	const resolved = dossier.propositions.filter(isResolved);
	const institutions = institutionsOf(dossier);
	const sameInstitution = new Set<string>();
	const drafts = new Map<string, Draft>();
	for (const proposition of resolved) {
		const own = claims.get(proposition.proposition_id) ?? [];
		for (const [index, a] of own.entries())
			for (const b of own.slice(index + 1)) {
				const [first, second] = a.source < b.source ? [a, b] : [b, a];
				const key = `${first.source} ${second.source}`;
				if (institutions(a.source).includes(b.source) || institutions(b.source).includes(a.source))
					sameInstitution.add(key);
				else {
					const draft = drafts.get(key) ?? newDraft(first.source, second.source);
					drafts.set(key, draft);
					add(draft, first, second, proposition);
				}
			}
	}
	const pairs = [...drafts.values()].map(rowOf).sort((a, b) => b.probability - a.probability || order(a, b));
	const answered = used.filter(({ question }) => resolved.some(({ proposition_id }) => proposition_id === question));
	return {
		pairs,
		reported: pairs.filter(({ probability }) => probability > above),
		above,
		sources: new Set(answered.map(({ source }) => source)).size,
		resolved_questions: new Set(answered.map(({ question }) => question)).size,
		same_institution_pairs: sameInstitution.size,
		unresolved_questions:
			new Set(used.map(({ question }) => question)).size - new Set(answered.map(({ question }) => question)).size,
	};

	function add(draft: Draft, a: UsedClaim, b: UsedClaim, proposition: ResolvedProposition): void {
		const kind = compare(a, b, proposition);
		draft[kind]++;
		if (kind === "kf") draft.shared_errors.push(proposition.proposition_id);
		if (kind === "near" || (kind === "kt" && sharedTruths === "ignored")) return;
		const ratio = copyRatio(kind, { ...constants, wrongValues: wrongValuesOf(proposition, a.value) });
		const [dayA, dayB] = [a.claim.published_on, b.claim.published_on];
		const isKnown = dayA !== null && dayB !== null;
		if (!isKnown || dayA >= dayB) draft.a *= ratio;
		if (!isKnown || dayB >= dayA) draft.b *= ratio;
	}
	function wrongValuesOf({ type, categories }: Proposition, value: string): number {
		if (type === "boolean") return 1;
		if (type === "category") return Math.max(1, categories.length - 1);
		const number = numberOfAnswer(value);
		return number > 0 && number % 10 === 0 ? roundValues : countValues;
	}
	function rowOf({ a, b, ...draft }: Draft): CopyRow {
		const half = constants.prior / 2;
		const whole = 1 - constants.prior + half * (a + b);
		const [byA, byB] = [(half * a) / whole, (half * b) / whole];
		const probability = byA + byB;
		const isClear = (share: number) => draft.kf > 0 && share >= clearShare * probability;
		return {
			...draft,
			n: draft.kt + draft.kf + draft.kd + draft.near,
			probability,
			probability_a_copied: byA,
			probability_b_copied: byB,
			copier: isClear(byA) ? draft.source_a : isClear(byB) ? draft.source_b : null,
		};
	}
}

type Draft = { -readonly [Key in "kt" | "kf" | "kd" | "near"]: number } & {
	readonly source_a: string;
	readonly source_b: string;
	readonly shared_errors: string[];
	/** Likelihood that the first, or the second, is the copier, against that neither is. */
	a: number;
	b: number;
};

const newDraft = (source_a: string, source_b: string): Draft => ({
	source_a,
	source_b,
	kt: 0,
	kf: 0,
	kd: 0,
	near: 0,
	shared_errors: [],
	a: 1,
	b: 1,
});

const order = (a: CopyRow, b: CopyRow): number =>
	`${a.source_a} ${a.source_b}` < `${b.source_a} ${b.source_b}` ? -1 : 1;

/** Same true answer, same false one, different, or counts that nearly agree with each other or with the truth. */
function compare(a: UsedClaim, b: UsedClaim, proposition: ResolvedProposition): "kt" | "kf" | "kd" | "near" {
	const truth = proposition.verdict_value;
	const isSame = answerLabel(a.claim) === answerLabel(b.claim);
	if (agrees(a.claim, truth) && agrees(b.claim, truth)) return isSame ? "kt" : "near";
	if (proposition.type !== "count") return isSame ? "kf" : "kd";
	const [x, y] = [numberOfAnswer(a.value), numberOfAnswer(b.value)];
	if (isSame) return nearlyAgree(x, Number(truth)) ? "near" : "kf";
	return nearlyAgree(x, y) ? "near" : "kd";
}
