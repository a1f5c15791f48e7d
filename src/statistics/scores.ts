/** A probability given to an event, and whether the event came about. */
export interface Forecast {
	/** 0 to 1. */
	readonly probability: number;
	/** Whether it came about. */
	readonly outcome: boolean;
}

/** Probabilities nearer to 0 or 1 than this are scored as if they were this far away. */
export const logScoreClip = 1e-6;

const meanOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
	rows.reduce((sum, row) => sum + of(row), 0) / rows.length;

function check(forecasts: readonly Forecast[]): void {
	if (forecasts.length === 0) throw new RangeError("no forecasts to score");
	for (const { probability } of forecasts)
		if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability not within 0 to 1: ${probability}`);
}

const bit = (outcome: boolean): number => (outcome ? 1 : 0);

/**
 * Brier score of forecasts of a yes or no: mean of (probability − outcome)², from 0 (best) to 1 (Brier,
 * Monthly Weather Review 78, 1950; his own form sums over both classes and is twice this).
 *
 * @throws `no forecasts to score`, `probability not within 0 to 1: 2`
 * @example
 * brierScore([{ probability: 0.8, outcome: true }, { probability: 0.4, outcome: false }]) // → 0.1
 */
export function brierScore(forecasts: readonly Forecast[]): number {
	check(forecasts);
	return meanOf(forecasts, ({ probability, outcome }) => (probability - bit(outcome)) ** 2);
}

/**
 * Logarithmic score: mean of −ln of the probability given to what came about, from 0 (best) up (Good, Journal
 * of the Royal Statistical Society B 14, 1952). Probabilities are clipped to 1e-6 and 1 − 1e-6, so that one
 * certain forecast that failed costs 13.8 and not infinity.
 *
 * @throws `no forecasts to score`, `probability not within 0 to 1: 2`
 * @example
 * logScore([{ probability: 0.5, outcome: true }]) // → 0.6931
 */
export function logScore(forecasts: readonly Forecast[]): number {
	check(forecasts);
	return meanOf(forecasts, ({ probability, outcome }) => {
		const given = outcome ? probability : 1 - probability;
		return -Math.log(Math.min(1 - logScoreClip, Math.max(logScoreClip, given)));
	});
}

/** A Brier score taken apart: reliability − resolution + uncertainty. */
export interface MurphyParts {
	/** Mean squared error, 0 to 1. */
	readonly brier: number;
	/** Distance of forecasts from what then came about; 0 is best. */
	readonly reliability: number;
	/** Distance of what came about, by forecast, from the base rate; more is better. */
	readonly resolution: number;
	/** Variance of the outcomes: how hard the questions are. */
	readonly uncertainty: number;
	/** Distinct forecasts. */
	readonly bins: number;
	/** Forecasts. */
	readonly n: number;
}

/**
 * Murphy's decomposition of the Brier score (Journal of Applied Meteorology 12, 1973), with every distinct
 * forecast as its own bin, in which it is exact. With few forecasts a bin, reliability and resolution are
 * both too large by the same amount (Ferro & Fricker 2012): compare their difference rather than either.
 *
 * @throws `no forecasts to score`, `probability not within 0 to 1: 2`
 * @example
 * murphyParts([{ probability: 0.5, outcome: true }, { probability: 0.5, outcome: false }]).uncertainty // → 0.25
 */
export function murphyParts(forecasts: readonly Forecast[]): MurphyParts {
	const brier = brierScore(forecasts);
	const base = meanOf(forecasts, ({ outcome }) => bit(outcome));
	const bins = new Map<number, { n: number; came: number }>();
	for (const { probability, outcome } of forecasts) {
		const bin = bins.get(probability) ?? { n: 0, came: 0 };
		bins.set(probability, { n: bin.n + 1, came: bin.came + bit(outcome) });
	}
	const sumOver = (of: (probability: number, share: number) => number) =>
		[...bins].reduce((sum, [probability, { n, came }]) => sum + n * of(probability, came / n), 0) / forecasts.length;
	return {
		brier,
		reliability: sumOver((probability, share) => (probability - share) ** 2),
		resolution: sumOver((_, share) => (share - base) ** 2),
		uncertainty: base * (1 - base),
		bins: bins.size,
		n: forecasts.length,
	};
}

/**
 * Brier skill (after Brier 1950): 1 − score / score of whoever forecasts the base rate of all the other questions. 0 is no
 * better than that, 1 is perfect. Each question is excluded from its own base rate, because nobody knows it before.
 * `null` under two forecasts and where the reference makes no error.
 *
 * @throws `no forecasts to score`, `probability not within 0 to 1: 2`
 * @example
 * brierSkill([{ probability: 1, outcome: true }, { probability: 0, outcome: false }]) // → 1
 */
export function brierSkill(forecasts: readonly Forecast[]): number | null {
	const score = brierScore(forecasts);
	const n = forecasts.length;
	if (n < 2) return null;
	const came = forecasts.filter(({ outcome }) => outcome).length;
	const reference = brierScore(
		forecasts.map(({ outcome }) => ({ probability: (came - bit(outcome)) / (n - 1), outcome })),
	);
	return reference > 0 ? 1 - score / reference : null;
}
