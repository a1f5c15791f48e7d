import { rangeOf } from "../../claims/number-range.js";
import type { Side } from "../../claims/sides.js";
import type { Dossier } from "../../records/records.js";
import { groupBias } from "../../statistics/group-bias.js";
import { type CasualtyExclusion, casualtyQuestions } from "./casualty-claims.js";

/** By how much a side's tolls are off. */
export interface ReportingBias {
	readonly side: Side;
	/** Sources × tolls. */
	readonly n: number;
	/** Of these, on confirmed tolls: the only ones that tell by how much a side is off, not from whom. */
	readonly n_settled: number;
	/** Of log(1 + count), with 90 % limits: 0.1 is a tenth too high. */
	readonly bias: number;
	readonly low: number;
	readonly high: number;
}

/** The bias of every side, and the claims that say nothing of it. */
export interface ReportingBiases {
	/** In the order of their names. */
	readonly rows: readonly ReportingBias[];
	readonly n: number;
	readonly casualtyFigures: number;
	readonly excluded: readonly { readonly reason: CasualtyExclusion | ReportingBiasReason; readonly n: number }[];
	readonly converged: boolean;
}

/** Why a number that is set against others says nothing of a bias. */
export type ReportingBiasReason = "circular_verdict" | "one_side_only";

/**
 * Bias of each side's tolls: log(1 + count) = truth + bias of the side + noise of the source (`groupBias`), from
 * each source's last word, a range as an interval and "at least" as one without an end.
 *
 * Confirmed tolls are known, and a source on whom one rests is not measured by it. On the others sides are
 * measured against each other only, so that what one side alone tells is left out; if all err alike, that does
 * not show. One bias a side is one for its own dead and the other's: where a side lowers the one and raises the
 * other they cancel.
 */
export function reportingBiases(dossier: Dossier): ReportingBiases {
	const { rows, excluded } = casualtyQuestions(dossier);
	const known = new Map(
		rows.flatMap(({ question: { proposition_id, verdict_status, verdict_value } }) =>
			verdict_status === "confirmed" && verdict_value !== null
				? [[proposition_id, Math.log1p(Number(verdict_value))] as const]
				: [],
		),
	);
	let [circular, lonely] = [0, 0];
	const used = rows.flatMap(({ question, claims }) => {
		if (known.has(question.proposition_id)) {
			const independent = claims.filter(({ is_decisive }) => !is_decisive);
			circular += claims.length - independent.length;
			return independent;
		}
		if (new Set(claims.map(({ side }) => side)).size > 1) return claims;
		lonely += claims.length;
		return [];
	});
	const fit =
		used.length === 0
			? { groups: [], converged: true }
			: groupBias(
					used.map(({ claim, side }) => {
						const [low, high] = rangeOf(claim);
						return {
							object: claim.proposition_id,
							group: side,
							source: claim.source_id,
							// "At most nine" is open below: the logarithm of 1 + 0 is a number like any other.
							low: low === 0 && high > 0 ? Number.NEGATIVE_INFINITY : Math.log1p(low),
							high: Math.log1p(high),
						};
					}),
					known,
				);
	const more = [
		{ reason: "circular_verdict" as const, n: circular },
		{ reason: "one_side_only" as const, n: lonely },
	];
	return {
		rows: fit.groups.map(({ group, n, value, low, high }) => ({
			side: group as Side,
			n,
			n_settled: used.filter(({ side, claim }) => side === group && known.has(claim.proposition_id)).length,
			bias: value,
			low,
			high,
		})),
		n: used.length,
		casualtyFigures: new Set(used.map(({ claim }) => claim.proposition_id)).size,
		excluded: [...excluded, ...more.filter(({ n }) => n > 0)],
		converged: fit.converged,
	};
}
