import { groupBy } from "../../records/group-by.js";
import type { Dossier, Proposition } from "../../records/records.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { alphaOfUnits, krippendorffAlpha, type Ratings } from "../../statistics/krippendorff.js";
import { chartRandom, type Random } from "../../statistics/random.js";
import { resampling } from "../resampling.js";
import { answersByOriginalSource } from "../truth/dossier-answers.js";

/** Krippendorff's alpha of original sources on one type of question. */
export interface SourceAlpha {
	readonly type: "boolean" | "count";
	/** For counts the difference of ln(1 + count): 9 and 10 are close, 0 and 1 are not. */
	readonly metric: "nominal" | "interval on log(1 + count)";
	/** `null` where nothing varies or no question has two original sources. */
	readonly alpha: number | null;
	/** 95% limits from resampling incidents; `null` where a resample has no alpha, as with few incidents. */
	readonly low: number | null;
	readonly high: number | null;
	/** Questions with two original sources or more, and the answers to them. */
	readonly questions: number;
	/** Answers that are compared. */
	readonly answers: number;
	/** Questions with fewer. */
	readonly excluded_questions: number;
	/** Answers that are a range, which has no single place on the scale. */
	readonly excluded_ranges: number;
}

/**
 * Krippendorff's alpha of original sources: how far they agree beyond chance. This is a finding about the sources, not
 * the reliability of the coding; for that, give `krippendorffAlpha` the readings of two coders.
 *
 * Each original source has one answer a question, its first statement. Categories are excluded: their values differ
 * between questions, so chance agreement has no meaning. Where nearly all answers are yes, alpha is low although most
 * pairs agree.
 *
 * @example
 * sourceAlphas(dossier)[0] // → { type: "boolean", alpha: -0.1667, questions: 3, answers: 8 }
 */
export function sourceAlphas(
	dossier: Dossier,
	{ draws = resampling.draws, random = chartRandom() }: { readonly draws?: number; readonly random?: Random } = {},
): SourceAlpha[] {
	const questions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const { used } = answersByOriginalSource(dossier, { statement: "first" });
	return (["boolean", "count"] as const).map((type) => {
		const asked = used.filter(({ question }) => questions.get(question)?.type === type);
		const isRange = (claim: (typeof used)[number]["claim"]) => claim.value_min !== null || claim.value_max !== null;
		const placed = asked.filter(({ claim }) => !isRange(claim));
		const metric = type === "boolean" ? "nominal" : "interval";
		const units = [...groupBy(placed, ({ question }) => question)].map(([question, answers]) => ({
			incident: (questions.get(question) as Proposition).incident_id,
			ratings: answers.map(({ claim }) => (type === "count" ? Math.log1p(claim.value as number) : claim.value)),
		}));
		const sorted = units.sort((a, b) => (a.incident < b.incident ? -1 : 1));
		const ratings = sorted.map((unit): Ratings => unit.ratings);
		const places = sorted.map(({ incident }, place) => ({ incident, place }));
		const clusters = [...groupBy(places, ({ incident }) => incident).values()].map((own) =>
			own.map(({ place }) => place),
		);
		const { alpha, units: paired, values, unpaired_units } = krippendorffAlpha(ratings, metric);
		const alphaOf = alphaOfUnits(ratings, metric);
		let undefinedDraws = 0;
		const drawn = (own: readonly (readonly number[])[]) => {
			const value = alphaOf(own);
			if (value === null) undefinedDraws++;
			return value ?? 0;
		};
		const limits = clusters.length === 0 ? null : clusterBootstrap(clusters, drawn, { random, draws })(intervalLevel);
		return {
			type,
			metric: type === "boolean" ? ("nominal" as const) : ("interval on log(1 + count)" as const),
			alpha,
			low: undefinedDraws > 0 ? null : (limits?.low ?? null),
			high: undefinedDraws > 0 ? null : (limits?.high ?? null),
			questions: paired,
			answers: values,
			excluded_questions: unpaired_units,
			excluded_ranges: asked.length - placed.length,
		};
	});
}
