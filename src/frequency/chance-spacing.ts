import { addDays, daysBetween } from "../calendar/days.js";
import type { Random } from "../statistics/random.js";
import type { Intervals } from "./days-between-incidents.js";
import { middleInterval } from "./middle-interval.js";

/** Share of the gaps that last at least so many days. */
export interface SpacingRow {
	readonly days: number;
	readonly share: number;
	/** The same at one constant rate: mean and 95% interval of the simulations. */
	readonly expected: number;
	readonly low: number;
	readonly high: number;
}

/** Days between incidents, beside what one constant rate would give. */
export interface ChanceSpacing {
	/** From 0 days to the longest gap; empty where there is no gap. */
	readonly rows: readonly SpacingRow[];
	/** Gaps of a week or less: as reported, and at one constant rate. */
	readonly week: {
		readonly n: number;
		readonly expected: number;
		readonly low: number;
		readonly high: number;
		/** Share of the simulations with at least as many, the data themselves among them. */
		readonly p: number;
	};
	/** Random sets of days. */
	readonly draws: number;
	/** Days of the incidents of the first simulation, as ISO dates: what chance alone looks like. */
	readonly example: readonly string[];
}

/**
 * Simulates as many incidents at one constant rate, every observed day equally likely, and compares the days between
 * them with those reported.
 *
 * Assumes equal source coverage on every day. Limits hold for each number of days by itself, not for the whole line.
 *
 * @example
 * chanceSpacing(daysBetweenIncidents(dossier), seeded(1), 99).draws // → 99
 */
export function chanceSpacing(intervals: Intervals, random: Random, draws = 999): ChanceSpacing {
	const { n, rows: seen, window } = intervals;
	const days = daysBetween(window.observed_from, window.observed_to) + 1;
	const longest = seen.reduce((best, row) => Math.max(best, row.days), 0);
	const simulate = () => Array.from({ length: n }, () => Math.floor(random() * days)).sort((a, b) => a - b);
	const simulated = Array.from({ length: draws }, simulate);
	const gaps = simulated.map((each) =>
		tally(
			each.slice(1).map((day, index) => day - (each[index] ?? day)),
			longest,
		),
	);
	const own = tally(
		seen.map((row) => row.days),
		longest,
	);
	const size = Math.max(1, seen.length);
	const rows =
		seen.length === 0
			? []
			: own.map(
					(count, at): SpacingRow => ({
						days: at,
						share: count / size,
						...middle(gaps.map((each) => (each[at] ?? 0) / size)),
					}),
				);
	const atMost = (counts: readonly number[]) => seen.length - (counts[8] ?? 0);
	const [reported, expected] = [atMost(own), gaps.map(atMost)];
	return {
		rows,
		week: {
			n: reported,
			...middle(expected),
			p: (expected.filter((each) => each >= reported).length + 1) / (draws + 1),
		},
		draws,
		example: (simulated[0] ?? []).map((day) => addDays(window.observed_from, day)),
	};
}

/** How many gaps last at least 0, 1, 2, … days. */
function tally(gaps: readonly number[], longest: number): number[] {
	const counts = Array.from({ length: Math.max(longest, 8) + 1 }, () => 0);
	for (const gap of gaps) {
		const at = Math.min(gap, counts.length - 1);
		counts[at] = (counts[at] ?? 0) + 1;
	}
	for (let at = counts.length - 2; at >= 0; at--) counts[at] = (counts[at] ?? 0) + (counts[at + 1] ?? 0);
	return counts;
}

function middle(values: readonly number[]): { expected: number; low: number; high: number } {
	const ordered = [...values].sort((a, b) => a - b);
	return { expected: values.reduce((sum, each) => sum + each, 0) / values.length, ...middleInterval(ordered) };
}
