import { addDays, dayNumber, fromDayNumber } from "../../src/calendar/days.js";
import { type Dossier, filterDossier } from "../../src/index.js";
import { ownDossier } from "./own-figures.js";

// Dossiers of sizes that the kit's own does not have, made from it without chance.

const day = <Value extends string | null>(value: Value, change: (day: string) => string): Value =>
	(value === null ? null : change(value)) as Value;

function withDays(dossier: Dossier, change: (day: string) => string): Dossier {
	const { observed_from, observed_to, note } = dossier.observation;
	return {
		...dossier,
		incidents: dossier.incidents.map((row) => ({
			...row,
			date_start: change(row.date_start),
			date_end: day(row.date_end, change),
		})),
		propositions: dossier.propositions.map((row) => ({
			...row,
			verdict_decided_on: day(row.verdict_decided_on, change),
		})),
		claims: dossier.claims.map((row) => ({ ...row, published_on: day(row.published_on, change) })),
		observation: { observed_from: change(observed_from), observed_to: change(observed_to), note },
	};
}

/** The five years of the kit's data drawn out to forty, July 1981 to June 2021: every row stays. */
export function fortyYears(): Dossier {
	const dossier = ownDossier;
	const first = dayNumber(dossier.observation.observed_from);
	const from = dayNumber("1981-07-01");
	return withDays(dossier, (date) => fromDayNumber(from + (dayNumber(date) - first) * 8));
}

/** So many incidents more, copies of the kit's own a day or more later, with one question and two claims each. */
export function manyIncidents(count: number): Dossier {
	const dossier = ownDossier;
	const { observed_from, observed_to } = dossier.observation;
	const length = dayNumber(observed_to) - dayNumber(observed_from) + 1;
	const moved = (date: string, by: number) =>
		addDays(observed_from, (((dayNumber(date) - dayNumber(observed_from) + by) % length) + length) % length);
	const copies = Array.from({ length: count }, (_, index) => {
		const own = dossier.incidents[index % dossier.incidents.length] as Dossier["incidents"][number];
		const date_start = moved(own.date_start, 1 + 37 * Math.floor(index / dossier.incidents.length));
		const date_end = own.date_precision === "day" ? date_start : observed_to;
		return { ...own, incident_id: `copy-${index}`, date_start, date_end: own.date_end === null ? null : date_end };
	});
	const question = dossier.propositions.find((row) => row.key === "occurred") as Dossier["propositions"][number];
	const claim = dossier.claims.find(
		(row) => row.proposition_id === question.proposition_id,
	) as Dossier["claims"][number];
	const idOf = (incident: string) => `${incident}.${question.key}`;
	return {
		...dossier,
		incidents: [...dossier.incidents, ...copies],
		propositions: [
			...dossier.propositions,
			...copies.map(({ incident_id }) => ({
				...question,
				proposition_id: idOf(incident_id),
				incident_id,
				verdict_status: "unresolved" as const,
				verdict_confidence: null,
				verdict_basis: null,
				verdict_decided_on: null,
			})),
		],
		claims: [
			...dossier.claims,
			...copies.flatMap(({ incident_id, date_start }) =>
				["irna", "tolonews"].map((source_id) => ({
					...claim,
					claim_id: `${incident_id}.${source_id}`,
					proposition_id: idOf(incident_id),
					source_id,
					published_on: date_start,
				})),
			),
		],
	};
}

/** All incidents of the kit and so many more that are known to one province, or to the border only. */
export function manyInOneProvince(count: number, af_province: string | null = "Nimroz"): Dossier {
	const dossier = ownDossier;
	const own = dossier.incidents.find((row) => row.geo_precision === "province") as Dossier["incidents"][number];
	const more = Array.from({ length: count }, (_, index) => ({
		...own,
		incident_id: `coarse-${index}`,
		date_start: addDays(dossier.observation.observed_from, index % 1800),
		date_end: null,
		date_precision: "day" as const,
		place: null,
		af_province,
		af_district: null,
		ir_province: null,
		ir_county: null,
		lat: null,
		lon: null,
		geo_precision: af_province === null ? ("border" as const) : ("province" as const),
	}));
	return { ...dossier, incidents: [...dossier.incidents, ...more] };
}

