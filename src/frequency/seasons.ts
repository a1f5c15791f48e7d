import type { Dossier } from "../records/records.js";
import { type Dispersion, dispersion } from "../statistics/dispersion.js";
import { garwood } from "../statistics/poisson.js";
import type { Random } from "../statistics/random.js";
import { shuffle } from "../statistics/shuffle.js";
import { type CountOptions, type Counts, countIncidents } from "./counts.js";

/** A year that begins in January, or the water year of the Helmand, which begins on 1 October. */
export const yearKinds = ["calendar", "water"] as const;
export type YearKind = (typeof yearKinds)[number];

/** One month of the year, all years together. */
export interface SeasonRow {
	/** 1 for January. */
	readonly month: number;
	/** Incidents, a fraction where vague dates are spread. */
	readonly count: number;
	readonly days_observed: number;
	readonly rate_per_30_days: number;
	readonly low: number;
	readonly high: number;
	/** Years in which this month was observed. */
	readonly n_years: number;
}

/** Counts of one month in one year. */
export interface SeasonYearRow {
	/** Calendar year, or the year in which a water year ends. */
	readonly year: number;
	readonly month: number;
	readonly count: number;
	readonly days_observed: number;
	readonly rate_per_30_days: number;
}

/** Incidents by the time of the year, and whether the months differ by more than chance. */
export interface Seasons {
	readonly year_kind: YearKind;
	/** Twelve rows, in the order of the year. */
	readonly rows: readonly SeasonRow[];
	readonly years: readonly SeasonYearRow[];
	/** Of the monthly sums against one rate, as if each incident came by itself: `seasonTest` allows for bursts. */
	readonly dispersion: Dispersion;
	readonly counts: Counts;
}

/**
 * Incidents by month of the year with Garwood intervals; weeks and months are spread over their days. Few years
 * make few repeats: one burst in one year looks like a season, to the dispersion too.
 *
 * @throws `unknown kind of year: fiscal`, `needs an event or more`
 */
export function seasons(
	dossier: Dossier,
	yearKind: YearKind = "calendar",
	options: Pick<CountOptions, "where" | "frontiers"> = {},
): Seasons {
	if (!yearKinds.includes(yearKind)) throw new RangeError(`unknown kind of year: ${yearKind}`);
	const counts = countIncidents(dossier, { ...options, by: "month", dates: "apportioned" });
	const first = yearKind === "water" ? 10 : 1;
	const monthOf = (period: string) => Number(period.slice(5, 7));
	const order = Array.from({ length: 12 }, (_, index) => ((first - 1 + index) % 12) + 1);
	const rows = order.map((month): SeasonRow => {
		const own = counts.rows.filter(({ period }) => monthOf(period) === month);
		const count = own.reduce((sum, row) => sum + row.count, 0);
		const days_observed = own.reduce((sum, row) => sum + row.days_observed, 0);
		const scale = days_observed === 0 ? 0 : 30 / days_observed;
		const { low, high } = garwood(count);
		return {
			month,
			count,
			days_observed,
			rate_per_30_days: count * scale,
			low: low * scale,
			high: high * scale,
			n_years: own.length,
		};
	});
	return {
		year_kind: yearKind,
		rows,
		years: counts.rows.map(({ period, count, days_observed }) => {
			const month = monthOf(period);
			const year = Number(period.slice(0, 4)) + (yearKind === "water" && month >= first ? 1 : 0);
			return { year, month, count, days_observed, rate_per_30_days: (count * 30) / days_observed };
		}),
		dispersion: dispersion(
			rows.map(({ count }) => count),
			rows.map(({ days_observed }) => days_observed),
		),
		counts,
	};
}

/** Whether months of the year differ by more than their bursts explain. */
export interface SeasonTest {
	/** Share of the draws in which months differ as much as they do, the data themselves among them. */
	readonly p: number;
	readonly draws: number;
}

/**
 * The dispersion of the monthly sums against the same with the months of all years shuffled: a burst keeps its size
 * and loses its season (permutation test; Fisher 1935). Assumes that without a season any month might have had any
 * month's count: a trend over the years does no harm where every month of the year is observed as often.
 */
export function seasonTest({ years, rows, dispersion: seen }: Seasons, random: Random, draws = 999): SeasonTest {
	const place = new Map(rows.map(({ month }, index) => [month, index]));
	const days = rows.map(({ days_observed }) => days_observed);
	const counts = years.map(({ count }) => count);
	let as_much = 1;
	for (let draw = 0; draw < draws; draw++) {
		const sums = rows.map(() => 0);
		shuffle(counts, random).forEach((count, index) => {
			const at = place.get(years[index]?.month ?? 0) ?? 0;
			sums[at] = (sums[at] ?? 0) + count;
		});
		if (dispersion(sums, days).statistic >= seen.statistic - 1e-9) as_much += 1;
	}
	return { p: as_much / (draws + 1), draws };
}
