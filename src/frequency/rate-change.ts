import { knownOption } from "../records/known-option.js";
import type { Dossier } from "../records/records.js";
import { changePoint } from "../statistics/change-point.js";
import { clusteredChange } from "../statistics/clustered-change.js";
import type { GammaPrior } from "../statistics/clusters.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { type CountOptions, type Counts, countIncidents } from "./counts.js";
import { coverage } from "./coverage.js";

/** What counts are divided by: observed days, or those days times the number of sources that reported. */
export const exposures = ["days", "active_sources"] as const;
export type Exposure = (typeof exposures)[number];

/** How likely the change came right after one month. */
export interface ChangeRow {
	/** First day of the first month after the change. */
	readonly period: string;
	/** Allowing for clustering (negative binomial), and assuming independent incidents (Poisson). */
	readonly probability: number;
	readonly probability_poisson: number;
}

/** Whether the rate changed once in the window, and when. */
export interface Change {
	/** What a rate is counted by: days, or days and active sources. */
	readonly exposure: Exposure;
	/** One for each month that the change may begin with; their probabilities add up to 1. */
	readonly rows: readonly ChangeRow[];
	/** The likeliest first month after the change, allowing for clustering. */
	readonly mode: string;
	/** 95% credible interval of that month, allowing for clustering. */
	readonly from: string;
	readonly to: string;
	/** Incidents per 30 days, or per 30 days at the mean number of active sources, allowing for clustering. */
	readonly rate_before: number;
	readonly rate_after: number;
	/** Natural logarithms of Bayes factors: a change with clusters over a constant rate with clusters; … */
	readonly log_bayes_factor: number;
	/** … a Poisson change over a constant Poisson rate; … */
	readonly log_bayes_factor_poisson: number;
	/** … and a Poisson change over a constant rate with clusters. */
	readonly log_bayes_factor_clusters: number;
	readonly prior: GammaPrior;
	readonly counts: Counts;
}

const prior: GammaPrior = { shape: 1, rate: 1 };

/**
 * Whether the monthly rate changed once, and when: exact posterior assuming independent incidents, on a grid allowing
 * for clustering. With `active_sources` a month weighs by how many sources reported in it (at least one): a change
 * that then disappears may be one of source coverage, or of how much was published on each incident.
 *
 * @throws `unknown exposure: days_off (known: days, active_sources)`, `needs two periods or more: 1`
 * @example
 * rateChange(dossier, "days").counts.n // → 4
 */
export function rateChange(
	dossier: Dossier,
	exposure: Exposure,
	options: Pick<CountOptions, "where" | "frontiers"> = {},
): Change {
	knownOption("exposure", exposure, exposures);
	const counts = countIncidents(dossier, { ...options, by: "month" });
	const active = coverage(dossier, { by: "month" }).rows.map(({ sources }) => Math.max(1, sources));
	const mean = active.reduce((sum, each) => sum + each, 0) / active.length;
	const weights = counts.rows.map(
		({ days_observed }, index) => (days_observed / 30) * (exposure === "days" ? 1 : (active[index] ?? 1) / mean),
	);
	const values = counts.rows.map(({ count }) => count);
	const poisson = changePoint(values, weights, prior);
	const clustered = clusteredChange(values, weights, prior);
	const rows = clustered.posterior.map((probability, index) => ({
		period: counts.rows[index + 1]?.period ?? "",
		probability,
		probability_poisson: poisson.posterior[index] ?? 0,
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
		mode: rows[clustered.mode - 1]?.period ?? "",
		from: reach((1 - intervalLevel) / 2),
		to: reach((1 + intervalLevel) / 2),
		rate_before: clustered.rate_before,
		rate_after: clustered.rate_after,
		log_bayes_factor: clustered.log_bayes_factor,
		log_bayes_factor_poisson: poisson.log_bayes_factor,
		log_bayes_factor_clusters: poisson.log_bayes_factor_clusters,
		prior,
		counts,
	};
}
