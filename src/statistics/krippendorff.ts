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

/**
 * Alpha of some of the units, again and again, as resampling asks for it: each unit is counted once.
 *
 * @returns alpha of lists of units, given by their places; a unit may be in them more than once
 */
export function alphaOfUnits(
	units: readonly Ratings[],
	metric: "nominal" | "interval",
): (lists: readonly (readonly number[])[]) => number | null {
	const values = new Map<string | number | boolean, number>();
	const counted = units.map((unit) => {
		const counts = countValues(unit, metric);
		for (const value of counts.keys()) if (!values.has(value)) values.set(value, values.size);
		const size = sizeOf(counts);
		if (size < 2) return null;
		return {
			size,
			codes: [...counts.keys()].map((value) => values.get(value) as number),
			times: [...counts.values()],
			observed: pairsOf([...counts], distances(counts, metric)) / (size - 1),
		};
	});
	const names = [...values.keys()];
	const between = distances(new Map(), metric);
	const times = new Float64Array(names.length);
	return (lists) => {
		const met: number[] = [];
		let [observed, size] = [0, 0];
		times.fill(0);
		for (const list of lists)
			for (const place of list) {
				const unit = counted[place];
				if (!unit) continue;
				observed += unit.observed;
				size += unit.size;
				unit.codes.forEach((code, index) => {
					if (times[code] === 0) met.push(code);
					times[code] = (times[code] as number) + (unit.times[index] as number);
				});
			}
		const totals = met.map((code) => [names[code], times[code]] as [string | number | boolean, number]);
		const expected = pairsOf(totals, between) / (size - 1);
		return expected > 0 ? 1 - observed / expected : null;
	};
}

/** Sum over every two different values of how often both occur, times their distance. */
function pairsOf(entries: readonly (readonly [string | number | boolean, number])[], distance: Distance): number {
	let sum = 0;
	for (let i = 0; i < entries.length; i++)
		for (let j = i + 1; j < entries.length; j++) {
			const [[a, ofA], [b, ofB]] = [entries[i], entries[j]] as [(typeof entries)[0], (typeof entries)[0]];
			sum += ofA * ofB * distance(a, b);
		}
	return sum;
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
	const observed = units.reduce((sum, counts) => sum + pairsOf([...counts], distance) / (sizeOf(counts) - 1), 0);
	const expected = pairsOf([...totals], distance) / (values - 1);
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
