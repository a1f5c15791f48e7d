import { rangeOf } from "../../claims/number-range.js";
import type { Side } from "../../claims/sides.js";
import type { Excluded } from "../../records/exclusions.js";
import type { Dossier } from "../../records/records.js";
import { clusterJackknife } from "../../statistics/cluster-jackknife.js";
import { type GroupBias, groupBias } from "../../statistics/group-bias.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { resampling } from "../resampling.js";
import { foldsOf } from "../truth/folds.js";
import { type CasualtyClaim, type CasualtyExclusion, casualtyQuestions } from "./casualty-claims.js";

/** By how much one side's casualty figures are too high or too low. */
export interface ReportingBias {
	readonly side: Side;
	/** Sources × casualty figures. */
	readonly n: number;
	/** Of these, on confirmed figures: only they show which side is off, and not only that two sides differ. */
	readonly n_confirmed: number;
	/** On the scale of ln(1 + count), with credible limits: 0.1 is about a tenth too high. */
	readonly bias_log: number;
	readonly low: number;
	readonly high: number;
	/** Confidence limits that allow for correlation within incidents (`clusterJackknife`, which leaves out several incidents at a time where there are many: `foldsOf`); `null` under ten. */
	readonly clustered_low: number | null;
	readonly clustered_high: number | null;
	/** Incidents of its claims. */
	readonly incidents: number;
}

/** The bias of every side, and the claims that are not used. */
export interface ReportingBiases {
	/** In the order of the sides' names. */
	readonly rows: readonly ReportingBias[];
	/** Claims used; with `excluded` all claims on casualty figures. */
	readonly n: number;
	/** Casualty figures used. */
	readonly questions: number;
	readonly excluded: readonly Excluded<CasualtyExclusion | ReportingBiasExclusion>[];
	/** Of the credible limits, such as 0.95. */
	readonly level: number;
	/** How many claims the prior of no bias is worth. */
	readonly priorClaims: number;
	readonly converged: boolean;
}

/** Why a number that is compared with others shows nothing of a bias. */
export type ReportingBiasExclusion = "circular_verdict" | "one_side_only";

/** Options of `reportingBiases`. */
export interface ReportingBiasesOptions {
	/** `exclude` (default): a source on whose claim a verdict relies is not measured by that verdict. */
	readonly circular?: "exclude" | "include";
	/** Of the credible limits; default 0.95. */
	readonly level?: number;
}

/** How many claims the prior of no bias is worth. */
const priorClaims = 4;

/** A claim in this fit takes about as long as so many in the estimates that `foldsOf` was made for. */
const claimsAFit = 20;

/**
 * Bias of each side's casualty figures: ln(1 + count) = truth + bias of the side + noise of the source (`groupBias`),
 * from each source's latest statement. A range enters as an interval, "at least" as one without an upper end.
 *
 * The truth of confirmed figures is known. On the others sides are only compared with each other, so figures of one
 * side alone are excluded; an error that all sides share does not show. Each side has one bias for its own losses and
 * the other side's.
 *
 * @example
 * reportingBiases(dossier).n // → 5
 */
export function reportingBiases(
	dossier: Dossier,
	{ circular = "exclude", level = intervalLevel }: ReportingBiasesOptions = {},
): ReportingBiases {
	const { rows, excluded } = casualtyQuestions(dossier);
	const known = new Map(
		rows.flatMap(({ question: { proposition_id, verdict_status, verdict_value } }) =>
			verdict_status === "confirmed" && verdict_value !== null
				? [[proposition_id, Math.log1p(Number(verdict_value))] as const]
				: [],
		),
	);
	let [circularClaims, oneSided] = [0, 0];
	const used = rows.flatMap(({ question, claims }) => {
		const own = claims.map((claim) => ({ ...claim, incident: question.incident_id }));
		if (known.has(question.proposition_id)) {
			const independent = circular === "include" ? own : own.filter(({ is_decisive }) => !is_decisive);
			circularClaims += own.length - independent.length;
			return independent;
		}
		if (new Set(own.map(({ side }) => side)).size > 1) return own;
		oneSided += own.length;
		return [];
	});
	const fit = biasesOf(used, known, level);
	const foldOf = foldsOf(
		used.map(({ incident }) => incident),
		used.length * claimsAFit,
	);
	const without = [...new Set(foldOf.values())].map((left) => {
		const groups = biasesOf(
			used.filter(({ incident }) => foldOf.get(incident) !== left),
			known,
			level,
		).groups;
		return new Map(groups.map(({ group, value }) => [group, value]));
	});
	const more = [
		{ reason: "circular_verdict" as const, n: circularClaims },
		{ reason: "one_side_only" as const, n: oneSided },
	];
	return {
		rows: fit.groups.map(({ group, n, value, low, high }) => {
			const own = used.filter(({ side }) => side === group);
			const ownIncidents = new Set(own.map(({ incident }) => incident)).size;
			const values = without.flatMap((biases) => biases.get(group) ?? []);
			const clustered = ownIncidents < resampling.minimumIncidents ? null : clusterJackknife(value, values, level);
			return {
				side: group as Side,
				n,
				n_confirmed: own.filter(({ claim }) => known.has(claim.proposition_id)).length,
				bias_log: value,
				low,
				high,
				clustered_low: clustered?.low ?? null,
				clustered_high: clustered?.high ?? null,
				incidents: ownIncidents,
			};
		}),
		n: used.length,
		questions: new Set(used.map(({ claim }) => claim.proposition_id)).size,
		excluded: [...excluded, ...more.filter(({ n }) => n > 0)],
		level,
		priorClaims,
		converged: fit.converged,
	};
}

function biasesOf(
	used: readonly CasualtyClaim[],
	known: ReadonlyMap<string, number>,
	level: number,
): Pick<GroupBias, "groups" | "converged"> {
	if (used.length === 0) return { groups: [], converged: true };
	return groupBias(
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
		{ ridge: priorClaims, confidence: level },
	);
}
