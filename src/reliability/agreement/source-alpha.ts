import { groupBy } from "../../records/group-by.js";
import type { Dossier, Proposition } from "../../records/records.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { krippendorffAlpha, type Ratings } from "../../statistics/krippendorff.js";
import type { Random } from "../../statistics/random.js";
import { answersOf } from "../truth/dossier-answers.js";

/** How far origins agree beyond chance on one type of question. */
export interface SourceAlpha {
	readonly type: "boolean" | "count";
	/** For counts the difference of log(1 + count): 9 and 10 are nearly alike, 0 and 1 are not. */
	readonly metric: "nominal" | "interval on log(1 + count)";
	/** `null` where nothing varies or no question has two origins. */
	readonly alpha: number | null;
	/** 90 % limits by resampling incidents; `null` where a draw has no alpha, as with few incidents. */
	readonly low: number | null;
	readonly high: number | null;
	/** Questions with two origins or more, and the answers on them. */
	readonly questions: number;
	readonly answers: number;
	/** Questions with fewer. */
	readonly left_out_questions: number;
	/** Answers that are a range, which has no place on a line. */
	readonly left_out_ranges: number;
}

/**
 * Krippendorff's alpha of origins on questions: how far sources tell the same, which is a finding about what
 * they tell. It is not the reliability of the coding: for that, give `krippendorffAlpha` the readings of two
 * coders, which the tables do not hold (data/README.md reports what was checked).
 *
 * One voice per origin and question, its first word. Categories are left out: their answers differ from
 * question to question, so that chance agreement has no meaning over them. Where nearly all answers are yes
 * alpha is low although most pairs agree.
 */
export function sourceAlphas(
	dossier: Dossier,
	random: Random,
	{ draws = 1000 }: { readonly draws?: number } = {},
): SourceAlpha[] {
	const questions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const { used } = answersOf(dossier, { statement: "first" });
	return (["boolean", "count"] as const).map((type) => {
		const asked = used.filter(({ question }) => questions.get(question)?.type === type);
		const isRange = (claim: (typeof used)[number]["claim"]) => claim.value_min !== null || claim.value_max !== null;
		const placed = asked.filter(({ claim }) => !isRange(claim));
		const metric = type === "boolean" ? "nominal" : "interval";
		const units = [...groupBy(placed, ({ question }) => question)].map(([question, voices]) => ({
			incident: (questions.get(question) as Proposition).incident_id,
			ratings: voices.map(({ claim }) => (type === "count" ? Math.log1p(claim.value as number) : claim.value)),
		}));
		const alphaOf = (rows: readonly { readonly ratings: Ratings }[]) =>
			krippendorffAlpha(
				rows.map(({ ratings }) => ratings),
				metric,
			);
		const sorted = units.sort((a, b) => (a.incident < b.incident ? -1 : 1));
		const clusters = [...groupBy(sorted, ({ incident }) => incident).values()];
		const { alpha, units: paired, values, unpaired_units } = alphaOf(units);
		let undefinedDraws = 0;
		const drawn = (own: readonly (typeof units)[]) => {
			const value = alphaOf(own.flat()).alpha;
			if (value === null) undefinedDraws++;
			return value ?? 0;
		};
		const limits = clusters.length === 0 ? null : clusterBootstrap(clusters, drawn, { random, draws })(0.9);
		return {
			type,
			metric: type === "boolean" ? ("nominal" as const) : ("interval on log(1 + count)" as const),
			alpha,
			low: undefinedDraws > 0 ? null : (limits?.low ?? null),
			high: undefinedDraws > 0 ? null : (limits?.high ?? null),
			questions: paired,
			answers: values,
			left_out_questions: unpaired_units,
			left_out_ranges: asked.length - placed.length,
		};
	});
}
