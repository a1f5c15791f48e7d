import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier } from "../records/records.js";
import { countOriginalSources } from "./leading-answer.js";
import { originalSourcesOf } from "./original-source.js";
import { type Side, sideOfSource, sourcesById } from "./sides.js";
import { hasAnswer } from "./statements.js";

/** What the answers to a question rest on: the facts that the rules of the verdicts ask for. */
export interface QuestionEvidence {
	readonly proposition_id: string;
	/** Distinct original sources that give an answer. */
	readonly original_sources: number;
	/** Sides with a claim of their own that gives an answer; repeats are not their own. */
	readonly sides: readonly Side[];
	/** Whether a claim rests on a video or a document. */
	readonly has_record: boolean;
	readonly decisive_claims: readonly string[];
}

/** The evidence on every question of a dossier, by the question's id. */
export function evidenceOfQuestions(dossier: Dossier): ReadonlyMap<string, QuestionEvidence> {
	const sources = sourcesById(dossier);
	const originalSource = originalSourcesOf(dossier);
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const decisive = groupBy(dossier.verdict_basis, ({ proposition_id }) => proposition_id);
	return new Map(
		dossier.propositions.map(({ proposition_id }) => {
			const answers = (claims.get(proposition_id) ?? []).filter(hasAnswer);
			const own = answers.filter(({ stance }) => stance !== "repeats");
			const sideOfClaim = ({ source_id }: Claim) => sideOfSource(sources, source_id);
			return [
				proposition_id,
				{
					proposition_id,
					original_sources: countOriginalSources(answers, originalSource),
					sides: [...new Set(own.map(sideOfClaim))].sort(),
					has_record: answers.some(({ basis }) => basis === "video" || basis === "document"),
					decisive_claims: (decisive.get(proposition_id) ?? []).map(({ claim_id }) => claim_id),
				},
			];
		}),
	);
}
