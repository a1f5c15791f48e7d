import { countByChainage } from "../../location/bins.js";
import { borderRuler } from "../../location/chainage.js";
import { crossingsAlong } from "../../location/crossings.js";
import { densityAlong } from "../../location/density.js";
import { densityByYear, episodeDays } from "../../location/differences-along.js";
import type { LocatedIncident } from "../../location/incidents.js";
import type { PlaceRange } from "../../location/sampled-places.js";
import type { Dossier } from "../../records/records.js";
import { probabilityLabel } from "../parts/labels.js";
import { driftOf, locatedOf, rangesOfDossier, sampledOf } from "./located.js";

/** Below this many located incidents no title compares sections or years. */
const fewestCompared = 10;
/** Sections on which a title still says that incidents concentrate. */
const mostNamed = 3;
const numberWords = ["none", "one section", "two sections", "three sections"] as const;

/** A located incident with the range of its position. */
export type PlacedAlong = LocatedIncident & PlaceRange;

/** Everything both forms of the chart say, from one dossier and one bandwidth. */
export function alongBorder(dossier: Dossier, bandwidth_km: number) {
	const located = locatedOf(dossier);
	const { length_km } = borderRuler(dossier.border);
	const places = sampledOf(dossier);
	const ranges = rangesOfDossier(dossier);
	const rangeOf = new Map(ranges.map((range) => [range.incident_id, range]));
	const bins = countByChainage(located.incidents, length_km);
	const busiest = bins.reduce((best, bin) => (bin.n > best.n ? bin : best));
	const together = bins.filter(({ high }) => high >= busiest.low);
	const overlaps = (from: (range: PlaceRange) => number, to: (range: PlaceRange) => number, isWhole: boolean) =>
		ranges.filter((range) =>
			together.some(({ from_km, to_km }) =>
				isWhole ? from_km <= from(range) && to(range) <= to_km : from_km <= to(range) && from(range) <= to_km,
			),
		).length;
	const low = (range: PlaceRange) => range.chainage_low_km;
	const high = (range: PlaceRange) => range.chainage_high_km;
	return {
		located,
		length_km,
		bandwidth_km,
		ranges,
		placed: located.placed.flatMap((incident): PlacedAlong[] => {
			const range = rangeOf.get(incident.incident_id);
			return range ? [{ ...incident, ...range }] : [];
		}),
		bins,
		busiest,
		/** The busiest section and all whose intervals reach its own. */
		together,
		on_together: together.reduce((sum, { n }) => sum + n, 0),
		on_together_least: overlaps(low, high, true),
		on_together_most: overlaps(low, high, false),
		density: () => densityAlong(places, length_km, { bandwidth_km }),
		years: () => densityByYear(places, length_km, { bandwidth_km }),
		...driftOf(dossier),
		crossings: crossingsAlong(dossier),
	};
}
/** What `alongBorder` gives. */
export type Along = ReturnType<typeof alongBorder>;

/** Whether incidents lie on so few sections that a title names them together. */
export const isConcentrated = ({ together, ranges }: Along): boolean =>
	ranges.length >= fewestCompared && together.length <= mostNamed;

/** Says on how few sections incidents lie, or that none stands out. */
export function concentrationTitle(along: Along): string {
	const { ranges, together, on_together, bins } = along;
	if (ranges.length < fewestCompared)
		return `Too few located incidents to compare parts of the border (n = ${ranges.length})`;
	return isConcentrated(along)
		? `${on_together} of ${ranges.length} located incidents lie on ${numberWords[together.length]} of the border`
		: `Differences between the ${bins.length} sections of the border could be chance`;
}

/** Says whether incidents moved: only where also episodes, each counted once, differ between years. */
export function driftTitle({
	drift,
	driftOfEpisodes,
	ranges,
}: Pick<Along, "drift" | "driftOfEpisodes" | "ranges">): string {
	if (drift === null || ranges.length < fewestCompared)
		return `Too few located incidents to say whether they moved (n = ${ranges.length})`;
	return drift.p <= 0.05 && driftOfEpisodes !== null && driftOfEpisodes.p <= 0.05
		? "Incidents moved along the border from year to year"
		: "Differences between years in where incidents happen could be chance";
}

/** How the density was estimated. */
export const densityNotes = ({ bandwidth_km }: Along): string[] => [
	`Density: Gaussian kernel of ${bandwidth_km} km around every sampled position, reflected at the ends of the border.`,
	"Its 95% interval is that of a weighted sum (Fay and Feuer 1997). It holds at one position at a time, if incidents are independent.",
	"The interval is wider at both ends of the border, where half of the surroundings is missing.",
];

/** The test between years, every incident counted and each episode once. */
export function driftNotes({ drift, driftOfEpisodes }: Along): string[] {
	if (drift === null) return ["Positions in different years cannot be compared: too few years have located incidents."];
	return [
		`Test of a difference between ${drift.groups} years: ${probabilityLabel(drift.p)}, n = ${drift.n} (distance components, ${drift.permutations.toLocaleString("en")} seeded permutations of the years).`,
		...(driftOfEpisodes === null
			? []
			: [
					`Incidents of one episode are correlated. If incidents at one place at most ${episodeDays} days apart count once: ${probabilityLabel(driftOfEpisodes.p)}, n = ${driftOfEpisodes.n}.`,
				]),
		"Reopenings are not part of the test, because each follows a closure.",
	];
}
