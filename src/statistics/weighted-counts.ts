import type { Interval } from "./poisson.js";
import { chiSquareQuantile } from "./quantiles.js";

/**
 * Interval of a sum of weights, one for each event of a Poisson process, by the gamma distribution (Fay &
 * Feuer, Statistics in Medicine 16, 1997). Where all weights are 1 it is Garwood's interval of the count;
 * where no event weighs anything it is that of no event of the largest weight, so that an empty place has an
 * upper limit too.
 *
 * Assumes independent events; events that come in clusters make it too short.
 *
 * @param weights of the events that happened, 0 or more each
 * @param largest the most that one event could weigh; the heaviest event that happened where that is more
 * @throws `a weight must be 0 or more: -1`
 * @example
 * weightedInterval([1, 1, 1, 1, 1], 1) // → { low: 1.623, high: 11.668 }
 * weightedInterval([], 0.5) // → { low: 0, high: 1.844 }
 */
export function weightedInterval(weights: readonly number[], largest: number, confidence = 0.95): Interval {
	const wrong = weights.find((weight) => !(weight >= 0));
	if (wrong !== undefined) throw new RangeError(`a weight must be 0 or more: ${wrong}`);
	const heaviest = weights.reduce((most, weight) => Math.max(most, weight), largest);
	const tail = (1 - confidence) / 2;
	const sum = weights.reduce((total, weight) => total + weight, 0);
	const variance = weights.reduce((total, weight) => total + weight ** 2, 0);
	const [more, wider] = [sum + heaviest, variance + heaviest ** 2];
	return {
		low: variance > 0 ? (variance / (2 * sum)) * chiSquareQuantile(tail, (2 * sum ** 2) / variance) : 0,
		high: (wider / (2 * more)) * chiSquareQuantile(1 - tail, (2 * more ** 2) / wider),
	};
}
