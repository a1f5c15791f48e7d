import { hasAnswer } from "../../claims/statements.js";
import { countExclusions, type Excluded } from "../../records/exclusions.js";
import { groupBy } from "../../records/group-by.js";
import { knownOption } from "../../records/known-option.js";
import type { Claim, Dossier, Proposition } from "../../records/records.js";
import { answersByOriginalSource, truthExclusions } from "../truth/dossier-answers.js";

/** Whose answers are compared: one for each original source, or every report, repeats among them. */
export const reportUnits = ["original_sources", "reports"] as const;
/** One of `reportUnits`. */
export type ReportUnit = (typeof reportUnits)[number];

/** Why a claim is not among the answers, in the order in which it is asked. */
export const reportExclusions = ["aggregate_report", ...truthExclusions] as const;
export type ReportExclusion = (typeof reportExclusions)[number];

/** A question of one incident with the answers that are compared. */
export interface AnsweredQuestion {
	readonly question: Proposition;
	readonly answers: readonly Claim[];
	/** Claims on it that are not among the answers; with them, all of its claims. */
	readonly excluded: readonly Excluded<ReportExclusion>[];
}

/**
 * Every question that has a claim, with its answers. `original_sources`: one answer for each original source
 * (`answersByOriginalSource`: its latest), so that a repeat adds none. `reports`: every claim that gives an answer.
 *
 * @throws `unknown unit: rows (known: original_sources, reports)`
 */
export function answeredQuestions(dossier: Dossier, of: ReportUnit): AnsweredQuestion[] {
	knownOption("unit", of, reportUnits);
	const aggregates = new Set(
		dossier.incidents.flatMap(({ incident_id, aggregate }) => (aggregate ? [incident_id] : [])),
	);
	const reasonOf = of === "reports" ? reasonOfReport(dossier) : reasonOfOriginal(dossier);
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	return dossier.propositions.flatMap((question) => {
		const own = claims.get(question.proposition_id) ?? [];
		if (own.length === 0) return [];
		const reasons = own.map((claim) =>
			aggregates.has(question.incident_id) ? ("aggregate_report" as const) : reasonOf(claim),
		);
		return [
			{
				question,
				answers: own.filter((_, index) => reasons[index] === null),
				excluded: countExclusions(reportExclusions, reasons),
			},
		];
	});
}

function reasonOfReport({ propositions }: Dossier): (claim: Claim) => ReportExclusion | null {
	const types = new Map(propositions.map(({ proposition_id, type }) => [proposition_id, type]));
	return (claim) => {
		if (hasAnswer(claim)) return null;
		return claim.stance === "denies" && types.get(claim.proposition_id) === "count" ? "number_denied" : "no_answer";
	};
}

function reasonOfOriginal(dossier: Dossier): (claim: Claim) => ReportExclusion | null {
	const reasons = new Map(answersByOriginalSource(dossier).excluded.map(({ claim_id, reason }) => [claim_id, reason]));
	return ({ claim_id }) => reasons.get(claim_id) ?? null;
}
