import { daysBetween } from "../../calendar/days.js";
import { agrees, answerLabel } from "../../claims/answers.js";
import { rangeOf } from "../../claims/number-range.js";
import { isResolved } from "../../claims/resolved.js";
import { type Side, sideOfSource, sourcesById } from "../../claims/sides.js";
import { statementsInOrder } from "../../claims/statements.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";

/** Where a change of statement leads, seen from the verdict. */
export const correctionDirections = ["towards", "away", "neither", "unresolved"] as const;
export type CorrectionDirection = (typeof correctionDirections)[number];

/** One change of what a source says on a question. */
export interface Correction {
	/** The later claim. */
	readonly claim_id: string;
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly text: string;
	readonly source_id: string;
	readonly source: string;
	readonly side: Side;
	readonly from: string;
	readonly to: string;
	readonly from_on: string | null;
	readonly to_on: string | null;
	/** `null` where either statement has no day. */
	readonly delay_days: number | null;
	/** The source says that it corrects itself; else its later statement merely differs. */
	readonly declared: boolean;
	/** For counts; `null` for other answers. */
	readonly number: "up" | "down" | null;
	readonly direction: CorrectionDirection;
}

/** Every change of statement, and what could not be shown as one. */
export interface Corrections {
	readonly rows: readonly Correction[];
	/** Pairs of a source and a question with a statement of the source itself. */
	readonly source_questions: number;
	/** Of these, those with two statements or more: the only ones that could change. */
	readonly restated: number;
	/** Declared corrections whose earlier value is not in the dossier, or goes with the new one. */
	readonly without_change: number;
	/** Statements of one source that contradict each other on one day, or without a day: which came first is not known. */
	readonly order_not_known: number;
}

/**
 * Who changed what from which value to which, when, after how many days and in which direction: by day of the
 * new statement, those without a day last. Each statement is compared with the one before it of the same source
 * (`statementsInOrder`); collective sources are excluded, for their statements are not one source's.
 *
 * Two statements differ where they cannot both be true: ranges that share a number do not. Without a declared
 * correction the later statement must have the later day.
 *
 * A count moves towards the verdict where its distance on the scale of log(1 + count) shrinks, another answer
 * where the new one is the answer held true and the old one was not. Only confirmed and refuted questions are resolved.
 *
 * @example
 * corrections(dossier).rows[0] // → { claim_id: "c07", from: "no", to: "yes", delay_days: 10, direction: "towards" }
 */
export function corrections(dossier: Dossier): Corrections {
	const sources = sourcesById(dossier);
	const questions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const statements = statementsInOrder(
		dossier.claims.filter(({ source_id }) => sources.get(source_id)?.collective === false),
	);
	const pairs = statements.flatMap((own) =>
		own.slice(1).flatMap((later, index) => {
			const question = questions.get(later.proposition_id);
			const earlier = own[index] as Claim;
			return question && differ(earlier, later, question) ? [{ earlier, later, question }] : [];
		}),
	);
	const ordered = pairs.filter(({ earlier, later }) => isLater(earlier, later));
	const rows = ordered.map(({ earlier, later, question }) => {
		const { source_id, proposition_id, claim_id, published_on } = later;
		return {
			claim_id,
			proposition_id,
			incident_id: question.incident_id,
			text: question.text,
			source_id,
			source: sources.get(source_id)?.name ?? source_id,
			side: sideOfSource(sources, source_id),
			from: answerLabel(earlier),
			to: answerLabel(later),
			from_on: earlier.published_on,
			to_on: published_on,
			delay_days:
				earlier.published_on === null || published_on === null ? null : daysBetween(earlier.published_on, published_on),
			declared: later.stance === "corrects",
			number: question.type === "count" ? upOrDown(earlier, later) : null,
			direction: towards(earlier, later, question),
		};
	});
	const order = ({ to_on, claim_id }: Correction) => `${to_on ?? "9999"} ${claim_id}`;
	const declared = dossier.claims.filter(({ stance }) => stance === "corrects").length;
	return {
		rows: rows.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
		source_questions: statements.length,
		restated: statements.filter(({ length }) => length > 1).length,
		without_change: declared - rows.filter((row) => row.declared).length,
		order_not_known: pairs.length - ordered.length,
	};
}

function differ(earlier: Claim, later: Claim, { type }: Proposition): boolean {
	return type === "count" ? upOrDown(earlier, later) !== null : earlier.value !== later.value;
}

const isLater = ({ published_on: before }: Claim, { published_on: after, stance }: Claim): boolean =>
	stance === "corrects" || (before !== null && after !== null && before < after);

function upOrDown(earlier: Claim, later: Claim): "up" | "down" | null {
	const [before, after] = [rangeOf(earlier), rangeOf(later)];
	if (after[0] > before[1]) return "up";
	return after[1] < before[0] ? "down" : null;
}

function towards(earlier: Claim, later: Claim, question: Proposition): CorrectionDirection {
	if (!isResolved(question)) return "unresolved";
	const { verdict_value, type } = question;
	const distance = (claim: Claim) =>
		type === "count" ? logDistance(claim, Number(verdict_value)) : agrees(claim, verdict_value) ? 0 : 1;
	const gained = distance(earlier) - distance(later);
	return gained > 0 ? "towards" : gained < 0 ? "away" : "neither";
}

/** How far a claimed number or range lies from a number, as a logarithm. */
function logDistance(claim: Claim, number: number): number {
	const [low, high] = rangeOf(claim);
	const nearest = Math.min(Math.max(number, low), high);
	return Math.abs(Math.log1p(nearest) - Math.log1p(number));
}
