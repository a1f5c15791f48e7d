import { inverse } from "./linear.js";

/** Which group and object each answer is of, and what the priors weigh. */
export interface Places {
	readonly group: readonly number[];
	readonly object: readonly number[];
	/** How many groups there are. */
	readonly groups: number;
	/** By object. */
	readonly isKnown: readonly boolean[];
	/** Precision of a bias before any answer. */
	readonly ridge: number;
	/** Precision of the truth of an object before any answer. */
	readonly weak: number;
}

/** What weighted answers tell of biases, with the truths of objects that are not known taken out. */
export interface Information {
	/** Summed by object and group. */
	readonly weights: readonly (readonly number[])[];
	/** By object, the prior's among them. */
	readonly totals: readonly number[];
	/** Of the biases. */
	readonly covariance: readonly (readonly number[])[];
}

/**
 * Information of answers, each of weight `answer[i]`, on truths and biases: the truths are a diagonal block of the
 * normal equations, so that what is left is one equation a group (Schur's complement).
 */
export function information(places: Places, answer: readonly number[]): Information {
	const { group, object, groups, isKnown, ridge, weak } = places;
	const weights = isKnown.map(() => new Array<number>(groups).fill(0));
	answer.forEach((weight, i) => {
		const row = weights[object[i] as number] as number[];
		row[group[i] as number] = (row[group[i] as number] as number) + weight;
	});
	const totals = weights.map((row) => row.reduce((total, each) => total + each, weak));
	const matrix = Array.from({ length: groups }, (_, g) => new Array<number>(groups).fill(0).fill(ridge, g, g + 1));
	weights.forEach((row, o) => {
		for (let g = 0; g < groups; g++)
			for (let h = 0; h < groups; h++) {
				const own = matrix[g] as number[];
				const shared = isKnown[o] ? 0 : ((row[g] as number) * (row[h] as number)) / (totals[o] as number);
				own[h] = (own[h] as number) + (g === h ? (row[g] as number) : 0) - shared;
			}
	});
	return { weights, totals, covariance: inverse(matrix) };
}

/** Variance of truth + bias of a group; of the truth alone where `group` is `null`. */
export function spread(
	{ weights, totals, covariance }: Information,
	{ isKnown }: Places,
	object: number,
	group: number | null,
): number {
	const total = totals[object] as number;
	const own = weights[object] as readonly number[];
	const pullOf = (g: number) => (g === group ? 1 : 0) - (isKnown[object] ? 0 : (own[g] as number) / total);
	const pull = own.map((_, g) => pullOf(g));
	let shared = 0;
	for (let g = 0; g < pull.length; g++) {
		const row = covariance[g] as readonly number[];
		let inner = 0;
		for (let h = 0; h < pull.length; h++) inner += (row[h] as number) * (pull[h] as number);
		shared += (pull[g] as number) * inner;
	}
	return shared + (isKnown[object] ? 0 : 1 / total);
}
