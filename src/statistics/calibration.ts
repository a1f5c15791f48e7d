import { type Forecast, logScoreClip } from "./scores.js";
import { wilson } from "./share-interval.js";
import { solveRising } from "./solve.js";

/** Forecasts of about the same probability, beside how often the event came about. */
export interface CalibrationBin {
	/** Least and greatest probability in the bin. */
	readonly from: number;
	readonly to: number;
	/** Forecasts in the bin. */
	readonly n: number;
	/** 0 to 1. */
	readonly mean_probability: number;
	/** Forecasts whose outcome is true. */
	readonly came_about: number;
	/** `came_about / n`, with Wilson's limits (1927), 0 to 1. */
	readonly share: number;
	readonly low: number;
	readonly high: number;
}

/**
 * Forecasts in bins of about equal number, in order of probability. Equal probabilities are never parted, so
 * that bins can be fewer than asked for and the order of the rows does not matter. Under 200 forecasts take
 * three to five bins.
 *
 * @param confidence of the limits of each share
 * @throws `bins must be a whole number from 1 up: 0`
 * @example
 * calibrationBins([{ probability: 0.8, outcome: true }, { probability: 0.8, outcome: false }], 5)[0] // → { n: 2, mean_probability: 0.80, came_about: 1, share: 0.50 }
 */
export function calibrationBins(forecasts: readonly Forecast[], bins: number, confidence = 0.9): CalibrationBin[] {
	if (!(Number.isInteger(bins) && bins >= 1)) throw new RangeError(`bins must be a whole number from 1 up: ${bins}`);
	const sorted = [...forecasts].sort((a, b) => a.probability - b.probability);
	const groups = new Map<number, Forecast[]>();
	for (let start = 0, end = 0; start < sorted.length; start = end) {
		const { probability } = sorted[start] as Forecast;
		while (sorted[end]?.probability === probability) end++;
		// Equal forecasts go to the bin in which their middle lies.
		const bin = Math.floor(((start + end) * bins) / (2 * sorted.length));
		const group = groups.get(bin) ?? [];
		for (let at = start; at < end; at++) group.push(sorted[at] as Forecast);
		groups.set(bin, group);
	}
	return [...groups.values()].map((rows) => {
		const came_about = rows.filter(({ outcome }) => outcome).length;
		return {
			from: (rows[0] as Forecast).probability,
			to: (rows.at(-1) as Forecast).probability,
			n: rows.length,
			mean_probability: rows.reduce((sum, { probability }) => sum + probability, 0) / rows.length,
			came_about,
			share: came_about / rows.length,
			...wilson(came_about, rows.length, confidence),
		};
	});
}

/** A steeper recalibration could not be distinguished from certainty. */
const steepest = 20;

const logit = (probability: number): number => {
	const clipped = Math.min(1 - logScoreClip, Math.max(logScoreClip, probability));
	return Math.log(clipped / (1 - clipped));
};

/**
 * The probability that a forecast becomes when its log odds are multiplied by a slope: under 1 for forecasts
 * that were too sure, above 1 for too timid ones. One half stays one half.
 *
 * @example
 * sharpen(0.9, 0.5) // → 0.75
 */
export function sharpen(probability: number, slope: number): number {
	return 1 / (1 + Math.exp(-slope * logit(probability)));
}

/**
 * The slope on the log odds that makes the outcomes likeliest, 0 to 20: one over the temperature of Guo et
 * al. (ICML 2017). One parameter, because a few hundred outcomes do not allow more. `null` without
 * forecasts other than one half.
 *
 * @example
 * recalibrationSlope([{ probability: 0.9, outcome: true }, { probability: 0.9, outcome: false }]) // → 0
 */
export function recalibrationSlope(forecasts: readonly Forecast[]): number | null {
	const odds = forecasts.map(({ probability, outcome }) => ({ x: logit(probability), y: outcome ? 1 : 0 }));
	if (!odds.some(({ x }) => x !== 0)) return null;
	// Derivative of the negative log-likelihood, which rises with the slope.
	const derivative = (slope: number) =>
		odds.reduce((sum, { x, y }) => sum + x * (1 / (1 + Math.exp(-slope * x)) - y), 0);
	if (derivative(0) >= 0) return 0;
	return derivative(steepest) <= 0 ? steepest : solveRising(derivative, 0, 0, steepest);
}

/**
 * Recalibrates every forecast by a slope fitted on all forecasts but those of its own cluster, such as its
 * incident: what it is scored by has had no say in it. `null` where the others allow no fit.
 *
 * @returns one row a forecast, in the order given: the new probability, the slope and on how many it was fitted
 */
export function recalibrateLeaveOneOut(
	forecasts: readonly (Forecast & { readonly cluster: string })[],
): ({ readonly probability: number; readonly slope: number; readonly fitted_on: number } | null)[] {
	const fits = new Map(
		[...new Set(forecasts.map(({ cluster }) => cluster))].map((own) => {
			const others = forecasts.filter(({ cluster }) => cluster !== own);
			return [own, { slope: recalibrationSlope(others), fitted_on: others.length }];
		}),
	);
	return forecasts.map(({ probability, cluster }) => {
		const fit = fits.get(cluster);
		if (!fit || fit.slope === null) return null;
		return { probability: sharpen(probability, fit.slope), slope: fit.slope, fitted_on: fit.fitted_on };
	});
}
