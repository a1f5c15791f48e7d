import jstat from "jstat";
import { solveRising } from "./solve.js";

/** Events seen in some exposure, such as days. */
export interface Exposed {
	readonly count: number;
	readonly exposure: number;
}

/** How many times one rate the other is. */
export interface RateRatio {
	/** First rate divided by the second; `null` where the second has no event. */
	readonly ratio: number | null;
	readonly low: number;
	/** `null` where there is no upper limit. */
	readonly high: number | null;
	/** Two-sided probability, under equal rates, of a split no more likely than the one seen. */
	readonly p: number;
}

/**
 * Compares two Poisson rates exactly: given the sum of both counts, the first is binomial (Przyborowski &
 * Wilenski, Biometrika 31, 1940); limits are Clopper and Pearson's, the p-value as R's `poisson.test`.
 *
 * Assumes that both are Poisson: where events cluster, p is too small and the limits too narrow.
 *
 * @throws `count must be a whole number, 0 or more: 1.5`, `exposure must be above 0: 0`
 * @example
 * compareRates({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 }).ratio // → 1.971
 */
export function compareRates(first: Exposed, second: Exposed, confidence = 0.95): RateRatio {
	for (const { count, exposure } of [first, second]) {
		if (!(Number.isInteger(count) && count >= 0))
			throw new RangeError(`count must be a whole number, 0 or more: ${count}`);
		if (!(exposure > 0)) throw new RangeError(`exposure must be above 0: ${exposure}`);
	}
	const [x, n] = [first.count, first.count + second.count];
	const scale = second.exposure / first.exposure;
	return {
		ratio: second.count === 0 ? null : (first.count / second.count) * scale,
		...limitsOfRatio(x, second.count, scale, confidence),
		p: splitProbability(x, n, first.exposure / (first.exposure + second.exposure)),
	};
}

/**
 * Limits of the same ratio where counts vary `dispersion` times as much as Poisson's: those of both counts over the
 * dispersion (quasi-Poisson, McCullagh & Nelder 1989), as `overdispersed` does for one count. At 1 or below they are the plain limits.
 *
 * @throws `dispersion must be above 0: -1`
 * @example
 * overdispersedRatio({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 }, 1) // → { low: 0.858, high: 4.277 }
 */
export function overdispersedRatio(
	first: Exposed,
	second: Exposed,
	dispersion: number,
	confidence = 0.95,
): Pick<RateRatio, "low" | "high"> {
	if (!(dispersion > 0)) throw new RangeError(`dispersion must be above 0: ${dispersion}`);
	const times = Math.max(1, dispersion);
	return limitsOfRatio(first.count / times, second.count / times, second.exposure / first.exposure, confidence);
}

/** Clopper and Pearson's limits of the first count's share, as a ratio; counts need not be whole. */
function limitsOfRatio(x: number, y: number, scale: number, confidence: number): Pick<RateRatio, "low" | "high"> {
	const tail = (1 - confidence) / 2;
	const low = x === 0 ? 0 : solveRising((share) => jstat.ibeta(share, x, y + 1), tail, 0, 1);
	const high = y === 0 ? 1 : solveRising((share) => jstat.ibeta(share, x + 1, y), 1 - tail, 0, 1);
	return { low: low === 1 ? low : (low / (1 - low)) * scale, high: high === 1 ? null : (high / (1 - high)) * scale };
}

/** Sum of the binomial probabilities that do not exceed the one of `x`. */
function splitProbability(x: number, n: number, share: number): number {
	const logs = Array.from(
		{ length: n + 1 },
		(_, k) =>
			jstat.gammaln(n + 1) -
			jstat.gammaln(k + 1) -
			jstat.gammaln(n - k + 1) +
			k * Math.log(share) +
			(n - k) * Math.log1p(-share),
	);
	// Equal probabilities differ in the last digits: R allows as much.
	const limit = (logs[x] ?? 0) + 1e-7;
	return Math.min(
		1,
		logs.filter((log) => log <= limit).reduce((sum, log) => sum + Math.exp(log), 0),
	);
}
