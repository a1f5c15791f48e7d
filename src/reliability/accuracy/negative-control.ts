import { isResolved } from "../../claims/resolved.js";
import type { Dossier } from "../../records/records.js";
import type { Random } from "../../statistics/random.js";
import { shuffle } from "../../statistics/shuffle.js";
import type { AccuracyGrouping } from "./accuracy.js";
import { type Deal, deals, differenceTest } from "./difference-test.js";
import { judgeClaims } from "./outcomes.js";

/**
 * The dossier with its verdicts dealt out anew: every settled yes-or-no question gets the verdict of another,
 * every settled count that of another count, and all else stays. Who was right is then chance. Categories keep
 * their verdicts, since the answers of one question mean nothing to another.
 */
export function shuffleVerdicts(dossier: Dossier, random: Random): Dossier {
	const sorted = [...dossier.propositions].sort((a, b) => (a.proposition_id < b.proposition_id ? -1 : 1));
	const dealt = new Map(
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
			dealt.has(row.proposition_id) ? { ...row, verdict_value: dealt.get(row.proposition_id) ?? null } : row,
		),
	};
}

/** The test of a difference beside what it says where there is none. */
export interface NegativeControl {
	readonly deal: Deal;
	/** On the verdicts as they are. */
	readonly p: number;
	/** On shuffled verdicts: the share of rounds with p of .05 or less, which should be about .05. */
	readonly false_alarms: number;
	/** On shuffled verdicts: the difference as a multiple of what the deal expects, on average; should be about 1. */
	readonly difference_ratio: number;
	readonly rounds: number;
}

/**
 * Negative control of `differenceTest`, for every deal: what it says of the verdicts, and how often it finds a
 * difference in verdicts that were dealt out anew. A deal with many false alarms proves nothing by a small p.
 * What is left with `groups` is no accident of the test: whoever gives the answers that are common among
 * verdicts, such as yes, does better by any verdicts of that kind.
 *
 * @param options `rounds` of shuffled verdicts (default 100), each tested with `shuffles` deals (default 99)
 */
export function negativeControl(
	dossier: Dossier,
	by: AccuracyGrouping,
	random: Random,
	{ rounds = 100, shuffles = 99 }: { readonly rounds?: number; readonly shuffles?: number } = {},
): NegativeControl[] {
	const real = judgeClaims(dossier);
	const shuffled = Array.from({ length: rounds }, () => judgeClaims(shuffleVerdicts(dossier, random)));
	return deals.map((deal) => {
		const tests = shuffled.map((claims) => differenceTest(claims, by, random, { deal, shuffles }));
		const ratios = tests.map(({ statistic, shuffled_mean }) => (shuffled_mean ? statistic / shuffled_mean : 1));
		return {
			deal,
			p: differenceTest(real, by, random, { deal }).p,
			false_alarms: tests.filter(({ p }) => p <= 0.05).length / Math.max(1, rounds),
			difference_ratio: ratios.reduce((sum, each) => sum + each, 0) / Math.max(1, rounds),
			rounds,
		};
	});
}
