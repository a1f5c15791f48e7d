import { clampDay, daysBetween } from "../calendar/days.js";
import type { Alignment, Dossier, Observation } from "../records/records.js";
import { dateIndex, type Step } from "./date-index.js";
import { languageOfPage } from "./page-language.js";

/** The sides that sources stand on here: of Iran's state, of any Afghan authority or its foes, or of neither. */
export const watchingSides = ["iranian", "afghan", "neither"] as const;
export type WatchingSide = (typeof watchingSides)[number];

const sideOf: Readonly<Record<Alignment, WatchingSide>> = {
	iran_state: "iranian",
	taliban: "afghan",
	afghan_republic: "afghan",
	resistance: "afghan",
	iran_opposition: "neither",
	independent: "neither",
	us: "neither",
	pakistan: "neither",
	other: "neither",
	unknown: "neither",
};

/** Who spoke in one period, of any incident. */
export interface CoverageRow {
	readonly period: string;
	readonly period_end: string;
	readonly days_observed: number;
	/** Sources with a claim of their own published in the period; relays of others are no voice. */
	readonly origins: number;
	readonly iranian: number;
	readonly afghan: number;
	readonly neither: number;
	/** Countries that these sources are based in, where known: ISO 3166-1 codes, `AF IR`. */
	readonly countries: string;
	/** Languages that the addresses of the pages read tell: ISO 639 codes, `en fa`. */
	readonly languages: string;
	readonly claims: number;
	/** Claims whose page has an address that tells no language. */
	readonly claims_language_unknown: number;
	/** Too few origins to take quiet for peace. */
	readonly low_coverage: boolean;
}

/** Coverage over the window, and the claims it could not use. */
export interface Coverage {
	readonly by: Step;
	readonly low_coverage_below: number;
	readonly window: Pick<Observation, "observed_from" | "observed_to">;
	readonly rows: readonly CoverageRow[];
	/** Claims used; with those left out they make all claims. */
	readonly n: number;
	readonly excluded: readonly { readonly reason: string; readonly n: number }[];
}

/**
 * How many distinct sources spoke in each period, and for which side. Claims of every incident count, for a
 * source that speaks of any was watching. Labels for several voices count as one.
 *
 * It sees only sources that said something that entered the dossier: in a period without incidents even a
 * diligent source has nothing to say. Thin coverage is thus no proof that nobody watched; it says that quiet
 * cannot be told from silence. The language is that of the page which was read, which a reader may have chosen for
 * being in English; most addresses tell none.
 *
 * @param options.low_coverage_below origins under which a period is thin; by default 3
 * @throws `unknown period: fortnight`
 */
export function coverage(
	dossier: Dossier,
	{ by, low_coverage_below = 3 }: { readonly by: Step; readonly low_coverage_below?: number },
): Coverage {
	const index = dateIndex(by, dossier.observation);
	const { observed_from: from, observed_to: to } = dossier.observation;
	const sources = new Map(dossier.sources.map((source) => [source.source_id, source]));
	const reasonOf = ({ stance, published_on }: Dossier["claims"][number]) => {
		if (stance === "repeats") return "relay_of_another";
		if (published_on === null) return "no_date";
		return published_on < from || published_on > to ? "outside_period" : null;
	};
	const used = dossier.claims.filter((claim) => reasonOf(claim) === null);
	const spoken = new Map(index.starts.map((period) => [period, [] as Dossier["claims"][number][]]));
	for (const claim of used) spoken.get(index.startOf(claim.published_on ?? from))?.push(claim);
	const rows = [...spoken].map(([period, claims]): CoverageRow => {
		const ids = new Set(claims.map(({ source_id }) => source_id));
		const languages = claims.map(({ url }) => languageOfPage(url));
		const active = [...ids].flatMap((id) => sources.get(id) ?? []);
		const on = (side: WatchingSide) => active.filter(({ alignment }) => sideOf[alignment] === side).length;
		const end = index.endOf(period);
		return {
			period,
			period_end: end,
			days_observed: daysBetween(clampDay(period, from, to), clampDay(end, from, to)) + 1,
			origins: ids.size,
			iranian: on("iranian"),
			afghan: on("afghan"),
			neither: on("neither"),
			countries: listed(active.map(({ country }) => country)),
			languages: listed(languages),
			claims: claims.length,
			claims_language_unknown: languages.filter((language) => language === null).length,
			low_coverage: ids.size < low_coverage_below,
		};
	});
	const excluded = ["relay_of_another", "no_date", "outside_period"]
		.map((reason) => ({ reason, n: dossier.claims.filter((claim) => reasonOf(claim) === reason).length }))
		.filter(({ n }) => n > 0);
	return { by, low_coverage_below, window: { observed_from: from, observed_to: to }, rows, n: used.length, excluded };
}

/** Each word once, in order. */
const listed = (words: readonly (string | null)[]) =>
	[...new Set(words.filter((word) => word !== null))].sort().join(" ");

/** A row, and how much of it lies in periods of thin coverage. */
export interface Watched {
	/** Days observed that lie in a thin period. */
	readonly thin_days: number;
	/** More than half of the days observed do: quiet may be silence, and a rate is not safe to read. */
	readonly low_coverage: boolean;
}

/**
 * Rows with how many of their days lie in periods in which too few sources spoke. Rows may be longer than the
 * periods of the coverage: a year of which most months are thin is not safe to read either.
 *
 * @param rows such as rates by year
 * @param covered coverage of the same window, by the same periods or shorter ones
 */
export function markLowCoverage<Row extends Pick<CoverageRow, "period" | "period_end" | "days_observed">>(
	rows: readonly Row[],
	{ rows: covered, window }: Coverage,
): (Row & Watched)[] {
	const { observed_from: from, observed_to: to } = window;
	const thin = covered.filter(({ low_coverage }) => low_coverage);
	return rows.map((row) => {
		const [first, last] = [clampDay(row.period, from, to), clampDay(row.period_end, from, to)];
		const thin_days = thin.reduce((sum, { period, period_end }) => {
			if (period_end < first || period > last) return sum;
			return sum + daysBetween(clampDay(period, first, last), clampDay(period_end, first, last)) + 1;
		}, 0);
		return { ...row, thin_days, low_coverage: thin_days * 2 > row.days_observed };
	});
}
