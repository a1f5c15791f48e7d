import { daysBetween } from "../../calendar/days.js";
import { agrees, answerLabel } from "../../claims/answers.js";
import { leadingAnswer } from "../../claims/leading-answer.js";
import { originalSourcesOf } from "../../claims/original-source.js";
import { isResolved } from "../../claims/resolved.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import { knownOption } from "../../records/known-option.js";
import type { Claim, Dossier } from "../../records/records.js";
import { mixtureQuantile } from "../../statistics/beta-mixture.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { intervalLevel, tailsOf } from "../../statistics/interval-level.js";
import { chartRandom } from "../../statistics/random.js";
import { circularChoices } from "../accuracy/outcomes.js";

/** How often the leading answer is right, so many days after the first answer. */
export interface LeadingAnswerRow {
	/** Days since the first dated answer to the question. */
	readonly day: number;
	/** Resolved questions with a dated answer; the same on every day. */
	readonly n: number;
	/** Questions whose leading answer is the verdict. */
	readonly right: number;
	readonly wrong: number;
	/** Questions whose answers tie on that day. */
	readonly no_leading_answer: number;
	/** `right` among right and wrong, 0 to 1; `null` where no question has a leading answer. */
	readonly share_right: number | null;
	/** Limits of the credible interval of `share_right` at `intervalLevel` (Jeffreys), as if questions were independent. */
	readonly low: number;
	readonly high: number;
}

/** The shares day by day, how they change, and what is excluded. */
export interface LeadingAnswerAccuracy {
	readonly circular: "exclude" | "include";
	readonly rows: readonly LeadingAnswerRow[];
	/**
	 * Share right on the last day less that on the first, with bootstrap limits that resample whole incidents; `null`
	 * where either day has no leading answer.
	 */
	readonly change: {
		readonly difference: number;
		readonly low: number;
		readonly high: number;
		/** The limits exclude 0, and there are at least `minimumIncidents` incidents. */
		readonly is_significant: boolean;
	} | null;
	/** Incidents of the questions. */
	readonly incidents: number;
	/** Resolved questions without a dated answer. */
	readonly excluded: number;
}

/**
 * Of resolved questions, the share on which the answer that most original sources give is the verdict, by day since the
 * first answer. Days are the finest unit of the data; claims without a day are excluded.
 *
 * @param last_day rows are given for day 0 to this
 * @param options `circular`: `include` (default): all claims; `exclude`: without decisive claims, which agree with the
 *   verdict by construction, and without what repeats them
 * @throws `unknown circular: keep (known: exclude, include)`, `days must be a whole number from 1 to 3650: 0`
 * @example
 * leadingAnswerAccuracy(dossier, 30, { circular: "include" }).rows[1] // → { n: 4, right: 2, wrong: 0, no_leading_answer: 2 }
 */
