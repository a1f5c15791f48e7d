import { type PooledShare, pooledShare, type Trials } from "./beta-binomial.js";
import type { BetaComponent } from "./beta-mixture.js";
import { intervalLevel } from "./interval-level.js";
import { logBeta } from "./log-beta.js";

/** Successes among trials of one member of a class. */
export interface ClassTrials extends Trials {
	readonly class: string;
}

const spaced = (from: number, to: number, count: number): number[] =>
	Array.from({ length: count }, (_, index) => from + ((to - from) * (index + 0.5)) / count);
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const classMeans = spaced(-4, 4, 32).map(logistic);
const memberSizes = spaced(-0.5, 6, 10).map(Math.exp);
const rootMeans = spaced(-3, 4, 14).map(logistic);
const rootSizes = spaced(-0.5, 6, 8).map(Math.exp);

/**
 * Shares of members of classes, pooled in two levels: members of a class scatter about the mean of the
 * class, the means of the classes about a mean of all. Hyperparameters are averaged over a grid, so that the
 * limits hold what is not known of them; the priors are those of `betaGrid`, uniform in the mean and
 * size^(-3/2) in the size, at either level. A class with few members says little of itself and is drawn to
 * the mean of all.
 *
 * @param confidence level of the limits, with equal tails (default: `intervalLevel`)
 * @returns a share for each member, in the order given
 */
export function poolSharesInClasses(members: readonly ClassTrials[], confidence = intervalLevel): PooledShare[] {
	const classes = [...new Set(members.map((member) => member.class))];
	const evidence = classes.map((name) => classEvidence(members.filter((member) => member.class === name)));
	const weights = posterior(evidence);
	const known = new Map<string, PooledShare>();
	return members.map((member) => {
		const key = `${member.class} ${member.successes} ${member.trials}`;
		const share =
			known.get(key) ?? pooledShare(components(weights[classes.indexOf(member.class)] ?? [], member), confidence);
		known.set(key, share);
		return share;
	});
}

/** Evidence of one class for each mean × member size, scaled so that the largest is 1. */
function classEvidence(members: readonly Trials[]): { readonly value: number[]; readonly log: number } {
	const counted = members.filter(({ trials }) => trials > 0);
	const logs = classMeans.flatMap((mean) =>
		memberSizes.map((size) => {
			const [a, b] = [mean * size, (1 - mean) * size];
			return counted.reduce(
				(sum, { successes, trials }) => sum + logBeta(successes + a, trials - successes + b),
				-counted.length * logBeta(a, b),
			);
		}),
	);
	const most = logs.reduce((best, each) => Math.max(best, each), Number.NEGATIVE_INFINITY);
	return { value: logs.map((each) => Math.exp(each - most)), log: most };
}

/** Weight of each mean × member size for each class, summed over what is not known of the root. */
function posterior(evidence: readonly { readonly value: number[] }[]): number[][] {
	const sizes = memberSizes.length;
	const weights = evidence.map(() => new Array<number>(classMeans.length * sizes).fill(0));
	for (const rootMean of rootMeans)
		for (const rootSize of rootSizes) {
			const [a, b] = [rootMean * rootSize, (1 - rootMean) * rootSize];
			// Density of a class mean, times the Jacobian of the logit grid that the means lie on.
			const prior = classMeans.map((mean) => Math.exp(a * Math.log(mean) + b * Math.log1p(-mean) - logBeta(a, b)));
			// Uniform in the mean and size^(-3/2), on the grids of logit and logarithm.
			const rootPrior = rootMean * (1 - rootMean) * rootSize ** -0.5;
			for (let size = 0; size < sizes; size++) {
				const sums = evidence.map(({ value }) =>
					prior.reduce((sum, each, mean) => sum + each * (value[mean * sizes + size] as number), 0),
				);
				const whole =
					rootPrior * (memberSizes[size] as number) ** -0.5 * sums.reduce((product, sum) => product * sum, 1);
				evidence.forEach(({ value }, index) => {
					const own = weights[index] as number[];
					const scale = whole / (sums[index] as number);
					for (let mean = 0; mean < classMeans.length; mean++) {
						const cell = mean * sizes + size;
						own[cell] = (own[cell] as number) + scale * (prior[mean] as number) * (value[cell] as number);
					}
				});
			}
		}
	return weights;
}

function components(weights: readonly number[], { successes, trials }: Trials): BetaComponent[] {
	const sum = weights.reduce((total, weight) => total + weight, 0);
	const most = weights.reduce((best, weight) => Math.max(best, weight), 0);
	const kept = weights.flatMap((weight, cell) => {
		if (weight < most * 1e-5) return [];
		const mean = classMeans[Math.floor(cell / memberSizes.length)] as number;
		const size = memberSizes[cell % memberSizes.length] as number;
		return [{ a: successes + mean * size, b: trials - successes + (1 - mean) * size, weight: weight / sum }];
	});
	const total = kept.reduce((all, { weight }) => all + weight, 0);
	return kept.map((component) => ({ ...component, weight: component.weight / total }));
}
