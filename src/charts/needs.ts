import { type Period, periodsBetween } from "../calendar/days.js";
import { coverage } from "../frequency/coverage.js";
import { crossingClosures } from "../location/closures.js";
import { finestKm, isPlaceable, radiusKm } from "../location/precision.js";
import type { Dossier } from "../records/records.js";
import { selectIncidents } from "../records/selection.js";

/** What a chart cannot do without: gives the sentence that says what a dossier lacks, or `null`. */
export type Need = (dossier: Dossier) => string | null;

const lacks =
	(sentence: (dossier: Dossier) => string, isMet: (dossier: Dossier) => boolean): Need =>
	(dossier) =>
		isMet(dossier) ? null : sentence(dossier);

/** An incident that is counted. */
export const anIncident: Need = lacks(
	({ region }) => `no incident of the ${region.name} lies in the days searched`,
	(dossier) => selectIncidents(dossier).incidents.length > 0,
);

/** Two such incidents whose days are known. */
export const twoKnownDays: Need = lacks(
	() => "fewer than two incidents are known to the day, so that nothing lies between them",
	(dossier) => selectIncidents(dossier).incidents.filter((row) => row.date_precision === "day").length > 1,
);

/** An incident with a point that is known well enough to be measured from. */
export const aPoint: Need = lacks(
	({ region }) => `no incident of the ${region.name} is placed to its district or better`,
	(dossier) => selectIncidents(dossier).incidents.some((row) => row.lat !== null && isPlaceable(row.geo_precision)),
);

/** The same, placed finely enough for a picture of the plane. */
export const aFinePoint: Need = lacks(
	({ region }) => `no incident of the ${region.name} is placed to ${finestKm} km or better`,
	(dossier) =>
		selectIncidents(dossier).incidents.some(
			(row) => row.lat !== null && (radiusKm[row.geo_precision] ?? Number.POSITIVE_INFINITY) <= finestKm,
		),
);

/** The line of the border. */
export const aLine: Need = lacks(
	() => "there is no border line: border.geojson is not in the data folder",
	(dossier) => dossier.border.length > 0,
);

/** An official crossing. */
export const aCrossing: Need = lacks(
	() => "no crossing is named in crossings.csv",
	(dossier) => dossier.crossings.length > 0,
);

/** A border segment of stretches.csv, or else an incident that is placed finely enough for a part of the line. */
export const aSegment: Need = lacks(
	() => `no border segment is named in stretches.csv, and no incident is placed to ${finestKm} km or better`,
	(dossier) => dossier.stretches.length > 0 || aFinePoint(dossier) === null,
);

/** A claim. */
export const aClaim: Need = lacks(
	() => "no source has answered any question yet",
	(dossier) => dossier.claims.length > 0,
);

/** A question whether an incident happened. */
export const aQuestionOfOccurrence: Need = lacks(
	() => "no question asks whether an incident happened",
	(dossier) => dossier.propositions.some(({ key }) => key === "occurred"),
);

/** A claim of a source's own with a date, by which it is known who was reporting. */
export const aDatedClaim: Need = lacks(
	() => "no source has a claim of its own with a date, so source coverage is not known",
	(dossier) => coverage(dossier, { by: "year" }).n > 0,
);

/** Two incidents that are counted. */
export const twoIncidents: Need = lacks(
	({ region }) =>
		`fewer than two incidents of the ${region.name} lie in the days searched: there is nothing to compare`,
	(dossier) => selectIncidents(dossier).incidents.length > 1,
);

/** Days searched that touch two months, quarters or years at least. */
export const twoPeriods = (period: Period): Need =>
	lacks(
		({ observation }) =>
			`the days searched, ${observation.observed_from} to ${observation.observed_to}, lie in one ${period}: there is nothing to compare it with`,
		({ observation }) => periodsBetween(period, observation.observed_from, observation.observed_to).length > 1,
	);

/** A closure of an official crossing with its end. */
export const aClosureWithEnd: Need = lacks(
	() => "no closure of an official crossing is reported with its end",
	(dossier) => crossingClosures(dossier).some(({ days }) => days !== null),
);
