import { reliesOnSource } from "../../claims/circularity.js";
import { isResolved, type ResolvedProposition } from "../../claims/resolved.js";
import { groupBy } from "../../records/group-by.js";
import { knownOption } from "../../records/known-option.js";
import type { Claim, Dossier, PropositionType } from "../../records/records.js";
import {
	answersByOriginalSource,
	countExcluded,
	type DossierAnswers,
	resolvedAnswers,
	rightAnswers,
	type TruthExclusion,
	type UsedClaim,
} from "./dossier-answers.js";
import { foldsOf } from "./folds.js";
import type { TruthMethod } from "./methods.js";
import { believedAnswers, type TruthResult } from "./result.js";

/** Whether claims are used where the verdict relies on the source's own claim. */
export const circularOptions = ["exclude", "include"] as const;
export type Circular = (typeof circularOptions)[number];

/** One method's answer to one resolved question. */
export interface MethodAnswer {
	readonly method: string;
	readonly proposition_id: string;
	readonly incident_id: string;
	/** The most believed answer; all that tie. */
	readonly answers: readonly string[];
	/** Whether the verdict supports it. */
	readonly outcome: "right" | "wrong" | "tied";
	/** 1 if right, 0 if wrong; of answers that tie, the share that is right. */
	readonly credit: number;
	/** Original sources give two answers or more: only here can methods disagree. */
	readonly disputed: boolean;
}

/** The answers of methods to the resolved questions of a dossier. */
export interface MethodRuns {
	readonly resolved: readonly ResolvedProposition[];
	/** Claims that are used, by question. */
	readonly claims: ReadonlyMap<string, readonly UsedClaim[]>;
	readonly answers: readonly MethodAnswer[];
	/** Claims used, on resolved and unresolved questions; with `excluded` all claims. */
	readonly used: number;
	readonly excluded: readonly TruthExclusion[];
}

/**
 * Runs each method on every resolved question that keeps a claim. No verdict is an input, but for methods that learn
 * from resolved questions: they are not given the verdicts of the same incident.
 *
 * @throws `unknown circular: maybe (known: exclude, include)`
 * @example
 * runMethods(dossier, truthMethods.slice(0, 1), "exclude").resolved.length // → 4
 */
export function runMethods(dossier: Dossier, methods: readonly TruthMethod[], circular: Circular): MethodRuns {
	knownOption("circular", circular, circularOptions);
	const isCircular = reliesOnSource(dossier);
	const resolved = dossier.propositions.filter(isResolved);
	const scored = new Set(resolved.map(({ proposition_id }) => proposition_id));
	// Unresolved questions are not scored: their claims may still show how accurate a source is.
	const keep = ({ proposition_id }: Claim, originalSource: string) =>
		circular === "include" || !scored.has(proposition_id) || !isCircular({ source_id: originalSource, proposition_id });
	const whole = answersByOriginalSource(dossier, { keep });
	const claims = groupBy(whole.used, ({ question }) => question);
	const coded = new Map<string, DossierAnswers>();
	const answersTo = (types: readonly PropositionType[]): DossierAnswers => {
		const known = coded.get(types.join()) ?? answersByOriginalSource(ofTypes(dossier, types), { keep });
		coded.set(types.join(), known);
		return known;
	};
	const foldOf = foldsOf(
		resolved.map(({ incident_id }) => incident_id),
		whole.used.length,
	);
	const foldOfQuestion = new Map(
		resolved.map(({ proposition_id, incident_id }) => [proposition_id, foldOf.get(incident_id) as number]),
	);
	const questions = resolved.flatMap((proposition) => {
		const own = claims.get(proposition.proposition_id);
		if (own === undefined) return [];
		return [
			{ proposition, right: rightAnswers(proposition, own), disputed: new Set(own.map(({ value }) => value)).size > 1 },
		];
	});
	const answers = methods.flatMap(({ name, learns, parts }) =>
		parts.flatMap(({ types, run }) => {
			const given = answersTo(types);
			const verdicts = learns ? resolvedAnswers(dossier, given) : new Map<string, ReadonlySet<string>>();
			const placeOf = new Map(given.answers.questions.map((question, place) => [question, place]));
			const results = new Map<number, TruthResult>();
			const resultFor = (fold: number): TruthResult => {
				const known =
					results.get(fold) ??
					run(
						given.answers,
						learns ? new Map([...verdicts].filter(([id]) => foldOfQuestion.get(id) !== fold)) : verdicts,
					);
				results.set(fold, known);
				return known;
			};
			return questions
				.filter(({ proposition }) => types.includes(proposition.type))
				.map(({ proposition: { proposition_id, incident_id }, right, disputed }): MethodAnswer => {
					const { posterior } = resultFor(learns ? (foldOf.get(incident_id) as number) : -1);
					const best = believedAnswers(given.answers, posterior, placeOf.get(proposition_id) as number);
					return {
						method: name,
						proposition_id,
						incident_id,
						answers: best,
						credit: best.filter((answer) => right.has(answer)).length / best.length,
						outcome: best.every((answer) => right.has(answer)) ? "right" : best.length > 1 ? "tied" : "wrong",
						disputed,
					};
				});
		}),
	);
	return { resolved, claims, answers, used: whole.used.length, excluded: countExcluded(whole.excluded) };
}

function ofTypes(dossier: Dossier, types: readonly PropositionType[]): Dossier {
	const propositions = dossier.propositions.filter(({ type }) => types.includes(type));
	const own = new Set(propositions.map(({ proposition_id }) => proposition_id));
	return { ...dossier, propositions, claims: dossier.claims.filter(({ proposition_id }) => own.has(proposition_id)) };
}
