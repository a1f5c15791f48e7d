import { originalSourcesOf } from "../claims/original-source.js";
import { type Dossier, frontiersOf, type Incident } from "../records/records.js";
import type { CountOptions } from "./counts.js";
import { verificationStatuses } from "./verification-status.js";
import { type YearlyRates, yearlyRates } from "./yearly-rates.js";

/** Which incidents are counted, from the main choice to stricter and wider ones. */
export const variants = [
	"main",
	"dates_apportioned",
	"day_known",
	"two_sources",
	"confirmed_or_not_asked",
	"both_borders",
] as const;
export type Variant = (typeof variants)[number];

/** Yearly rates under one choice. */
export interface VariantRates extends YearlyRates {
	readonly variant: Variant;
}

/**
 * Rates per year under each choice of what to count:
 *
 * - `main`: all incidents on the Afghan–Iran border.
 * - `dates_apportioned`: the same, with dates known to a week or a month apportioned over their days.
 * - `day_known`: only those whose day is known.
 * - `two_sources`: only those reported by two original sources or more.
 * - `confirmed_or_not_asked`: without those whose occurrence is likely, contested or refuted.
 * - `both_borders`: those on other borders too.
 *
 * The choices share incidents, so their intervals do not test one against another.
 *
 * @example
 * sensitivity(dossier)[0].counts.n // → 4
 */
export function sensitivity(dossier: Dossier): VariantRates[] {
	const options = variantOptions(dossier);
	return variants.map((variant) => ({ variant, ...yearlyRates(dossier, options[variant]) }));
}

/** What each choice counts. */
export function variantOptions(
	dossier: Dossier,
): Readonly<Record<Variant, Pick<CountOptions, "where" | "dates" | "frontiers">>> {
	const sources = originalSourcesPerIncident(dossier);
	const statuses = verificationStatuses(dossier);
	const isConfirmedOrNotAsked = ({ incident_id }: Incident) =>
		["confirmed", "not_asked"].includes(statuses.get(incident_id) ?? "");
	return {
		main: {},
		dates_apportioned: { dates: "apportioned" },
		day_known: { where: ({ date_precision }) => date_precision === "day" },
		two_sources: { where: ({ incident_id }) => (sources.get(incident_id) ?? 0) >= 2 },
		confirmed_or_not_asked: { where: isConfirmedOrNotAsked },
		both_borders: { frontiers: frontiersOf(dossier.region) },
	};
}

/**
 * Different original sources of each incident's claims, by incident. A repeat counts for the source that it goes back to, or for none.
 */
export function originalSourcesPerIncident(dossier: Pick<Dossier, "propositions" | "claims">): Map<string, number> {
	const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
	const originalSource = originalSourcesOf(dossier);
	const sources = new Map<string, Set<string>>();
	for (const claim of dossier.claims) {
		const [incident, source] = [incidentOf.get(claim.proposition_id), originalSource(claim)];
		if (incident === undefined || source === null) continue;
		sources.set(incident, (sources.get(incident) ?? new Set()).add(source));
	}
	return new Map([...sources].map(([incident, ids]) => [incident, ids.size]));
}
