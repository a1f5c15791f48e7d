import { reliesOnSource } from "../../claims/circularity.js";
import { isResolved, type ResolvedProposition } from "../../claims/resolved.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, PropositionType } from "../../records/records.js";
import {
	answersOf,
	countExcluded,
	type DossierAnswers,
	resolvedAnswers,
	rightAnswers,
	type TruthExclusion,
	type UsedClaim,
} from "./dossier-answers.js";
import type { TruthMethod } from "./methods.js";
import { believed } from "./result.js";

/** Whether the claims on which a verdict rests are let in. */
export type Circular = "exclude" | "include";

/** One method's answer to one settled question. */
export interface MethodAnswer {
	readonly method: string;
	readonly proposition_id: string;
	readonly incident_id: string;
	/** The most believed answer; all that tie. */
	readonly answers: readonly string[];
	readonly outcome: "right" | "wrong" | "tied";
	/** 1 if right, 0 if wrong; of answers that tie, the share that is right. */
	readonly credit: number;
	/** Origins give two answers or more: here, and only here, methods can part. */
	readonly disputed: boolean;
}

/** What methods answer to the settled questions of a dossier. */
export interface AskedMethods {
	readonly settled: readonly ResolvedProposition[];
	/** Claims that were let in, by question. */
	readonly claims: ReadonlyMap<string, readonly UsedClaim[]>;
	readonly answers: readonly MethodAnswer[];
	/** Claims that were let in, on settled and open questions; with `excluded` all claims. */
	readonly used: number;
	/** How many were not, by reason; `circular_verdict` are those of sources on whom the verdict rests. */
	readonly excluded: readonly TruthExclusion[];
}

/**
 * Asks each method every settled question to which a claim is let in. No verdict is an input, but for methods
 * that learn from settled questions: they are asked without those of the same incident.
 */
export function askMethods(dossier: Dossier, methods: readonly TruthMethod[], circular: Circular): AskedMethods {
	const isCircular = reliesOnSource(dossier);
	const settled = dossier.propositions.filter(isResolved);
	const scored = new Set(settled.map(({ proposition_id }) => proposition_id));
	// Open questions are not scored: what carries their verdicts may still show how good its sources are.
	const keep = ({ proposition_id }: Claim, origin: string) =>
		circular === "include" || !scored.has(proposition_id) || !isCircular({ source_id: origin, proposition_id });
	const whole = answersOf(dossier, { keep });
	const claims = groupBy(whole.used, ({ question }) => question);
	const coded = new Map<string, DossierAnswers>();
	const answersTo = (types: readonly PropositionType[]): DossierAnswers => {
		const known = coded.get(types.join()) ?? answersOf(ofTypes(dossier, types), { keep });
		coded.set(types.join(), known);
		return known;
	};
	const answers = methods.flatMap(({ name, learns, parts }) =>
		parts.flatMap(({ types, run }) => {
			const given = answersTo(types);
			const asked = new Map<string, ReadonlyMap<string, readonly string[]>>();
			const believedFor = (incident: string) => {
				const key = learns ? incident : "";
				const taught = () =>
					learns ? resolvedAnswers(dossier, given, ({ incident_id }) => incident_id !== incident) : new Map();
				const known = asked.get(key) ?? believed(given.answers, run(given.answers, taught()));
				asked.set(key, known);
				return known;
			};
			return settled
				.filter(({ proposition_id, type }) => types.includes(type) && claims.has(proposition_id))
				.map((proposition): MethodAnswer => {
					const { proposition_id, incident_id } = proposition;
					const best = believedFor(incident_id).get(proposition_id) ?? [];
					const own = claims.get(proposition_id) ?? [];
					const right = rightAnswers(proposition, own);
					return {
						method: name,
						proposition_id,
						incident_id,
						answers: best,
						credit: best.filter((answer) => right.has(answer)).length / best.length,
						outcome: best.every((answer) => right.has(answer)) ? "right" : best.length > 1 ? "tied" : "wrong",
						disputed: new Set(own.map(({ value }) => value)).size > 1,
					};
				});
		}),
	);
	return { settled, claims, answers, used: whole.used.length, excluded: countExcluded(whole.excluded) };
}

function ofTypes(dossier: Dossier, types: readonly PropositionType[]): Dossier {
	const propositions = dossier.propositions.filter(({ type }) => types.includes(type));
	const own = new Set(propositions.map(({ proposition_id }) => proposition_id));
	return { ...dossier, propositions, claims: dossier.claims.filter(({ proposition_id }) => own.has(proposition_id)) };
}
