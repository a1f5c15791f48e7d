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
	const matrix = Array.from({ length: groups }, (_, g) =>
		Array.from({ length: groups }, (__, h) =>
			weights.reduce(
				(total, row, o) => {
					const shared = isKnown[o] ? 0 : ((row[g] as number) * (row[h] as number)) / (totals[o] as number);
					return total + (g === h ? (row[g] as number) : 0) - shared;
				},
				g === h ? ridge : 0,
			),
		),
	);
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
	const pull = (weights[object] as readonly number[]).map(
		(weight, g) => (g === group ? 1 : 0) - (isKnown[object] ? 0 : weight / total),
	);
	const shared = covariance.reduce(
		(sum, row, g) => sum + (pull[g] as number) * row.reduce((inner, each, h) => inner + each * (pull[h] as number), 0),
		0,
	);
	return shared + (isKnown[object] ? 0 : 1 / total);
}
