import { restsOn } from "../../claims/circularity.js";
import { groupBy, type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { hasAnswer, wordsInOrder } from "../../claims/statements.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";

/** Why a claim on a toll is not set against the others, in the order in which it is asked. */
export const tollReasons = ["tally_over_months", "repeat", "collective", "no_answer", "said_again"] as const;
export type TollReason = (typeof tollReasons)[number];

/** A count of people or posts lost in one incident, with the last word of each source on it. */
export interface TollQuestion {
	readonly question: Proposition;
	readonly claims: readonly TollClaim[];
}

/** One source's last word on a toll. */
export interface TollClaim {
	readonly claim: Claim;
	readonly side: Side;
	/** The verdict rests on this source: it may not judge it. */
	readonly carries_verdict: boolean;
}

/** Every toll that somebody gives a number for, and the claims that are not set against others. */
export interface TollQuestions {
	readonly rows: readonly TollQuestion[];
	readonly left_out: readonly { readonly reason: TollReason; readonly n: number }[];
	/** All claims on tolls. */
	readonly n: number;
}

/** Whether a question asks for a count of people or posts lost. */
export const isToll = ({ key, type }: Pick<Proposition, "key" | "type">): boolean =>
	type === "count" && /^(killed_|wounded_|captured_personnel$|posts_captured$)/.test(key);

/**
 * Tolls in the order of the propositions. A correction replaces what was said before; tallies over months overlap
 * single incidents and are left out, as are repeats and labels for several voices.
 */
export function tollQuestions(dossier: Dossier): TollQuestions {
	const sources = sourcesById(dossier);
	const tallies = new Set(dossier.incidents.flatMap(({ incident_id, aggregate }) => (aggregate ? [incident_id] : [])));
	const questions = dossier.propositions.filter(isToll);
	const byQuestion = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const isCircular = restsOn(dossier);
	const reasons: TollReason[] = [];
	let n = 0;
	const rows = questions.flatMap((question) => {
		const all = byQuestion.get(question.proposition_id) ?? [];
		n += all.length;
		const lastWords = new Set(wordsInOrder(all).map((words) => words.at(-1)));
		const reasonOf = (claim: Claim): TollReason | null => {
			if (tallies.has(question.incident_id)) return "tally_over_months";
			if (claim.stance === "repeats") return "repeat";
			if (sources.get(claim.source_id)?.collective) return "collective";
			if (!hasAnswer(claim)) return "no_answer";
			return lastWords.has(claim) ? null : "said_again";
		};
		const claims = all.flatMap((claim) => {
			const reason = reasonOf(claim);
			if (reason !== null) {
				reasons.push(reason);
				return [];
			}
			const side = sideOf(sources.get(claim.source_id)?.alignment ?? "unknown");
			return [{ claim, side, carries_verdict: isCircular(claim) }];
		});
		return claims.length === 0 ? [] : [{ question, claims }];
	});
	return {
		rows,
		left_out: tollReasons
			.map((reason) => ({ reason, n: reasons.filter((each) => each === reason).length }))
			.filter((row) => row.n > 0),
		n,
	};
}
