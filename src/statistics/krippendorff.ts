/** How far apart two values are: as names, ranks, numbers, or numbers with a true zero. */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio";

/** What one unit was called, by whoever; `null` where somebody did not say. Order does not matter. */
export type Ratings = readonly (string | number | boolean | null)[];

/** Agreement beyond chance, and on how many values it depends. */
export interface Alpha {
	/** 1 for full agreement, 0 for chance, below 0 for worse; `null` where all values are alike or none can be paired. */
	readonly alpha: number | null;
	/** Units with two values or more. */
	readonly units: number;
	/** Values in them. */
	readonly values: number;
	/** Excluded units: those with fewer than two values. */
	readonly unpaired_units: number;
}

/**
 * Krippendorff's alpha, 1 − Do / De, from the coincidence matrix in which a unit with m values weighs each
 * pair by 1 / (m − 1) (Krippendorff 2004, Content Analysis, 2nd ed., chapter 11). Missing values cost nothing.
 *
 * Where one value is far more common than the rest alpha is low although most pairs agree; with few values a
 * unit it varies much: give its interval (`clusterBootstrap`).
 *
 * @param units one list of values a unit
 * @throws `ordinal alpha needs numbers: kang`, `ratio alpha needs numbers from 0 up: -1`
 * @example
 * krippendorffAlpha([["a", "a"], ["b", "b"], ["a", "b"]], "nominal") // → { alpha: 0.4444, units: 3, values: 6 }
 */
export function krippendorffAlpha(units: readonly Ratings[], metric: AlphaMetric): Alpha {
	return alphaOf(units.map((unit) => countValues(unit, metric)).filter(isPaired), metric, units.length);
}

type Counts = ReadonlyMap<string | number | boolean, number>;

/** How often each value stands in a unit. */
function countValues(unit: Ratings, metric: AlphaMetric): Counts {
	const counts = new Map<string | number | boolean, number>();
	for (const value of unit) {
		if (value === null) continue;
		if (metric !== "nominal" && typeof value !== "number")
			throw new RangeError(`${metric} alpha needs numbers: ${value}`);
		if (metric === "ratio" && (value as number) < 0)
			throw new RangeError(`ratio alpha needs numbers from 0 up: ${value}`);
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return counts;
}

const sizeOf = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
const isPaired = (counts: Counts): boolean => sizeOf(counts) > 1;

function alphaOf(units: readonly Counts[], metric: AlphaMetric, all: number): Alpha {
	const totals = new Map<string | number | boolean, number>();
	for (const counts of units) for (const [value, count] of counts) totals.set(value, (totals.get(value) ?? 0) + count);
	const values = sizeOf(totals);
	const distance = distances(totals, metric);
	const pairsOf = (counts: Counts): number => {
		const entries = [...counts];
		let sum = 0;
		for (let i = 0; i < entries.length; i++)
			for (let j = i + 1; j < entries.length; j++) {
				const [[a, ofA], [b, ofB]] = [entries[i], entries[j]] as [(typeof entries)[0], (typeof entries)[0]];
				sum += ofA * ofB * distance(a, b);
			}
		return sum;
	};
	const observed = units.reduce((sum, counts) => sum + pairsOf(counts) / (sizeOf(counts) - 1), 0);
	const expected = pairsOf(totals) / (values - 1);
	return {
		alpha: expected > 0 ? 1 - observed / expected : null,
		units: units.length,
		values,
		unpaired_units: all - units.length,
	};
}

type Distance = (a: string | number | boolean, b: string | number | boolean) => number;

/** Squared difference of two different values. */
function distances(totals: Counts, metric: AlphaMetric): Distance {
	if (metric === "nominal") return () => 1;
	if (metric === "interval") return (a, b) => ((a as number) - (b as number)) ** 2;
	if (metric === "ratio") return (a, b) => (((a as number) - (b as number)) / ((a as number) + (b as number))) ** 2;
	// Values up to the middle of each rank: two ranks are as far apart as there are values between their middles.
	const middles = new Map<string | number | boolean, number>();
	let below = 0;
	for (const [value, count] of [...totals].sort(([a], [b]) => (a as number) - (b as number))) {
		middles.set(value, below + count / 2);
		below += count;
	}
	return (a, b) => ((middles.get(a) as number) - (middles.get(b) as number)) ** 2;
}
