/** How incidents are resampled wherever agreement is measured; the random numbers are those of `chartRandom`. */
export const resampling = {
	/** Bootstrap resamples for a confidence interval. */
	draws: 2000,
	/** Fewest incidents on which an interval is given: with fewer a bootstrap is too narrow. */
	minimumIncidents: 10,
} as const;
