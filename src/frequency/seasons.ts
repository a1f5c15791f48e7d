import { knownOption } from "../records/known-option.js";
import type { Dossier } from "../records/records.js";
import { type Dispersion, dispersion } from "../statistics/dispersion.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { garwood } from "../statistics/poisson.js";
import type { Random } from "../statistics/random.js";
import { type CountOptions, type Counts, countIncidents } from "./counts.js";
import { type PermutationTest, permutationDraws, permutationTest } from "./permutation-test.js";

/** A year that begins in January, or the water year of the Helmand, which begins on 1 October. */
export const yearKinds = ["calendar", "water"] as const;
export type YearKind = (typeof yearKinds)[number];

/** One month of the year, all years together. */
export interface SeasonRow {
	/** 1 for January. */
	readonly month: number;
	/** Incidents; a fraction where dates known to a week or a month are apportioned over their days. */
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
	/** One for each year. */
	readonly years: readonly SeasonYearRow[];
	/** Of the monthly sums against one rate, assuming independent incidents; `seasonTest` allows for clustering. */
	readonly dispersion: Dispersion;
	readonly counts: Counts;
}

/**
 * Incidents by month of the year, in incidents per 30 observed days, with Garwood intervals. Dates known to a week or
 * a month are apportioned over their days. With few years one cluster in one year looks like a season.
 *
 * @throws `unknown kind of year: fiscal (known: calendar, water)`, `needs an event or more`
 * @example
 * seasons(dossier).rows[0] // → { month: 1, count: 2, days_observed: 31, rate_per_30_days: 1.935 }
 */
export function seasons(
	dossier: Dossier,
	yearKind: YearKind = "calendar",
	options: Pick<CountOptions, "where" | "frontiers"> = {},
): Seasons {
	knownOption("kind of year", yearKind, yearKinds);
	const counts = countIncidents(dossier, { ...options, by: "month", dates: "apportioned" });
	const first = yearKind === "water" ? 10 : 1;
	const monthOf = (period: string) => Number(period.slice(5, 7));
	const order = Array.from({ length: 12 }, (_, index) => ((first - 1 + index) % 12) + 1);
	const rows = order.map((month): SeasonRow => {
		const own = counts.rows.filter(({ period }) => monthOf(period) === month);
		const count = own.reduce((sum, row) => sum + row.count, 0);
		const days_observed = own.reduce((sum, row) => sum + row.days_observed, 0);
		const scale = days_observed === 0 ? 0 : 30 / days_observed;
		const { low, high } = garwood(count, intervalLevel);
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

/**
 * Whether the months of the year differ by more than chance: the counts of all months are permuted, so that a cluster
 * keeps its size and loses its season. A trend over the years does no harm where every month of the year is observed
 * as often.
 *
 * @throws `needs an event or more`
 * @example
 * seasonTest(seasons(dossier), seeded(1), 99).draws // → 99
 */
export function seasonTest({ years }: Seasons, random: Random, draws = permutationDraws): PermutationTest {
	return permutationTest(
		years.map(({ month, count, days_observed }) => ({ group: month, count, days_observed })),
		random,
		draws,
	);
}
