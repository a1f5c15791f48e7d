import { originalSourceOf } from "../claims/original-source.js";
import type { Dossier, Incident } from "../records/records.js";
import { type Counts, countIncidents } from "./counts.js";
import { type RateRow, ratesPer30Days } from "./rates.js";
import { verificationStatuses } from "./verification-status.js";

/** Which incidents a count is made of, from the main choice to stricter and wider ones. */
export const variants = [
	"main",
	"dates_apportioned",
	"day_precise",
	"two_origins",
	"sure_or_not_asked",
	"both_frontiers",
] as const;
export type Variant = (typeof variants)[number];

/** Yearly rates under one choice. */
export interface VariantRates {
	readonly variant: Variant;
	readonly counts: Counts;
	readonly rows: readonly RateRow[];
}

/**
 * Rates per year under each choice: all of the Afghan–Iran line (`main`); the same with vague dates spread over
 * their days instead of counted on the first; only those whose day is known; only those whose claims go back to two
 * origins or more; without those whose happening is likely, contested or refuted; and with those that face Pakistan
 * too. Choices share incidents, so their intervals are no test of
 * one against another.
 */
export function sensitivity(dossier: Dossier): VariantRates[] {
	const origins = originsOf(dossier);
	const verification_status = verificationStatuses(dossier);
	const where: Readonly<Record<Variant, (incident: Incident) => boolean>> = {
		main: () => true,
		dates_apportioned: () => true,
		day_precise: ({ date_precision }) => date_precision === "day",
		two_origins: ({ incident_id }) => (origins.get(incident_id) ?? 0) >= 2,
		sure_or_not_asked: ({ incident_id }) => ["sure", "not_asked"].includes(verification_status.get(incident_id) ?? ""),
		both_frontiers: () => true,
	};
	return variants.map((variant) => {
		const counts = countIncidents(dossier, {
			by: "year",
			where: where[variant],
			dates: variant === "dates_apportioned" ? "apportioned" : "start",
			frontiers: variant === "both_frontiers" ? ["af-ir", "ir-pk"] : ["af-ir"],
		});
		return { variant, counts, rows: ratesPer30Days(counts) };
	});
}

/** Distinct origins of each incident's claims, by incident: a relay counts for the source it names, or for none. */
export function originsOf(dossier: Pick<Dossier, "propositions" | "claims">): Map<string, number> {
	const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
	const voices = new Map<string, Set<string>>();
	for (const claim of dossier.claims) {
		const [incident, origin] = [incidentOf.get(claim.proposition_id), originalSourceOf(claim)];
		if (incident === undefined || origin === null) continue;
		voices.set(incident, (voices.get(incident) ?? new Set()).add(origin));
	}
	return new Map([...voices].map(([incident, ids]) => [incident, ids.size]));
}
