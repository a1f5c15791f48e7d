import { directionOf } from "../../location/chainage.js";
import { driftBetweenYears, episodeDays } from "../../location/differences-along.js";
import { type LocatedIncidents, locateIncidents } from "../../location/incidents.js";
import { districtKm } from "../../location/precision.js";
import { type PlaceRange, rangesOf, type SampledPlace, samplePlaces } from "../../location/sampled-places.js";
import { areEqualParts } from "../../location/segments.js";
import type { Direction, Dossier } from "../../records/records.js";
import type { Provenance } from "../parts/frame.js";
import { captionLabel, countLabel, excludedLabel, isAre, wordFor } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { plain, shorten } from "../parts/text.js";

/** Printed wherever the line is drawn or a length along it is given. */
export const borderCredit = ({ border_credit, border }: Pick<Dossier, "border_credit" | "border">): string =>
	border.length === 0
		? ""
		: `border line and its lengths ${border_credit ?? "as border.geojson of the data folder draws them"}`;

/** The same where country outlines are drawn too. */
export const mapCredit = (dossier: Dossier): string =>
	[borderCredit(dossier), "outlines Natural Earth"].filter((each) => each !== "").join("; ");

/** In which order places along the border stand: `north to south`. */
export const orderWords = ({ border }: Pick<Dossier, "border">): string =>
	border.length === 0 ? "north to south" : directionWords[directionOf(border)];

const directionWords: Readonly<Record<Direction, string>> = {
	south: "north to south",
	north: "south to north",
	east: "west to east",
	west: "east to west",
};

/** The incidents of a dossier with their positions, and what its figures print of them. */
export interface Located extends LocatedIncidents {
	/** With a point, known to their district or finer. */
	readonly placed: LocatedIncidents["incidents"];
	/** Known to a province or to the border only. */
	readonly coarse: LocatedIncidents["incidents"];
	/** All rows of incidents.csv: counted and excluded ones. */
	readonly total: number;
	readonly provenance: Provenance;
}

/** Locates the incidents of a dossier, once for all that a figure says of them. */
export function locatedOf(dossier: Dossier): Located {
	const { incidents, excluded } = locateIncidents(dossier);
	return {
		incidents,
		excluded,
		placed: incidents.filter(({ lat }) => lat !== null),
		coarse: incidents.filter(({ lat }) => lat === null),
		total: dossier.incidents.length,
		provenance: provenanceOf(dossier),
	};
}

const sampled = new WeakMap<Dossier, readonly SampledPlace[]>();

/** Sampled positions of a dossier: several charts ask for the same, and measuring them against the line takes a second. */
export function sampledOf(dossier: Dossier): readonly SampledPlace[] {
	const known = sampled.get(dossier) ?? samplePlaces(locateIncidents(dossier).incidents, dossier);
	sampled.set(dossier, known);
	return known;
}

const ranged = new WeakMap<Dossier, readonly PlaceRange[]>();

/** Ranges of the sampled positions of a dossier, made once for the same reason. */
export function rangesOfDossier(dossier: Dossier): readonly PlaceRange[] {
	const known = ranged.get(dossier) ?? rangesOf(sampledOf(dossier), dossier);
	ranged.set(dossier, known);
	return known;
}

const drifts = new WeakMap<Dossier, ReturnType<typeof makeDrift>>();

/** The test of positions between years, every incident counted and each episode once: three charts print it. */
export function driftOf(dossier: Dossier): ReturnType<typeof makeDrift> {
	const known = drifts.get(dossier) ?? makeDrift(sampledOf(dossier));
	drifts.set(dossier, known);
	return known;
}

const makeDrift = (places: readonly SampledPlace[]) => ({
	drift: driftBetweenYears(places),
	driftOfEpisodes: driftBetweenYears(places, { episodeDays }),
});

/** The caption of a chart of where: period, n, and what is excluded. */
export const captionOf = ({ incidents, excluded, provenance }: Located, more = ""): string =>
	captionLabel(provenance, countLabel(incidents.length, "incident"), excluded, { more });

/** The same with how many of them have a position. */
export const placedCaptionOf = (located: Located, more = ""): string => {
	const { incidents, placed, excluded, provenance } = located;
	const n = `${countLabel(incidents.length, "incident")} (${placed.length} with a position)`;
	return captionLabel(provenance, n, excluded, { more });
};

/** What is counted and excluded, together all incidents of the data. */
export function countNotes({ incidents, excluded, total }: Located): string[] {
	const without = excluded.reduce((sum, { n }) => sum + n, 0);
	const counts = `${incidents.length} counted and ${without} excluded`;
	return [
		`The data contain ${countLabel(total, "incident")}: ${counts}.`,
		...(without === 0 ? [] : [excludedLabel(excluded)]),
	];
}

/** How many have a position, and which. */
export function positionNote({ incidents, placed, coarse }: Located): string {
	return `${placed.length} of ${countLabel(incidents.length, "incident")} ${isAre(placed.length, incidents.length)} known to a district (within ${districtKm} km) or better and ${wordFor(placed.length, "has", "have", incidents.length)} a position; ${coarse.length} ${isAre(coarse.length)} known to a province or to the border only and ${wordFor(coarse.length, "has", "have")} none.`;
}

/** The length of the line and where it comes from. */
export const lengthNote = (length_km: number): string =>
	`The border is ${Math.round(length_km)} km long as border.geojson draws it; a coarser drawing is shorter.`;

/** What a border segment is. */
export function segmentMeaning(dossier: Dossier): string {
	const [left, right] = dossier.region.sides;
	return areEqualParts(dossier)
		? "The data name no border segments: the line is divided into equal parts, named by their km along it."
		: `A segment is where one ${left.adjective} ${left.area} meets one ${right.adjective} ${right.area}.`;
}

/** Letters of a hover's line that are shown. */
const hoverLetters = 64;

/** A hover: what it is, and at most five lines. Values from data are shown letter by letter. */
export function hoverCard(what: string, ...lines: readonly (readonly [label: string, value: string])[]): string {
	return [
		`<b>${plain(shorten(what, hoverLetters))}</b>`,
		...lines.map(([label, value]) => `${label}: ${plain(shorten(value, hoverLetters - label.length))}`),
	].join("<br>");
}
