import { isResolved } from "../../claims/resolved.js";
import type { Dossier } from "../../records/records.js";
import { significanceLevel } from "../../statistics/interval-level.js";
import type { Random } from "../../statistics/random.js";
import { shuffle } from "../../statistics/shuffle.js";
import type { AccuracyGrouping } from "./accuracy.js";
import { differenceTest, type PermutedUnit, permutedUnits } from "./difference-test.js";
import { judgeClaims } from "./outcomes.js";

/**
 * The dossier with its verdicts permuted: every resolved yes-or-no question gets the verdict of another, every
 * resolved count that of another count, and all else stays. Which claims are supported is then chance. Categories
 * keep their verdicts, since the answers of one question mean nothing to another.
 */
export function shuffleVerdicts(dossier: Dossier, random: Random): Dossier {
	const sorted = [...dossier.propositions].sort((a, b) => (a.proposition_id < b.proposition_id ? -1 : 1));
	const permuted = new Map(
		(["boolean", "count"] as const).flatMap((type) => {
			const own = sorted.filter((row) => row.type === type).filter(isResolved);
			const values = shuffle(
				own.map(({ verdict_value }) => verdict_value),
				random,
			);
			return own.map(({ proposition_id }, index) => [proposition_id, values[index] ?? null] as const);
		}),
	);
	return {
		...dossier,
		propositions: dossier.propositions.map((row) =>
			permuted.has(row.proposition_id) ? { ...row, verdict_value: permuted.get(row.proposition_id) ?? null } : row,
		),
	};
}

/** The test of a difference on the data, beside what it finds where there is none. */
export interface NegativeControl {
	readonly permute: PermutedUnit;
	/** On the verdicts as they are. */
	readonly p: number;
	/** On shuffled verdicts: the share of rounds with p at or below `significanceLevel`, which should be about that. */
	readonly false_alarms: number;
	/** On shuffled verdicts: the difference as a multiple of what the permutation expects, on average; should be about 1. */
	readonly difference_ratio: number;
	readonly rounds: number;
}

/**
 * Negative control of `differenceTest`, for every unit of permutation: what it says of the verdicts, and how often it
 * finds a difference in permuted verdicts. A unit with many false alarms proves nothing by a small p. What is left
 * when groups are permuted is no error of the test: whoever gives the answers that are common among verdicts, such as
 * yes, does better by any verdicts of that kind.
 *
 * @param options `rounds` of shuffled verdicts (default 100), each tested with `permutations` (default 99)
 * @example
 * negativeControl(dossier, "side", seeded(1), { rounds: 2, permutations: 9 }).map(({ rounds }) => rounds) // → [2, 2, 2]
 */
export function negativeControl(
	dossier: Dossier,
	by: AccuracyGrouping,
	random: Random,
	{ rounds = 100, permutations = 99 }: { readonly rounds?: number; readonly permutations?: number } = {},
): NegativeControl[] {
	const real = judgeClaims(dossier);
	const shuffled = Array.from({ length: rounds }, () => judgeClaims(shuffleVerdicts(dossier, random)));
	return permutedUnits.map((permute) => {
		const tests = shuffled.map((claims) => differenceTest(claims, by, random, { permute, permutations }));
		const ratios = tests.map(({ statistic, permuted_mean }) => (permuted_mean ? statistic / permuted_mean : 1));
		return {
			permute,
			p: differenceTest(real, by, random, { permute }).p,
			false_alarms: tests.filter(({ p }) => p <= significanceLevel).length / Math.max(1, rounds),
			difference_ratio: ratios.reduce((sum, each) => sum + each, 0) / Math.max(1, rounds),
			rounds,
		};
	});
}
