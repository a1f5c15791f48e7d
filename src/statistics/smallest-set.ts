/** The fewest members whose removal brings about a change. */
export interface SmallestSet {
	/** No fewer than this; the same as `at_most` where the search was complete. `null` where nothing changes it. */
	readonly at_least: number | null;
	/** A set of this size does; `null` where even removing all does not. */
	readonly at_most: number | null;
	/** Such a set, by index, rising. */
	readonly members: readonly number[];
}

/**
 * The smallest set of members whose removal brings a lead down to nothing. Sets are tried in order of size
 * until `most` have been tried; what is left is bounded from above by removing in turn whichever member
 * reduces the lead most. The answer is exact whenever a set is found by trying: so for every group of a dozen
 * under the default, and for small sets in larger groups.
 *
 * @param members how many there are
 * @param lead what remains of the lead without some members; 0 or less is a change
 * @param most sets to try (default 5,000; all sets of 12 members are 4,095)
 * @example
 * smallestSet(3, (gone) => 2 - gone.size) // → { at_least: 2, at_most: 2, members: [0, 1] }
 */
export function smallestSet(members: number, lead: (removed: ReadonlySet<number>) => number, most = 5000): SmallestSet {
	let tried = 0;
	for (let size = 1; size <= members; size++) {
		for (const set of setsOf(members, size)) {
			if (tried++ >= most) return { at_least: size, ...greedySet(members, lead) };
			if (lead(new Set(set)) <= 0) return { at_least: size, at_most: size, members: set };
		}
	}
	return { at_least: null, at_most: null, members: [] };
}

/** Sets of a size in the order of their members. */
function* setsOf(members: number, size: number, from = 0): Generator<number[]> {
	if (size === 0) {
		yield [];
		return;
	}
	for (let first = from; first <= members - size; first++)
		for (const rest of setsOf(members, size - 1, first + 1)) yield [first, ...rest];
}

function greedySet(
	members: number,
	lead: (removed: ReadonlySet<number>) => number,
): Pick<SmallestSet, "at_most" | "members"> {
	const removed = new Set<number>();
	while (removed.size < members) {
		let [best, least] = [-1, Number.POSITIVE_INFINITY];
		for (let member = 0; member < members; member++) {
			if (removed.has(member)) continue;
			const left = lead(new Set([...removed, member]));
			if (left < least) [best, least] = [member, left];
		}
		removed.add(best);
		if (least <= 0) return { at_most: removed.size, members: [...removed].sort((a, b) => a - b) };
	}
	return { at_most: null, members: [] };
}