/** So many official crossings more, spread along the border, each captured, closed and opened again. */
export function manyCrossings(count: number): Dossier {
	const dossier = ownDossier;
	const own = dossier.crossings[0] as Dossier["crossings"][number];
	const incident = dossier.incidents.find((row) => row.crossing_id !== null) as Dossier["incidents"][number];
	const more = Array.from({ length: count }, (_, index) => {
		const [lon, lat] = dossier.border[Math.floor((index * dossier.border.length) / count)] as readonly [number, number];
		return { ...own, crossing_id: `crossing-${index}`, name: `Upper Post ${index}–Lower Post ${index}`, lat, lon };
	});
	const kinds = ["crossing_captured", "closure", "reopening"] as const;
	const incidents = more.flatMap(({ crossing_id, lat, lon }, index) =>
		kinds.map((kind, step) => ({
			...incident,
			incident_id: `${crossing_id}.${kind}`,
			kind,
			crossing_id,
			lat,
			lon,
			date_start: addDays(dossier.observation.observed_from, ((index * 31) % 1700) + 20 * step),
			date_end: null,
			date_precision: "day" as const,
		})),
	);
	return {
		...dossier,
		crossings: [...dossier.crossings, ...more],
		incidents: [...dossier.incidents, ...incidents],
	};
}

/** The days around the busiest one of the kit's data, so many. */
export function fewDays(count: number): Dossier {
	const dossier = ownDossier;
	const perDay = new Map<string, number>();
	for (const { date_start, date_precision } of dossier.incidents)
		if (date_precision === "day") perDay.set(date_start, (perDay.get(date_start) ?? 0) + 1);
	const [busiest = ""] = [...perDay].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? [];
	return filterDossier(dossier, { from: busiest, to: addDays(busiest, count - 1) });
}

/**
 * So many incidents over forty years, July 1986 to June 2026: whole copies of the kit's data with every question, claim
 * and verdict, each copy moved in time and its points moved by up to half a kilometre.
 */
export function decadesOf(count: number): Dossier {
	const dossier = ownDossier;
	const { observed_from, observed_to, note } = dossier.observation;
	const copies = Math.ceil(count / dossier.incidents.length);
	const first = dayNumber("1986-07-01");
	const last = dayNumber("2026-06-30");
	const room = last - first - (dayNumber(observed_to) - dayNumber(observed_from));
	const all = Array.from({ length: copies }, (_, copy) => {
		const by = first - dayNumber(observed_from) + Math.round((room * copy) / Math.max(1, copies - 1));
		const moved = withDays(dossier, (date) => addDays(date, by));
		const id = (own: string) => `${own}-${copy}`;
		const near = (degrees: number | null, row: number) =>
			degrees === null ? null : degrees + (((row * 7919 + copy * 104729) % 1000) - 500) / 100_000;
		return {
			incidents: moved.incidents.map((row, index) => ({
				...row,
				incident_id: id(row.incident_id),
				lat: near(row.lat, index),
				lon: near(row.lon, index + 3),
			})),
			propositions: moved.propositions.map((row) => ({
				...row,
				proposition_id: id(row.proposition_id),
				incident_id: id(row.incident_id),
			})),
			claims: moved.claims.map((row) => ({
				...row,
				claim_id: id(row.claim_id),
				proposition_id: id(row.proposition_id),
			})),
			verdict_basis: moved.verdict_basis.map((row) => ({
				proposition_id: id(row.proposition_id),
				claim_id: id(row.claim_id),
			})),
			interests: moved.interests.map((row) => ({ ...row, proposition_id: id(row.proposition_id) })),
			readings: moved.readings.map((row) => ({ ...row, proposition_id: id(row.proposition_id) })),
		};
	});
	return {
		...dossier,
		incidents: all.flatMap(({ incidents }) => incidents),
		propositions: all.flatMap(({ propositions }) => propositions),
		claims: all.flatMap(({ claims }) => claims),
		verdict_basis: all.flatMap(({ verdict_basis }) => verdict_basis),
		interests: all.flatMap(({ interests }) => interests),
		readings: all.flatMap(({ readings }) => readings),
		observation: { observed_from: fromDayNumber(first), observed_to: fromDayNumber(last), note },
	};
}

/** The kit's data with every number of people a billion, every claim a repeat, or every verdict contested. */
export function extreme(what: "a billion" | "all repeats" | "all contested"): Dossier {
	const dossier = ownDossier;
	const counts = new Set(
		dossier.propositions.filter(({ type }) => type === "count").map(({ proposition_id }) => proposition_id),
	);
	const billion = (value: unknown) => (typeof value === "number" ? 1e9 : value);
	if (what === "a billion")
		return {
			...dossier,
			propositions: dossier.propositions.map((row) => ({
				...row,
				verdict_value: billion(row.verdict_value) as typeof row.verdict_value,
			})),
			claims: dossier.claims.map((row) =>
				counts.has(row.proposition_id)
					? {
							...row,
							value: billion(row.value) as typeof row.value,
							value_min: billion(row.value_min) as typeof row.value_min,
							value_max: billion(row.value_max) as typeof row.value_max,
						}
					: row,
			),
		};
	if (what === "all repeats")
		return { ...dossier, claims: dossier.claims.map((row) => ({ ...row, stance: "repeats" as const })) };
	return {
		...dossier,
		propositions: dossier.propositions.map((row) => ({ ...row, verdict_status: "contested" as const })),
	};
}
