import type { Dossier } from "../records.js";
import { changePoint, type GammaPrior } from "../statistics/change-point.js";
import { type Dispersion, dispersion } from "../statistics/dispersion.js";
import { type CountFit, fitCounts } from "../statistics/negative-binomial.js";
import { type CountOptions, type Counts, countIncidents } from "./counts.js";
import { coverage } from "./coverage.js";

/** What counts are divided by: the days observed, or those days times the sources that spoke. */
export const exposures = ["days", "active_sources"] as const;
export type Exposure = (typeof exposures)[number];

/** How likely the change came right after one month. */
export interface ChangeRow {
	/** First day of the first month after the change. */
	readonly period: string;
	readonly probability: number;
}

/** Whether the rate changed once in the window, and when. */
export interface Change {
	readonly exposure: Exposure;
	readonly rows: readonly ChangeRow[];
	/** The likeliest first month after the change. */
	readonly mode: string;
	/** The months that the middle 95 % of the probability lies in. */
	readonly from: string;
	readonly to: string;
	/** Incidents per unit of exposure: 30 days, or 30 days of the mean number of active sources. */
	readonly rate_before: number;
	readonly rate_after: number;
	/** Natural logarithms of Bayes factors: over a constant rate, and over a constant rate with clusters. */
	readonly log_bayes_factor: number;
	readonly log_bayes_factor_clusters: number;
	readonly prior: GammaPrior;
	readonly counts: Counts;
}

const prior: GammaPrior = { shape: 1, rate: 1 };

/**
 * The exact posterior of one change in the monthly rate. With `active_sources` a month weighs by how many
 * sources spoke in it (at least one): a change that goes away is one in who was watching, or in how much each
 * incident was written about, which these data cannot tell apart.
 *
 * @throws `unknown exposure: days_off`
 */
export function changeOfRate(
	dossier: Dossier,
	exposure: Exposure,
	options: Pick<CountOptions, "where" | "frontiers"> = {},
): Change {
	if (!exposures.includes(exposure)) throw new RangeError(`unknown exposure: ${exposure}`);
	const counts = countIncidents(dossier, { ...options, by: "month" });
	const voices = coverage(dossier, { by: "month" }).rows.map(({ origins }) => Math.max(1, origins));
	const mean = voices.reduce((sum, each) => sum + each, 0) / voices.length;
	const weights = counts.rows.map(
		({ days_observed }, index) => (days_observed / 30) * (exposure === "days" ? 1 : (voices[index] ?? 1) / mean),
	);
	const result = changePoint(
		counts.rows.map(({ count }) => count),
		weights,
		prior,
	);
	const rows = result.posterior.map((probability, index) => ({
		period: counts.rows[index + 1]?.period ?? "",
		probability,
	}));
	const reach = (share: number) => {
		let sum = 0;
		for (const { period, probability } of rows) {
			sum += probability;
			if (sum >= share) return period;
		}
		return rows.at(-1)?.period ?? "";
	};
	return {
		exposure,
		rows,
		mode: rows[result.mode - 1]?.period ?? "",
		from: reach(0.025),
		to: reach(0.975),
		rate_before: result.rate_before,
		rate_after: result.rate_after,
		log_bayes_factor: result.log_bayes_factor,
		log_bayes_factor_clusters: result.log_bayes_factor_clusters,
		prior,
		counts,
	};
}

/** How monthly counts vary: against one Poisson rate, and as a negative binomial. */
export interface Variation {
	readonly dispersion: Dispersion;
	readonly fit: CountFit;
	readonly n: number;
}

/**
 * Whether counts vary more than one constant rate would make them, and the distribution that fits.
 *
 * @param counts ungrouped, complete and neither spread nor weighed
 */
export function variation(counts: Counts): Variation {
	const values = counts.rows.map(({ count }) => count);
	return {
		dispersion: dispersion(
			values,
			counts.rows.map(({ days_observed }) => days_observed),
		),
		fit: fitCounts(values),
		n: counts.n,
	};
}
