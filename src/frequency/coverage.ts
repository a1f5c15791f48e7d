import { clampDay, daysBetween } from "../calendar/days.js";
import { type Side, sideOf, sides, sourcesById } from "../claims/sides.js";
import { countExclusions, type Excluded } from "../records/exclusions.js";
import type { Claim, Dossier, Observation } from "../records/records.js";
import { dateIndex, type Step } from "./date-index.js";
import { languageOfPage } from "./page-language.js";

/** Why a claim says nothing about coverage, in the order in which it is asked. */
export const coverageExclusions = ["repeat", "undated", "outside_period"] as const;
export type CoverageExclusion = (typeof coverageExclusions)[number];

/** Sources under which a period has low coverage: the default of `coverage`. */
export const lowCoverageBelow = 3;

/** The sources that reported in one period, on any incident; one number for each side. */
export interface CoverageRow extends Readonly<Record<Side, number>> {
	readonly period: string;
	readonly period_end: string;
	readonly days_observed: number;
	/** Sources with a claim of their own published in the period; those that only repeat others are not counted. */
	readonly sources: number;
	/** Countries that these sources are based in, where known: ISO 3166-1 codes, `AF IR`. */
	readonly countries: string;
	/** Languages named in the addresses of the pages read: ISO 639 codes, `en fa`. */
	readonly languages: string;
	readonly claims: number;
	/** Claims on a page whose address names no language. */
	readonly claims_language_unknown: number;
	/** Too few sources to tell a quiet period from one that nobody reported on; `null` where the dossier has no claim to tell it by. */
	readonly low_coverage: boolean | null;
}

/** Source coverage over the observed period, and the claims it could not use. */
export interface Coverage {
	readonly by: Step;
	readonly low_coverage_below: number;
	readonly window: Pick<Observation, "observed_from" | "observed_to">;
	readonly rows: readonly CoverageRow[];
	/** Claims used; with those excluded they make all claims. */
	readonly n: number;
	readonly excluded: readonly Excluded<CoverageExclusion>[];
}

/**
 * How many different sources reported in each period, by side. Claims on every incident count, of a filtered dossier too; a collective source
 * counts as one.
 *
 * Sources are seen only through claims in the dossier: where nothing happened, an active source is not counted. Low
 * coverage therefore says that a zero may be missing reports, not that nobody observed. Without any claim that could be
 * used, coverage is not known.
 *
 * @param options `low_coverage_below`: sources under which a period has low coverage; by default 3
 * @throws `unknown period: fortnight (known: day, week, …)`
 * @example
 * coverage(dossier, { by: "month" }).rows[0] // → { period: "2022-01-01", days_observed: 31, iran_state: 2, taliban: 1 }
 */
export function coverage(
	dossier: Dossier,
	{
		by,
		low_coverage_below = lowCoverageBelow,
	}: { readonly by: Step; readonly low_coverage_below?: number | undefined },
): Coverage {
	const index = dateIndex(by, dossier.observation);
	const { observed_from: from, observed_to: to } = dossier.observation;
	// A filter leaves fewer claims, but no less reporting.
	const whole = dossier.filter?.whole ?? dossier;
	const sources = sourcesById(whole);
	const reasons = whole.claims.map(({ stance, published_on }): CoverageExclusion | null => {
		if (stance === "repeats") return "repeat";
		if (published_on === null) return "undated";
		return published_on < from || published_on > to ? "outside_period" : null;
	});
	const used = whole.claims.filter((_, place) => reasons[place] === null);
	const published = new Map(index.starts.map((period): [string, Claim[]] => [period, []]));
	for (const claim of used) published.get(index.startOf(claim.published_on ?? from))?.push(claim);
	const rows = [...published].map(([period, claims]): CoverageRow => {
		const ids = new Set(claims.map(({ source_id }) => source_id));
		const languages = claims.map(({ url }) => languageOfPage(url));
		const active = [...ids].flatMap((id) => sources.get(id) ?? []);
		const on = (side: Side) => active.filter(({ alignment }) => sideOf(alignment) === side).length;
		const end = index.endOf(period);
		return {
			period,
			period_end: end,
			days_observed: daysBetween(clampDay(period, from, to), clampDay(end, from, to)) + 1,
			sources: ids.size,
			...(Object.fromEntries(sides.map((side) => [side, on(side)])) as Record<Side, number>),
			countries: listed(active.map(({ country }) => country)),
			languages: listed(languages),
			claims: claims.length,
			claims_language_unknown: languages.filter((language) => language === null).length,
			low_coverage: used.length === 0 ? null : ids.size < low_coverage_below,
		};
	});
	return {
		by,
		low_coverage_below,
		window: { observed_from: from, observed_to: to },
		rows,
		n: used.length,
		excluded: countExclusions(coverageExclusions, reasons),
	};
}

/** Each code once, in order. */
const listed = (codes: readonly (string | null)[]) =>
	[...new Set(codes.filter((code) => code !== null))].sort().join(" ");

/** How much of a row lies in periods of low coverage. */
export interface LowCoverage {
	/** Observed days in a period of low coverage; `null` where coverage is not known. */
	readonly low_coverage_days: number | null;
	/** Whether more than half of the observed days are: a low rate may then be missing reports. */
	readonly low_coverage: boolean | null;
}

/**
 * Rows with the number of their days that lie in periods of low coverage. Rows may be longer than the periods of the
 * coverage: a year of which most months have low coverage has low coverage.
 *
 * @param rows such as rates by year
 * @param covered coverage of the same window, by the same periods or shorter ones
 * @example
 * markLowCoverage(countIncidents(dossier, { by: "month" }).rows, coverage(dossier, { by: "month" }))[11].low_coverage // → true
 */
export function markLowCoverage<Row extends Pick<CoverageRow, "period" | "period_end" | "days_observed">>(
	rows: readonly Row[],
	{ rows: covered, window, n }: Coverage,
): (Row & LowCoverage)[] {
	if (n === 0) return rows.map((row) => ({ ...row, low_coverage_days: null, low_coverage: null }));
	const { observed_from: from, observed_to: to } = window;
	const low = covered.filter(({ low_coverage }) => low_coverage);
	return rows.map((row) => {
		const [first, last] = [clampDay(row.period, from, to), clampDay(row.period_end, from, to)];
		const low_coverage_days = low.reduce((sum, { period, period_end }) => {
			if (period_end < first || period > last) return sum;
			return sum + daysBetween(clampDay(period, first, last), clampDay(period_end, first, last)) + 1;
		}, 0);
		return { ...row, low_coverage_days, low_coverage: low_coverage_days * 2 > row.days_observed };
	});
}
