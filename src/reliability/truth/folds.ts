/** At most so many estimates that each exclude some incidents, and so many claims that all of them read together. */
const mostFolds = 200;
const mostClaimsRead = 2e6;
const fewestFolds = 20;

/**
 * The fold of each incident in a cross-validation that excludes one fold at a time, so that nothing decided about an
 * incident adds to what is believed of it. Each incident has a fold of its own, up to 200 incidents or two million
 * claims that all estimates read; with more, several incidents share one of the folds, of which there are at least 20.
 *
 * @param claims how many claims one estimate reads
 */
export function foldsOf(incidents: readonly string[], claims: number): ReadonlyMap<string, number> {
	const distinct = [...new Set(incidents)].sort();
	const folds = Math.max(fewestFolds, Math.min(mostFolds, Math.floor(mostClaimsRead / Math.max(1, claims))));
	return new Map(distinct.map((incident, index) => [incident, index % folds]));
}
