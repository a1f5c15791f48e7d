import { reliesOnSource } from "../../claims/circularity.js";
import { type Side, sideOfSource, sourcesById } from "../../claims/sides.js";
import { hasAnswer, statementsInOrder } from "../../claims/statements.js";
import { countExclusions, type Excluded } from "../../records/exclusions.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";

/** Why a claim on a casualty figure is not compared with the others, in the order in which it is asked. */
export const casualtyExclusions = [
	"aggregate_report",
	"repeat",
	"collective_source",
	"no_answer",
	"other_statement",
] as const;
export type CasualtyExclusion = (typeof casualtyExclusions)[number];

/** A question about killed, wounded or captured in one incident, with the latest statement of each source. */
export interface CasualtyQuestion {
	readonly question: Proposition;
	readonly claims: readonly CasualtyClaim[];
}

/** One source's latest statement on a casualty figure, and the side of the source. */
export interface CasualtyClaim {
	readonly claim: Claim;
	readonly side: Side;
	/** The verdict relies on this source, and must not be used to judge it. */
	readonly is_decisive: boolean;
}

/** Every casualty figure with a number, and the claims that are not compared. */
export interface CasualtyQuestions {
	readonly rows: readonly CasualtyQuestion[];
	readonly excluded: readonly Excluded<CasualtyExclusion>[];
	/** All claims on casualty figures: those in `rows` and those in `excluded`. */
	readonly n: number;
}

/** Whether a question asks for a casualty figure: people killed or wounded, people or posts captured. */
export const isCasualtyCount = ({ key, type }: Pick<Proposition, "key" | "type">): boolean =>
	type === "count" && /^(killed_|wounded_|captured_personnel$|posts_captured$)/.test(key);

/**
 * Casualty figures in the order of the propositions, each with the latest statement of every source. Excluded, with the
 * reason: aggregate reports covering several months, repeats, collective sources, claims without a number, and earlier
 * statements that the source has replaced.
 */
export function casualtyQuestions(dossier: Dossier): CasualtyQuestions {
	const sources = sourcesById(dossier);
	const aggregates = new Set(
		dossier.incidents.flatMap(({ incident_id, aggregate }) => (aggregate ? [incident_id] : [])),
	);
	const questions = dossier.propositions.filter(isCasualtyCount);
	const byQuestion = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const isCircular = reliesOnSource(dossier);
	const reasons: CasualtyExclusion[] = [];
	let n = 0;
	const rows = questions.flatMap((question) => {
		const all = byQuestion.get(question.proposition_id) ?? [];
		n += all.length;
		const latest = new Set(statementsInOrder(all).map((statements) => statements.at(-1)));
		const reasonOf = (claim: Claim): CasualtyExclusion | null => {
			if (aggregates.has(question.incident_id)) return "aggregate_report";
			if (claim.stance === "repeats") return "repeat";
			if (sources.get(claim.source_id)?.collective) return "collective_source";
			if (!hasAnswer(claim)) return "no_answer";
			return latest.has(claim) ? null : "other_statement";
		};
		const claims = all.flatMap((claim) => {
			const reason = reasonOf(claim);
			if (reason !== null) {
				reasons.push(reason);
				return [];
			}
			const side = sideOfSource(sources, claim.source_id);
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
