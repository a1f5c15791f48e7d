import { reliesOnSource } from "../../claims/circularity.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { hasAnswer, statementsInOrder } from "../../claims/statements.js";
import { countExclusions, type Excluded } from "../../records/exclusions.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";

/** Why a claim on a toll is not set against the others, in the order in which it is asked. */
export const casualtyExclusions = [
	"aggregate_report",
	"repeat",
	"collective_source",
	"no_answer",
	"other_statement",
] as const;
export type CasualtyExclusion = (typeof casualtyExclusions)[number];

/** A count of people or posts lost in one incident, with the last word of each source on it. */
export interface CasualtyQuestion {
	readonly question: Proposition;
	readonly claims: readonly CasualtyClaim[];
}

/** One source's last word on a toll. */
export interface CasualtyClaim {
	readonly claim: Claim;
	readonly side: Side;
	/** The verdict rests on this source: it may not judge it. */
	readonly is_decisive: boolean;
}

/** Every toll that somebody gives a number for, and the claims that are not set against others. */
export interface CasualtyQuestions {
	readonly rows: readonly CasualtyQuestion[];
	readonly excluded: readonly Excluded<CasualtyExclusion>[];
	/** All claims on tolls. */
	readonly n: number;
}

/** Whether a question asks for a count of people or posts lost. */
export const isCasualtyCount = ({ key, type }: Pick<Proposition, "key" | "type">): boolean =>
	type === "count" && /^(killed_|wounded_|captured_personnel$|posts_captured$)/.test(key);

/**
 * Tolls in the order of the propositions. A correction replaces what was said before; tallies over months overlap
 * single incidents and are left out, as are repeats and labels for several voices.
 */
export function casualtyQuestions(dossier: Dossier): CasualtyQuestions {
	const sources = sourcesById(dossier);
	const tallies = new Set(dossier.incidents.flatMap(({ incident_id, aggregate }) => (aggregate ? [incident_id] : [])));
	const questions = dossier.propositions.filter(isCasualtyCount);
	const byQuestion = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const isCircular = reliesOnSource(dossier);
	const reasons: CasualtyExclusion[] = [];
	let n = 0;
	const rows = questions.flatMap((question) => {
		const all = byQuestion.get(question.proposition_id) ?? [];
		n += all.length;
		const lastWords = new Set(statementsInOrder(all).map((words) => words.at(-1)));
		const reasonOf = (claim: Claim): CasualtyExclusion | null => {
			if (tallies.has(question.incident_id)) return "aggregate_report";
			if (claim.stance === "repeats") return "repeat";
			if (sources.get(claim.source_id)?.collective) return "collective_source";
			if (!hasAnswer(claim)) return "no_answer";
			return lastWords.has(claim) ? null : "other_statement";
		};
		const claims = all.flatMap((claim) => {
			const reason = reasonOf(claim);
			if (reason !== null) {
				reasons.push(reason);
				return [];
			}
			const side = sideOf(sources.get(claim.source_id)?.alignment ?? "unknown");
			return [{ claim, side, is_decisive: isCircular(claim) }];
		});
		return claims.length === 0 ? [] : [{ question, claims }];
	});
	return {
		rows,
		excluded: countExclusions(casualtyExclusions, reasons),
		n,
	};
}
