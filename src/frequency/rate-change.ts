import type { Dossier } from "../records/records.js";
import { changePoint } from "../statistics/change-point.js";
import { clusteredChange } from "../statistics/clustered-change.js";
import type { GammaPrior } from "../statistics/clusters.js";
import { type CountOptions, type Counts, countIncidents } from "./counts.js";
import { coverage } from "./coverage.js";

/** What counts are divided by: the days observed, or those days times the sources that spoke. */
export const exposures = ["days", "active_sources"] as const;
export type Exposure = (typeof exposures)[number];

/** How likely the change came right after one month. */
export interface ChangeRow {
	/** First day of the first month after the change. */
	readonly period: string;
	/** If counts come in clusters, and if each came by itself (Poisson). */
	readonly probability: number;
	readonly probability_poisson: number;
}

/** Whether the rate changed once in the window, and when. */
export interface Change {
	readonly exposure: Exposure;
	readonly rows: readonly ChangeRow[];
	/** The likeliest first month after the change, with clusters. */
	readonly mode: string;
	/** The months that the middle 95 % of the probability lies in, with clusters. */
	readonly from: string;
	readonly to: string;
	/** Incidents per unit of exposure, with clusters: 30 days, or 30 days of the mean number of active sources. */
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
 * The posterior of one change in the monthly rate: exact where each incident comes by itself, on a grid where they
 * come in clusters. With `active_sources` a month weighs by how many sources spoke in it (at least one): a change
 * that goes away is one in who was watching, or in how much each incident was written about, which these data
 * cannot tell apart.
 *
 * @throws `unknown exposure: days_off`
 */
export function rateChange(
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
		from: reach(0.025),
		to: reach(0.975),
		rate_before: clustered.rate_before,
		rate_after: clustered.rate_after,
		log_bayes_factor: clustered.log_bayes_factor,
		log_bayes_factor_poisson: poisson.log_bayes_factor,
		log_bayes_factor_clusters: poisson.log_bayes_factor_clusters,
		prior,
		counts,
	};
}
