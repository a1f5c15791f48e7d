import { inverse } from "./linear.js";
import { chiSquareQuantile } from "./quantiles.js";
import { truncatedNormal } from "./truncated-normal.js";

/** One answer about one object: a number where both ends are the same, else a range; an end may be infinite. */
export interface RangedAnswer {
	readonly object: string;
	/** Whose answers share a bias. */
	readonly group: string;
	/** Whose answers share a scatter. */
	readonly source: string;
	readonly low: number;
	readonly high: number;
}

/** A number with its credible limits. */
export interface Estimate {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/** What the answers of groups say of the objects, and by how much each group is off. */
export interface GroupBias {
	/** In the order of their names. */
	readonly groups: readonly (Estimate & { readonly group: string; readonly n: number })[];
	/** In the order of their names; one that is known has no width. */
	readonly objects: readonly (Estimate & { readonly object: string })[];
	readonly rounds: number;
	readonly converged: boolean;
}

/** Priors of the model, in units of the answers. */
export interface BiasPriors {
	/** Claims that a bias of 0 is worth (default 4). */
	readonly ridge?: number;
	/** Of the inverse-gamma variance of a source (default 2 and 0.2: on the scale of logarithms about a third). */
	readonly shape?: number;
	readonly scale?: number;
	/** Two-sided, for the limits (default .9). */
	readonly confidence?: number;
}

const mostRounds = 500;

/**
 * Gaussian model of numbers told by biased groups: answer = truth of the object + bias of the group + noise of
 * the source, whose variance is inverse-gamma (Zhao & Han 2012, GTM), so that one wild answer weighs little. A
 * bias is drawn to 0 as by a ridge; the truth of an object that is not known has a weak normal prior with the
 * mean and variance of the answers. A range enters as an interval that holds the number, one that is open at an
 * end too.
 *
 * Fitted by expectation and maximisation; limits come from the observed information (Louis 1982) and take the
 * variances as known. Where no object is known, biases are told only against each other and against 0.
 *
 * @param known truths that are fixed
 * @throws `no answers`
 */
export function groupBias(
	answers: readonly RangedAnswer[],
	known: ReadonlyMap<string, number> = new Map(),
	priors: BiasPriors = {},
): GroupBias {
	const { ridge = 4, shape = 2, scale = 0.2, confidence = 0.9 } = priors;
	if (answers.length === 0) throw new RangeError("no answers");
	const index = (names: readonly string[]) => [...new Set(names)].sort();
	const groups = index(answers.map(({ group }) => group));
	const objects = index(answers.map(({ object }) => object));
	const sources = index(answers.map(({ source }) => source));
	const place = answers.map((each) => ({
		g: groups.indexOf(each.group),
		o: objects.indexOf(each.object),
		s: sources.indexOf(each.source),
	}));
	const middles = answers.map(({ low, high }) =>
		Number.isFinite(low) && Number.isFinite(high) ? (low + high) / 2 : Number.isFinite(low) ? low : high,
	);
	const centre = mean(middles);
	const weak = 1 / Math.max(mean(middles.map((each) => (each - centre) ** 2)), scale / shape);
	const truth = objects.map(
		(object, o) => known.get(object) ?? mean(middles.filter((_, each) => place[each]?.o === o)),
	);
	const bias = groups.map(() => 0);
	const precision = sources.map(() => shape / scale);
	let covariance: number[][] = [];
	let held: { W: number[][]; d: number[] } = { W: [], d: [] };
	let [rounds, converged] = [0, false];
	while (rounds < mostRounds && !converged) {
		rounds++;
		const W = objects.map(() => groups.map(() => 0));
		const Z = objects.map(() => groups.map(() => 0));
		const squares = sources.map(() => 0);
		const counts = sources.map(() => 0);
		answers.forEach(({ low, high }, each) => {
			const { g, o, s } = place[each] as (typeof place)[number];
			const p = at(precision, s);
			const mu = at(truth, o) + at(bias, g);
			const { mean: told, variance } =
				low === high ? { mean: low, variance: 0 } : truncatedNormal(mu, 1 / Math.sqrt(p), low, high);
			// What a range leaves open it does not tell: the observed information is less by as much.
			const weight = p * Math.max(1e-9, 1 - p * variance);
			add(at(W, o), g, weight);
			add(at(Z, o), g, weight * mu + p * (told - mu));
			add(
				squares,
				s,
				(told - mu) ** 2 + variance + (rounds === 1 ? 0 : spread(covariance, held, known.has(at(objects, o)), o, g)),
			);
			add(counts, s, 1);
		});
		const d = W.map((row) => sum(row) + weak);
		const isKnown = objects.map((object) => known.has(object));
		const matrix = groups.map((_, g) =>
			groups.map((__, h) =>
				W.reduce(
					(total, row, o) =>
						total + (g === h ? at(row, g) : 0) - (isKnown[o] ? 0 : (at(row, g) * at(row, h)) / at(d, o)),
					g === h ? (ridge * shape) / scale : 0,
				),
			),
		);
		const right = groups.map((_, g) =>
			sum(
				W.map((row, o) => {
					const pull = isKnown[o] ? at(truth, o) : (sum(at(Z, o)) + weak * centre) / at(d, o);
					return at(at(Z, o), g) - at(row, g) * pull;
				}),
			),
		);
		covariance = inverse(matrix);
		held = { W, d };
		const next = covariance.map((row) => sum(row.map((each, g) => each * at(right, g))));
		const moved = Math.max(...next.map((each, g) => Math.abs(each - at(bias, g))));
		next.forEach((each, g) => {
			bias[g] = each;
		});
		let largest = moved;
		objects.forEach((_, o) => {
			if (isKnown[o]) return;
			const value = (sum(at(Z, o)) - sum(at(W, o).map((each, g) => each * at(bias, g))) + weak * centre) / at(d, o);
			largest = Math.max(largest, Math.abs(value - at(truth, o)));
			truth[o] = value;
		});
		sources.forEach((_, s) => {
			precision[s] = (2 * shape + at(counts, s)) / (2 * scale + at(squares, s));
		});
		converged = rounds > 2 && largest < 1e-9;
	}
	const z = Math.sqrt(chiSquareQuantile(confidence, 1));
	const estimate = (value: number, variance: number): Estimate => {
		const reach = z * Math.sqrt(Math.max(0, variance));
		return { value, low: value - reach, high: value + reach };
	};
	return {
		groups: groups.map((group, g) => ({
			group,
			n: place.filter((each) => each.g === g).length,
			...estimate(at(bias, g), at(at(covariance, g), g)),
		})),
		objects: objects.map((object, o) => ({
			object,
			...estimate(at(truth, o), known.has(object) ? 0 : spread(covariance, held, false, o, -1)),
		})),
		rounds,
		converged,
	};
}

/** Variance of truth + bias of group `g`; of the truth alone where `g` is −1. */
function spread(
	covariance: readonly (readonly number[])[],
	{ W, d }: { readonly W: readonly (readonly number[])[]; readonly d: readonly number[] },
	isKnown: boolean,
	o: number,
	g: number,
): number {
	const pull = at(W, o).map((each, h) => (h === g ? 1 : 0) - (isKnown ? 0 : each / at(d, o)));
	return (
		(isKnown ? 0 : 1 / at(d, o)) +
		sum(covariance.map((row, h) => at(pull, h) * sum(row.map((each, k) => each * at(pull, k)))))
	);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const at = <Item>(items: readonly Item[], index: number): Item => items[index] as Item;
const add = (numbers: number[], index: number, more: number): void => {
	numbers[index] = at(numbers, index) + more;
};
