import { intervalLevel } from "./interval-level.js";
import { chiSquareQuantile } from "./quantiles.js";

/** How long something was observed, and whether it happened at the end of that time or had not happened yet. */
export interface Lifetime {
	/** 0 or more, in any unit. */
	readonly time: number;
	/** `false`: censored, which says only that it lasted longer than `time`. */
	readonly happened: boolean;
}

/** The survival curve from one time to the next. */
export interface SurvivalStep {
	/** In the unit of the lifetimes. */
	readonly time: number;
	/** Observed until just before `time` without the event. */
	readonly at_risk: number;
	/** Events at `time`. */
	readonly events: number;
	/** Cases censored at `time`. */
	readonly censored: number;
	/** Share without the event after `time`, 0 to 1. */
	readonly survival: number;
	/** Of `survival`, by Greenwood's formula. */
	readonly standard_error: number;
	/** Limits of `survival`, 0 to 1. */
	readonly low: number;
	readonly high: number;
}

/**
 * Kaplan and Meier's survival curve (Journal of the American Statistical Association 53, 1958), one row a
 * distinct time, in their order; before the first it is 1. Standard errors are Greenwood's, limits are taken
 * on the scale of log(−log S), so that they stay within 0 to 1 (Kalbfleisch & Prentice 1980).
 *
 * Assumes that what is censored would have gone on like the rest.
 *
 * @param confidence level of the limits, two-sided, for each time by itself (default: `intervalLevel`)
 * @throws `time must be 0 or more: -1`
 * @example
 * kaplanMeier([{ time: 1, happened: true }, { time: 2, happened: false }])[0].survival // → 0.5
 */
export function kaplanMeier(lifetimes: readonly Lifetime[], confidence = intervalLevel): SurvivalStep[] {
	for (const { time } of lifetimes) if (!(time >= 0)) throw new RangeError(`time must be 0 or more: ${time}`);
	const z = Math.sqrt(chiSquareQuantile(confidence, 1));
	const times = [...new Set(lifetimes.map(({ time }) => time))].sort((a, b) => a - b);
	let [atRisk, survival, greenwood] = [lifetimes.length, 1, 0];
	return times.map((time) => {
		const ending = lifetimes.filter((each) => each.time === time);
		const events = ending.filter(({ happened }) => happened).length;
		const at_risk = atRisk;
		survival *= 1 - events / at_risk;
		greenwood += events === at_risk ? 0 : events / (at_risk * (at_risk - events));
		atRisk -= ending.length;
		const log = Math.log(survival);
		// Where nothing, or everything, has happened the scale ends and the limits with it.
		const reach = survival === 1 || survival === 0 ? 0 : (z * Math.sqrt(greenwood)) / Math.abs(log);
		return {
			time,
			at_risk,
			events,
			censored: ending.length - events,
			survival,
			standard_error: survival * Math.sqrt(greenwood),
			low: survival ** Math.exp(reach),
			high: survival ** Math.exp(-reach),
		};
	});
}

/**
 * The curve's row in force at a time; `null` before the first.
 *
 * @param steps as from `kaplanMeier`
 */
export function survivalAt(steps: readonly SurvivalStep[], time: number): SurvivalStep | null {
	return steps.filter((step) => step.time <= time).at(-1) ?? null;
}

/**
 * The median time (Kaplan & Meier 1958): the first at which the curve is at or below a half, in the unit of the
 * lifetimes; `null` where it stays above.
 *
 * @param steps as from `kaplanMeier`
 * @example
 * medianSurvival(kaplanMeier([1, 2, 3].map((time) => ({ time, happened: true })))) // → 2
 */
export function medianSurvival(steps: readonly SurvivalStep[]): number | null {
	// A half that floating point leaves a hair above a half is a half.
	return steps.find(({ survival }) => survival <= 0.5 + 1e-12)?.time ?? null;
}
