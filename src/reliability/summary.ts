import { groupBy } from "../records/group-by.js";
import { NotEnoughDataError } from "../records/not-enough-data.js";
import type { Dossier } from "../records/records.js";
import { clusterBootstrap } from "../statistics/cluster-bootstrap.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { probabilityLabel, wholePercent, wordFor } from "../statistics/number-text.js";
import { chartRandom } from "../statistics/random.js";
import { accuracyComparison, type ClaimTotals, type ComparedAccuracy } from "./accuracy/comparison.js";
import { type DifferenceTest, isSignificant } from "./accuracy/difference-test.js";
import { judgeClaims } from "./accuracy/outcomes.js";
import { minimumIncidents } from "./questions/leading-answer-accuracy.js";

/** The answer to "Whose claims prove reliable?" in words and numbers. */
export interface ReliabilitySummary extends ClaimTotals {
	/** At most three plain sentences. */
	readonly sentences: readonly string[];
	/** Share of all resolved claims that the verdict supports, 0 to 1. */
	readonly share: number;
	/** Bootstrap limits of `share` at `interval_level`; whole incidents are resampled. */
	readonly low: number;
	readonly high: number;
	readonly interval_level: number;
	/** Incidents with a resolved claim. */
	readonly incidents: number;
	/** Sides with at least `minimum_claims` resolved claims, in the order of their names in the data. */
	readonly sides: readonly ComparedAccuracy[];
	readonly minimum_claims: number;
	/** Of the difference between sides: whole groups permuted within incidents. */
	readonly test: DifferenceTest;
}

const sideNames: Readonly<Record<string, string>> = {
	afghan_republic: "the Afghan Republic",
	iran_state: "the Iranian state",
	taliban: "the Taliban",
	third_party: "third parties",
};
const percent = (share: number): string => `${wholePercent(share)}%`;
const count = (n: number): string => n.toLocaleString("en");

/**
 * Whose claims prove reliable: accuracy of all resolved claims and by side, with n and intervals, whether the
 * difference could be chance, and what cannot be proved. Circular verdicts are excluded, first statements count.
 *
 * @throws NotEnoughDataError where no claim can be compared with a verdict
 * @example
 * reliabilitySummary(dossier) // → { claims: 20, resolved: 8, supported: 5, unresolved: 3, share: 0.625 }
 */
export function reliabilitySummary(dossier: Dossier): ReliabilitySummary {
	const compared = accuracyComparison(dossier, { by: "side" });
	const { claims, resolved, supported, unresolved, excluded, interval_level, minimum_claims, rows, test } = compared;
	if (resolved === 0) throw new NotEnoughDataError("no claim can be compared with a verdict");
	const judged = judgeClaims(dossier)
		.filter(({ outcome }) => outcome === "supported" || outcome === "contradicted")
		.sort((a, b) => (a.claim_id < b.claim_id ? -1 : 1));
	const incidents = [...groupBy(judged, ({ incident_id }) => incident_id).values()].map((own) => ({
		n: own.length,
		supported: own.filter(({ outcome }) => outcome === "supported").length,
	}));
	const shareOf = (drawn: typeof incidents) =>
		drawn.reduce((sum, each) => sum + each.supported, 0) / drawn.reduce((sum, each) => sum + each.n, 0);
	const { low, high } = clusterBootstrap(incidents, (drawn) => shareOf([...drawn]), { random: chartRandom() })(
		intervalLevel,
	);
	const inIncidents = `${count(incidents.length)} ${wordFor(incidents.length, "incident", "incidents")}`;
	const overall =
		incidents.length < minimumIncidents
			? `${inIncidents}, too few for an interval`
			: `${percent(interval_level)} interval ${interval({ low, high })}, ${inIncidents}`;
	const sides = rows.filter(({ enough_claims }) => enough_claims);
	const numbers = { claims, resolved, supported, unresolved, excluded };
	return {
		sentences: [
			`The verdict supports ${count(supported)} of ${count(resolved)} resolved claims (${percent(shareOf(incidents))}, ${overall})${sides.length === 0 ? "" : `: ${sides.map(sideText).join("; ")}`}.`,
			differenceText(sides, test, minimum_claims),
			`This does not prove that a source is honest or always right: ${count(unresolved)} claims are on unresolved questions, ${count(claims - resolved - unresolved)} of ${count(claims)} are excluded, and questions were examined because they were disputed.`,
		],
		...numbers,
		share: shareOf(incidents),
		low,
		high,
		interval_level,
		incidents: incidents.length,
		sides,
		minimum_claims,
		test,
	};
}

const interval = ({ low, high }: { readonly low: number; readonly high: number }): string =>
	`${wholePercent(low)}–${percent(high)}`;

/** A side's counted share, with the interval of its estimate. */
const sideText = (row: ComparedAccuracy): string =>
	`${sideNames[row.group] ?? row.group} ${percent(row.share ?? 0)} (n = ${count(row.n)}, interval ${interval(row)})`;

function differenceText(sides: readonly ComparedAccuracy[], test: DifferenceTest, minimum: number): string {
	if (sides.length < 2)
		return `Fewer than two sides have at least ${minimum} resolved claims, too few to compare sides.`;
	const p = probabilityLabel(test.p);
	return isSignificant(test)
		? `Accuracy differs significantly between sides (${p}, sides permuted within incidents).`
		: `The differences between sides could be chance (${p}, sides permuted within incidents).`;
}
