import { clampDay, daysBetween } from "../calendar.js";
import type { Alignment, Dossier } from "../records.js";
import { dateIndex, type Step } from "./date-index.js";

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
	/** Countries that these sources are based in, where known. */
	readonly countries: number;
	readonly claims: number;
	/** Too few origins to take quiet for peace. */
	readonly is_thin: boolean;
}

/** Coverage over the window, and the claims it could not use. */
export interface Coverage {
	readonly by: Step;
	readonly thin_below: number;
	readonly rows: readonly CoverageRow[];
	/** Claims used; with those left out they make all claims. */
	readonly n: number;
	readonly left_out: readonly { readonly reason: string; readonly n: number }[];
}

/**
 * How many distinct sources spoke in each period, and for which side. Claims of every incident count, for a
 * source that speaks of any was watching. Labels for several voices count as one.
 *
 * It sees only sources that said something that entered the dossier: in a period without incidents even a
 * diligent source has nothing to say. Thin coverage is thus no proof that nobody watched; it says that quiet
 * cannot be told from silence.
 *
 * @param options.thin_below origins under which a period is thin; by default 3
 * @throws `unknown period: fortnight`
 */
export function coverage(
	dossier: Dossier,
	{ by, thin_below = 3 }: { readonly by: Step; readonly thin_below?: number },
): Coverage {
	const index = dateIndex(by, dossier.observation);
	const { observed_from: from, observed_to: to } = dossier.observation;
	const sources = new Map(dossier.sources.map((source) => [source.source_id, source]));
	const reasonOf = ({ stance, published_on }: Dossier["claims"][number]) => {
		if (stance === "repeats") return "relay_of_another";
		if (published_on === null) return "no_date";
		return published_on < from || published_on > to ? "outside_window" : null;
	};
	const used = dossier.claims.filter((claim) => reasonOf(claim) === null);
	const voices = new Map<string, { ids: Set<string>; claims: number }>();
	for (const { source_id, published_on } of used) {
		const period = index.startOf(published_on ?? from);
		const voice = voices.get(period) ?? { ids: new Set<string>(), claims: 0 };
		voice.ids.add(source_id);
		voice.claims += 1;
		voices.set(period, voice);
	}
	const rows = index.starts.map((period): CoverageRow => {
		const { ids, claims } = voices.get(period) ?? { ids: new Set<string>(), claims: 0 };
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
			countries: new Set(active.flatMap(({ country }) => country ?? [])).size,
			claims,
			is_thin: ids.size < thin_below,
		};
	});
	const left_out = ["relay_of_another", "no_date", "outside_window"]
		.map((reason) => ({ reason, n: dossier.claims.filter((claim) => reasonOf(claim) === reason).length }))
		.filter(({ n }) => n > 0);
	return { by, thin_below, rows, n: used.length, left_out };
}

/** Rows with whether too few sources spoke in their period; a rate of such a period is not safe to read. */
export function markThin<Row extends { readonly period: string }>(
	rows: readonly Row[],
	{ rows: covered }: Coverage,
): (Row & { readonly is_thin: boolean })[] {
	const thin = new Map(covered.map(({ period, is_thin }) => [period, is_thin]));
	return rows.map((row) => ({ ...row, is_thin: thin.get(row.period) ?? true }));
}
