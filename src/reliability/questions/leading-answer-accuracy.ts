import { daysBetween } from "../../calendar/days.js";
import { agrees } from "../../claims/answers.js";
import { leadingAnswer } from "../../claims/leading-answer.js";
import { isResolved } from "../../claims/resolved.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier } from "../../records/records.js";
import { mixtureQuantile } from "../../statistics/beta-mixture.js";

/** How the leading answers stood, so many days into their stories. */
export interface LeadingAnswerRow {
	/** Days since the first dated claim on the question. */
	readonly day: number;
	/** ResolvedAnswers questions; the same on every day. */
	readonly n: number;
	readonly right: number;
	readonly wrong: number;
	/** Nobody had answered, or answers were tied. */
	readonly nothing_leads: number;
	/** `right` among right and wrong, 0 to 1, with 90 % limits (Jeffreys); `null` where nothing leads anywhere. */
	readonly share_right: number | null;
	readonly low: number;
	readonly high: number;
}

/** The shares day by day, and what has no day. */
export interface LeadingAnswerAccuracy {
	readonly rows: readonly LeadingAnswerRow[];
	/** ResolvedAnswers questions without a dated answer. */
	readonly excluded: number;
}

/**
 * How the share of questions on which the answer of most origins is the one held true later grows with the days
 * of the story. Days are the finest that the dossier knows; claims without one are left out.
 *
 * @param last_day rows are given for day 0 to this
 * @param options.carrying `kept` (default): all claims; `excluded`: without those that carry the verdict, which
 *   agree with it by construction
 */
export function leadingAnswerAccuracy(
	dossier: Dossier,
	last_day = 30,
	options: { readonly circular?: "include" | "exclude" } = {},
): LeadingAnswerAccuracy {
	const carrying = new Set(options.circular === "exclude" ? dossier.verdict_basis.map(({ claim_id }) => claim_id) : []);
	const dated = groupBy(
		dossier.claims.filter((claim) => claim.published_on !== null && hasAnswer(claim) && !carrying.has(claim.claim_id)),
		({ proposition_id }) => proposition_id,
	);
	const settled = dossier.propositions.filter(isResolved);
	const stories = settled.flatMap(({ proposition_id, verdict_value }) => {
		const claims = dated.get(proposition_id);
		return claims ? [{ claims: byDay(claims), verdict: verdict_value }] : [];
	});
	const rows = Array.from({ length: last_day + 1 }, (_, day) => {
		const holds = stories.map(({ claims, verdict }) => {
			const leading = leadingAnswer(claims.filter((each) => each.day <= day).map(({ claim }) => claim));
			return leading && agrees(leading.claim, verdict);
		});
		const [right, wrong] = [
			holds.filter((each) => each === true).length,
			holds.filter((each) => each === false).length,
		];
		const [low, high] = mixtureQuantile([{ a: right + 0.5, b: wrong + 0.5, weight: 1 }], [0.05, 0.95]);
		return {
			day,
			n: stories.length,
			right,
			wrong,
			nothing_leads: stories.length - right - wrong,
			share_right: right + wrong === 0 ? null : right / (right + wrong),
			low: low as number,
			high: high as number,
		};
	});
	return { rows, excluded: settled.length - stories.length };
}

/** Claims with the days since the first of them. */
function byDay(claims: readonly Claim[]): { claim: Claim; day: number }[] {
	const first = claims.map(({ published_on }) => published_on as string).sort()[0] as string;
	return claims.map((claim) => ({ claim, day: daysBetween(first, claim.published_on as string) }));
}
