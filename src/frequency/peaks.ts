import type { Random } from "../statistics/random.js";
import type { Counts } from "./counts.js";
import { checkCounts } from "./counts.js";
import { middleInterval } from "./middle-interval.js";

/** The period in which a group has most incidents. */
export interface Peak {
	readonly group: string | null;
	/** Incidents in the highest period. */
	readonly count: number;
	/** Every period with that count: more than one is a tie. */
	readonly periods: readonly string[];
	/** First and last period of the 95% interval of the resampled peaks. */
	readonly low: string;
	readonly high: string;
	/** Incidents in all periods. */
	readonly n: number;
	/** Random samples. */
	readonly draws: number;
}

/**
 * The period with most incidents and its bootstrap interval: incidents are resampled with replacement, each sample's
 * peak found (of ties, one by chance), and the middle 95% taken (as `estimate_peak` of R's incidence2). Assumes whole
 * counts and independent incidents: with clusters the interval is too narrow. A group without incidents has no row.
 *
 * @throws `peaks need whole counts: 0.5`
 * @example
 * peaks(countIncidents(dossier, { by: "month" }), seeded(1), 99)[0] // → { count: 2, periods: ["2022-01-01"], n: 4 }
 */
export function peaks(counts: Counts, random: Random, draws = 1000): Peak[] {
	checkCounts(counts);
	return counts.groups.flatMap((group): Peak[] => {
		const rows = counts.rows.filter((row) => row.group === group && row.count > 0);
		const broken = rows.find(({ count }) => !Number.isInteger(count));
		if (broken) throw new RangeError(`peaks need whole counts: ${broken.count}`);
		if (rows.length === 0) return [];
		const incidents = rows.flatMap(({ count }, index) => Array.from({ length: count }, () => index));
		const most = Math.max(...rows.map(({ count }) => count));
		const resampled = Array.from({ length: draws }, () => {
			const again = rows.map(() => 0);
			for (let step = 0; step < incidents.length; step++) {
				const index = incidents[Math.floor(random() * incidents.length)] ?? 0;
				again[index] = (again[index] ?? 0) + 1;
			}
			const height = Math.max(...again);
			const tied = again.flatMap((count, index) => (count === height ? [index] : []));
			return tied[Math.floor(random() * tied.length)] ?? 0;
		}).sort((a, b) => a - b);
		const { low, high } = middleInterval(resampled);
		const periodAt = (index: number) => rows[index]?.period ?? "";
		return [
			{
				group,
				count: most,
				periods: rows.filter(({ count }) => count === most).map(({ period }) => period),
				low: periodAt(low),
				high: periodAt(high),
				n: incidents.length,
				draws,
			},
		];
	});
}
