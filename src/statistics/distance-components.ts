import type { Random } from "./random.js";

/** Whether groups differ, from the distances between their members. */
export interface GroupDifference {
	readonly n: number;
	readonly groups: number;
	/** Between groups over within, each by its degrees of freedom: about 1 where groups do not differ. */
	readonly f: number;
	/** Share of all dispersion that lies between the groups, 0 to 1. */
	readonly share_between: number;
	/** (permutations with as large an f + 1) / (permutations + 1). */
	readonly p: number;
	readonly permutations: number;
}

/**
 * Distance components (Rizzo & Székely, Annals of Applied Statistics 4, 2010): splits the dispersion of things
 * between which distances are known into a part between groups and one within, and asks by permuting the
 * labels whether the first is larger than chance gives. Any difference counts, not of means alone. With squared
 * distances it is Fisher's analysis of variance.
 *
 * Assumes that labels could be exchanged: things that come in clusters make p too small.
 *
 * @param distances symmetric; between each two things
 * @param labels group of each thing
 * @throws `needs two groups or more: 1`, `labels must be as many as things: 3`
 */
export function distanceComponents(
	distances: readonly ArrayLike<number>[],
	labels: readonly string[],
	random: Random,
	permutations = 999,
): GroupDifference {
	const n = distances.length;
	if (labels.length !== n) throw new RangeError(`labels must be as many as things: ${labels.length}`);
	const names = [...new Set(labels)];
	if (names.length < 2) throw new RangeError(`needs two groups or more: ${names.length}`);
	const sizes = names.map((name) => labels.filter((each) => each === name).length);
	let both = 0;
	for (const row of distances) for (let j = 0; j < n; j++) both += row[j] as number;
	const total = both / (2 * n);
	const within = (groups: Int32Array) => {
		const sums = new Array<number>(names.length).fill(0);
		for (let i = 0; i < n; i++) {
			const row = distances[i] as ArrayLike<number>;
			const group = groups[i] as number;
			// One sum for each group, in the order of the pairs.
			let sum = sums[group] as number;
			for (let j = 0; j < i; j++) if (groups[j] === group) sum += row[j] as number;
			sums[group] = sum;
		}
		return sums.reduce((sum, each, group) => sum + each / (sizes[group] as number), 0);
	};
	const own = Int32Array.from(labels, (label) => names.indexOf(label));
	const observed = within(own);
	const mixed = own.slice();
	let asLarge = 0;
	for (let round = 0; round < permutations; round++) {
		for (let last = n - 1; last > 0; last--) {
			const other = Math.floor(random() * (last + 1));
			[mixed[last], mixed[other]] = [mixed[other] as number, mixed[last] as number];
		}
		// The total is the same for all: the less within, the more between. Sums in another order differ in their last bits.
		if (within(mixed) <= observed + 1e-9 * total) asLarge++;
	}
	const between = total - observed;
	return {
		n,
		groups: names.length,
		f: between / (names.length - 1) / (observed / (n - names.length)),
		share_between: total > 0 ? between / total : 0,
		p: (asLarge + 1) / (permutations + 1),
		permutations,
	};
}
