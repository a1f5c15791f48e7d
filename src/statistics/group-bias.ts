import { type Information, information, type Places, spread } from "./group-bias-information.js";
import { chiSquareQuantile } from "./quantiles.js";
import { truncatedNormal } from "./truncated-normal.js";

/** One answer about one object: a number where both ends are the same, else a range; an end may be infinite. */
export interface RangedAnswer {
	/** What the answer is about, such as a question. */
	readonly object: string;
	/** Whose answers share a bias. */
	readonly group: string;
	/** Whose answers share a scatter. */
	readonly source: string;
	/** Least number that the answer allows. */
	readonly low: number;
	/** Greatest; the same as `low` for one number. */
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
	/** Rounds until nothing changed, or the most allowed. */
	readonly rounds: number;
	/** Whether nothing changed any more. */
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
 * Gaussian model of numbers reported by biased groups: answer = truth of the object + bias of the group + noise of
 * the source, whose variance is inverse-gamma (Zhao & Han 2012, GTM), so that one wild answer weighs little. A
 * bias is drawn to 0 as by a ridge; the truth of an object that is not known has a weak normal prior with the
 * mean and variance of the answers. A range enters as an interval that holds the number, one that is open at an
 * end too.
 *
 * Fitted by expectation and maximisation; limits come from the observed information, less what ranges and
 * unknown variances take from it (Louis, Journal of the Royal Statistical Society B 44, 1982). If no object is known,
 * biases are relative to each other and to 0.
 *
 * @param known truths that are fixed
 * @throws `no answers`
 * @example
 * const answers = [["x", 4], ["y", 2]].map(([group, low]) => ({ object: "a", group, source: group, low, high: low }));
 * groupBias(answers).objects[0] // → { object: "a", value: 3.00 }
 */
export function groupBias(
	answers: readonly RangedAnswer[],
	known: ReadonlyMap<string, number> = new Map(),
	priors: BiasPriors = {},
): GroupBias {
	const { ridge = 4, shape = 2, scale = 0.2, confidence = 0.9 } = priors;
	if (answers.length === 0) throw new RangeError("no answers");
	const names = (of: (answer: RangedAnswer) => string) => [...new Set(answers.map(of))].sort();
	const [groups, objects, sources] = [names((a) => a.group), names((a) => a.object), names((a) => a.source)];
	const middles = answers.map(middleOf);
	const centre = mean(middles);
	const placesOf = (list: readonly string[], of: (answer: RangedAnswer) => string) => {
		const placeOf = new Map(list.map((name, place) => [name, place]));
		return answers.map((answer) => placeOf.get(of(answer)) as number);
	};
	const places: Places = {
		group: placesOf(groups, (each) => each.group),
		object: placesOf(objects, (each) => each.object),
		groups: groups.length,
		isKnown: objects.map((object) => known.has(object)),
		ridge: (ridge * shape) / scale,
		weak: 1 / Math.max(mean(middles.map((each) => (each - centre) ** 2)), scale / shape),
	};
	const sourceOf = placesOf(sources, (each) => each.source);
	const middlesOf = objects.map((): number[] => []);
	middles.forEach((each, i) => {
		at(middlesOf, at(places.object, i)).push(each);
	});
	const truth = objects.map((object, o) => known.get(object) ?? mean(at(middlesOf, o)));
	const bias = groups.map(() => 0);
	const precision = sources.map(() => shape / scale);
	const answersOf = sources.map(() => 0);
	for (const s of sourceOf) answersOf[s] = at(answersOf, s) + 1;
	const shapes = answersOf.map((n) => shape + n / 2);
	const precisionOf = (i: number) => at(precision, at(sourceOf, i));
	const expected = (i: number) => at(truth, at(places.object, i)) + at(bias, at(places.group, i));
	/** A range gives less information than a number: less by what it leaves open. */
	const weigh = () =>
		answers.map(({ low, high }, i) => {
			const p = precisionOf(i);
			const given =
				low === high ? { mean: low, variance: 0 } : truncatedNormal(expected(i), 1 / Math.sqrt(p), low, high);
			return { ...given, weight: p * Math.max(1e-9, 1 - p * given.variance) };
		});

	let held: Information | null = null;
	let [rounds, converged] = [0, false];
	while (rounds < mostRounds && !converged) {
		rounds++;
		const weighed = weigh();
		const squares = sources.map(() => 0);
		weighed.forEach((each, i) => {
			const doubt = held === null ? 0 : spread(held, places, at(places.object, i), at(places.group, i));
			const s = at(sourceOf, i);
			squares[s] = at(squares, s) + (each.mean - expected(i)) ** 2 + each.variance + doubt;
		});
		held = information(
			places,
			weighed.map(({ weight }) => weight),
		);
		const pulls = weighed.map(
			({ mean: value, weight }, i) => weight * expected(i) + precisionOf(i) * (value - expected(i)),
		);
		const moved = update(held, places, pulls, centre, truth, bias);
		squares.forEach((square, s) => {
			precision[s] = (2 * at(shapes, s)) / (2 * scale + square);
		});
		converged = rounds > 2 && moved < 1e-9;
	}
	const final = information(
		places,
		weigh().map(({ mean: value, weight }, i) => {
			const lost = (precisionOf(i) * (value - expected(i)) ** 2) / at(shapes, at(sourceOf, i));
			return weight * Math.max(0.05, 1 - lost);
		}),
	);
	const z = Math.sqrt(chiSquareQuantile(confidence, 1));
	const estimate = (value: number, variance: number): Estimate => {
		const reach = z * Math.sqrt(Math.max(0, variance));
		return { value, low: value - reach, high: value + reach };
	};
	return {
		groups: groups.map((group, g) => ({
			group,
			n: places.group.filter((each) => each === g).length,
			...estimate(at(bias, g), at(at(final.covariance, g), g)),
		})),
		objects: objects.map((object, o) => ({
			object,
			...estimate(at(truth, o), known.has(object) ? 0 : spread(final, places, o, null)),
		})),
		rounds,
		converged,
	};
}

/** Moves biases and truths to where the weighted answers pull them; gives the longest move. */
function update(
	{ weights, totals, covariance }: Information,
	{ group, object, isKnown, weak }: Places,
	pulls: readonly number[],
	centre: number,
	truth: number[],
	bias: number[],
): number {
	const ofObject = totals.map(() => 0);
	const right = bias.map(() => 0);
	pulls.forEach((pull, i) => {
		ofObject[at(object, i)] = at(ofObject, at(object, i)) + pull;
		right[at(group, i)] = at(right, at(group, i)) + pull;
	});
	const anchor = totals.map((total, o) => (isKnown[o] ? at(truth, o) : (at(ofObject, o) + weak * centre) / total));
	weights.forEach((row, o) => {
		row.forEach((weight, g) => {
			right[g] = at(right, g) - weight * at(anchor, o);
		});
	});
	let moved = 0;
	const move = (values: number[], index: number, value: number) => {
		moved = Math.max(moved, Math.abs(value - at(values, index)));
		values[index] = value;
	};
	covariance.forEach((row, g) => {
		move(bias, g, sum(row.map((each, h) => each * at(right, h))));
	});
	weights.forEach((row, o) => {
		if (!isKnown[o]) move(truth, o, at(anchor, o) - sum(row.map((each, g) => each * at(bias, g))) / at(totals, o));
	});
	return moved;
}

function middleOf({ low, high }: RangedAnswer): number {
	if (Number.isFinite(low) && Number.isFinite(high)) return (low + high) / 2;
	return Number.isFinite(low) ? low : high;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const at = <Item>(items: readonly Item[], index: number): Item => items[index] as Item;