export function leadingAnswerAccuracy(
	dossier: Dossier,
	last_day = 30,
	{ circular = "include" }: { readonly circular?: "include" | "exclude" } = {},
): LeadingAnswerAccuracy {
	knownOption("circular", circular, circularChoices);
	if (!Number.isInteger(last_day) || last_day < 1 || last_day > 3650)
		throw new RangeError(`days must be a whole number from 1 to 3650: ${last_day}`);
	const originalSource = originalSourcesOf(dossier);
	const decisive = new Set(circular === "exclude" ? dossier.verdict_basis.map(({ claim_id }) => claim_id) : []);
	// A repeat of a decisive claim is the same answer of the same source once more.
	const answerOf = (claim: Claim) => `${claim.proposition_id} ${originalSource(claim)} ${answerLabel(claim)}`;
	const isDecisive = ({ claim_id }: Claim) => decisive.has(claim_id);
	const decisiveAnswers = new Set(dossier.claims.filter(isDecisive).map(answerOf));
	const dated = groupBy(
		dossier.claims.filter(
			(claim) =>
				claim.published_on !== null &&
				hasAnswer(claim) &&
				!isDecisive(claim) &&
				!(claim.stance === "repeats" && decisiveAnswers.has(answerOf(claim))),
		),
		({ proposition_id }) => proposition_id,
	);
	const resolved = dossier.propositions.filter(isResolved);
	const questions = resolved
		.flatMap(({ proposition_id, incident_id, verdict_value }) => {
			const claims = dated.get(proposition_id);
			return claims ? [{ proposition_id, incident_id, claims: byDay(claims), verdict: verdict_value }] : [];
		})
		// So that the order of rows does not matter to the random numbers.
		.sort((a, b) => (a.proposition_id < b.proposition_id ? -1 : 1));
	const holdsOn = (day: number) =>
		questions.map(({ claims, verdict }) => {
			const leading = leadingAnswer(
				claims.filter((each) => each.day <= day).map(({ claim }) => claim),
				originalSource,
			);
			return leading && agrees(leading.claim, verdict);
		});
	const holds = Array.from({ length: last_day + 1 }, (_, day) => holdsOn(day));
	const incidents = [
		...groupBy(
			questions.map(({ incident_id }, index) => ({
				incident_id,
				first: holds[0]?.[index],
				last: holds.at(-1)?.[index],
			})),
			({ incident_id }) => incident_id,
		).values(),
	];
	return {
		circular,
		rows: holds.map((each, day) => rowOf(day, each)),
		change: changeOf(incidents),
		incidents: incidents.length,
		excluded: resolved.length - questions.length,
	};
}

/** With fewer incidents a bootstrap interval is too narrow to call a change significant. */
export const minimumIncidents = 10;

type Holds = boolean | null | undefined;

function rowOf(day: number, holds: readonly Holds[]): LeadingAnswerRow {
	const right = holds.filter((each) => each === true).length;
	const wrong = holds.filter((each) => each === false).length;
	const [low, high] = mixtureQuantile([{ a: right + 0.5, b: wrong + 0.5, weight: 1 }], tailsOf(intervalLevel));
	return {
		day,
		n: holds.length,
		right,
		wrong,
		no_leading_answer: holds.length - right - wrong,
		share_right: right + wrong === 0 ? null : right / (right + wrong),
		low: low as number,
		high: high as number,
	};
}

/** Change of the share from the first day to the last, whole incidents resampled. */
function changeOf(
	incidents: readonly (readonly { readonly first: Holds; readonly last: Holds }[])[],
): LeadingAnswerAccuracy["change"] {
	const count = (holds: readonly Holds[], is: (each: Holds) => boolean) => holds.filter(is).length;
	const counts = incidents.map((questions) => {
		const [first, last] = [questions.map((row) => row.first), questions.map((row) => row.last)];
		return {
			first: count(first, (each) => typeof each === "boolean"),
			rightFirst: count(first, (each) => each === true),
			last: count(last, (each) => typeof each === "boolean"),
			rightLast: count(last, (each) => each === true),
		};
	});
	const difference = (drawn: readonly (typeof counts)[number][]): number | null => {
		const sum = { first: 0, rightFirst: 0, last: 0, rightLast: 0 };
		for (const each of drawn) {
			sum.first += each.first;
			sum.rightFirst += each.rightFirst;
			sum.last += each.last;
			sum.rightLast += each.rightLast;
		}
		return sum.first === 0 || sum.last === 0 ? null : sum.rightLast / sum.last - sum.rightFirst / sum.first;
	};
	const found = difference(counts);
	if (found === null) return null;
	// A resample without a leading answer on either day shows no change.
	const limits = clusterBootstrap(counts, (drawn) => difference(drawn) ?? 0, { random: chartRandom() });
	const { low, high } = limits(intervalLevel);
	const is_significant = incidents.length >= minimumIncidents && (low > 0 || high < 0);
	return { difference: found, low, high, is_significant };
}

/** Claims with the days since the first of them. */
function byDay(claims: readonly Claim[]): { claim: Claim; day: number }[] {
	const first = claims.map(({ published_on }) => published_on as string).sort()[0] as string;
	return claims.map((claim) => ({ claim, day: daysBetween(first, claim.published_on as string) }));
}
