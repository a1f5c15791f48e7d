import type { Dossier, GeoPrecision, Incident, Place } from "../../records/records.js";
import {
	type AggregatedAnswer,
	type AggregationOptions,
	type AggregationRule,
	aggregateAnswers,
} from "./aggregation.js";

/** A dossier whose incidents are as one aggregation rule has them. */
export interface AggregatedDossier {
	readonly rule: AggregationRule;
	/** With date and place of each incident as the rule has them; without incidents that did not occur by the rule. */
	readonly dossier: Dossier;
	/** The rule's answer to every question. */
	readonly answers: readonly AggregatedAnswer[];
	/** Incidents that did not occur by the rule. */
	readonly not_occurred: number;
	/** Incidents with another first day than in incidents.csv. */
	readonly moved_in_time: number;
	/** Incidents with another point or place than in incidents.csv. */
	readonly moved_in_space: number;
	/** Answers on a place that is not in places.csv: such an incident keeps its place. */
	readonly places_unknown: number;
}

/** Question by which an incident is counted, dated and placed. */
const keys = { occurred: "occurred", date: "other:date", place: "other:place" } as const;

/**
 * The dossier with every incident as one aggregation rule has it, so that any measure can be taken under the rule:
 * `occurred` says whether it counts, `other:date` its day, `other:place` its place, where a claim answers them and the
 * answer is a day or a `place_id` of places.csv. All else is as in incidents.csv; questions and claims stay.
 *
 * @throws `unknown aggregation rule: mean (known: most_frequent, most_precise, lowest, median, highest)`
 * @example
 * aggregateDossier(dossier, "lowest").dossier.incidents.length // → 5
 */
export function aggregateDossier(
	dossier: Dossier,
	rule: AggregationRule,
	options: AggregationOptions = {},
): AggregatedDossier {
	const answers = aggregateAnswers(dossier, rule, options);
	const answerTo = new Map(answers.map((answer) => [`${answer.incident_id} ${answer.key}`, answer]));
	const placeOf = placeById(dossier);
	let [not_occurred, moved_in_time, moved_in_space, places_unknown] = [0, 0, 0, 0];
	const incidents = dossier.incidents.flatMap((incident): Incident[] => {
		const answer = (key: keyof typeof keys) => answerTo.get(`${incident.incident_id} ${keys[key]}`);
		if (answer("occurred")?.value === false) {
			not_occurred++;
			return [];
		}
		const dated = withDays(incident, answer("date"));
		const named = answer("place");
		const place = named === undefined ? undefined : placeOf(String(named.value));
		if (named !== undefined && place === undefined) places_unknown++;
		const placed = place === undefined ? dated : withPlace(dated, place, dossier);
		if (dated.date_start !== incident.date_start) moved_in_time++;
		if (placed.lat !== incident.lat || placed.lon !== incident.lon || placed.place !== incident.place) moved_in_space++;
		return [placed];
	});
	return {
		rule,
		dossier: { ...dossier, incidents },
		answers,
		not_occurred,
		moved_in_time,
		moved_in_space,
		places_unknown,
	};
}

function withDays(incident: Incident, answer: AggregatedAnswer | undefined): Incident {
	if (answer?.days == null) return incident;
	const { first, last, days } = answer.days;
	if (days > 1) return { ...incident, date_start: first, date_end: last, date_precision: days > 7 ? "month" : "week" };
	// The last day of a longer event stays; that of a vague date was the end of its span.
	const end = incident.date_precision === "day" ? incident.date_end : null;
	return { ...incident, date_start: first, date_end: end !== null && end >= first ? end : null, date_precision: "day" };
}

/** A place by its id, written with `_` or with `-`. */
function placeById({ places }: Dossier): (slug: string) => Place | undefined {
	const byId = new Map(places.map((place) => [place.place_id, place]));
	return (slug) => byId.get(slug) ?? byId.get(slug.replaceAll("_", "-"));
}

function withPlace(incident: Incident, place: Place, { crossings }: Dossier): Incident {
	if (place.name === incident.place && place.lat === incident.lat && place.lon === incident.lon) return incident;
	const precision = precisionOf(place.precision_km);
	const crossing = crossings.find(({ crossing_id }) => crossing_id === place.place_id);
	return {
		...incident,
		place: place.name,
		lat: place.lat,
		lon: place.lon,
		geo_precision: place.lat === null ? "province" : precision,
		crossing_id: crossing?.crossing_id ?? null,
		// The districts were those of the other place: the point says in which border segment it lies.
		af_district: null,
		ir_county: null,
	};
}

/** The coarsest place of each precision, in km, as the codebook has them. */
const precisionOf = (km: number | null): GeoPrecision =>
	km === null || km > 25 ? "province" : km > 5 ? "district" : km > 1 ? "locality" : "exact";
