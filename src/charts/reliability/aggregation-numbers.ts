import { compareHalves } from "../../frequency/comparison.js";
import { countIncidents } from "../../frequency/counts.js";
import { countWithin } from "../../location/crossings.js";
import { locateIncidents, pointOf } from "../../location/incidents.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier, Incident } from "../../records/records.js";
import { selectIncidents } from "../../records/selection.js";
import { type AggregatedDossier, aggregateDossier } from "../../reliability/reports/aggregated-dossier.js";
import {
	type AggregationOptions,
	type AggregationRule,
	aggregationRules,
} from "../../reliability/reports/aggregation.js";
import { resampling } from "../../reliability/resampling.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { garwood } from "../../statistics/poisson.js";
import { chartRandom } from "../../statistics/random.js";
import { wilson } from "../../statistics/share-interval.js";

/** The rule that the others are compared with: the field's default. */
export const baseRule: AggregationRule = "most_frequent";

/** How near a crossing counts as near, as in the summary of the location. */
const nearKm = 10;

/** One number of frequency, casualties or location. */
export interface RuleNumber {
	readonly id: string;
	/** As the chart's row is labelled. */
	readonly label: string;
	/** In a sentence, without the number: `people reported killed`. */
	readonly noun: string;
	readonly subject: "frequency" | "casualties" | "location";
	readonly digits: 0 | 2;
	readonly is_share: boolean;
	readonly value: number;
	/** 95% limits; `null` where there is none. */
	readonly low: number | null;
	readonly high: number | null;
	/** Incidents or questions that the number is taken from. */
	readonly n: number;
}

/** One number under every rule. */
export interface NumberByRule extends Omit<RuleNumber, "value" | "n"> {
	/** In the order of `aggregationRules`; `null` where a rule leaves nothing to take it from. */
	readonly values: readonly { readonly rule: AggregationRule; readonly value: number | null; readonly n: number }[];
	/** Under the base rule, above 0. */
	readonly base: number;
	/** Lowest and highest value of any rule. */
	readonly least: number;
	readonly most: number;
}

/** Everything that the chart shows. */
export interface AggregationNumbers {
	readonly rows: readonly NumberByRule[];
	/** Rows whose base is 0, so that nothing can be compared with it. */
	readonly zero: readonly string[];
	readonly rules: readonly AggregatedDossier[];
	/** Incidents counted and excluded under the base rule, those that did not occur by it among neither. */
	readonly counts: ReturnType<typeof selectIncidents>;
	/** Questions with an answer, and those whose answers differ. */
	readonly questions: number;
	readonly differing: number;
}

/** Takes every number under each rule. */
export function aggregationNumbers(dossier: Dossier, options: AggregationOptions): AggregationNumbers {
	const rules = aggregationRules.map((rule) => aggregateDossier(dossier, rule, options));
	const base = rules.find(({ rule }) => rule === baseRule) as AggregatedDossier;
	const counts = selectIncidents(base.dossier);
	const year = mostOften(counts.incidents.map(({ date_start }) => date_start.slice(0, 4)));
	const place = mostOften(counts.incidents.flatMap(({ place }) => place ?? []));
	const found = rules.map((each) => numbersOf(each, { year, place }, each === base));
	const baseNumbers = found[rules.indexOf(base)] ?? [];
	const rows = baseNumbers.map((number): NumberByRule => {
		const values = rules.map(({ rule }, index) => {
			const own = found[index]?.find(({ id }) => id === number.id);
			return { rule, value: own?.value ?? null, n: own?.n ?? 0 };
		});
		const known = values.flatMap(({ value }) => value ?? []);
		return { ...number, values, base: number.value, least: Math.min(...known), most: Math.max(...known) };
	});
	return {
		rows: rows.filter((row) => row.base > 0),
		zero: rows.filter((row) => row.base === 0).map(({ noun }) => noun),
		rules,
		counts,
		questions: base.answers.length,
		differing: base.answers.filter(({ different }) => different > 1).length,
	};
}

/** What occurs most often; of equals the first by alphabet. */
function mostOften(values: readonly string[]): string | null {
	const counts = [...groupBy(values, (value) => value)].map(([value, own]) => ({ value, n: own.length }));
	counts.sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
	return counts[0]?.value ?? null;
}

function numbersOf(
	{ dossier, answers }: AggregatedDossier,
	{ year, place }: { readonly year: string | null; readonly place: string | null },
	withLimits: boolean,
): RuleNumber[] {
	const { incidents } = selectIncidents(dossier);
	const n = incidents.length;
	const count = (
		id: string,
		label: string,
		noun: string,
		subject: RuleNumber["subject"],
		own: (incident: Incident) => boolean,
	): RuleNumber => {
		const value = incidents.filter(own).length;
		return { id, label, noun, subject, digits: 0, is_share: false, value, ...garwood(value), n };
	};
	const months = n === 0 ? [] : countIncidents(dossier, { by: "month" }).rows;
	const active = months.filter((month) => month.count > 0).length;
	const halves = compareHalves(dossier);
	return [
		count("incidents", "Incidents", "incidents", "frequency", () => true),
		{
			id: "months_with_incident",
			label: "Months with an incident",
			noun: "months with an incident",
			subject: "frequency",
			digits: 0,
			is_share: false,
			value: active,
			...(months.length === 0
				? { low: null, high: null }
				: scaled(wilson(active, months.length, intervalLevel), months.length)),
			n: months.length,
		},
		...(year === null
			? []
			: [
					count(`incidents_${year}`, `Incidents in ${year}`, `incidents in ${year}`, "frequency", ({ date_start }) =>
						date_start.startsWith(year),
					),
				]),
		...(halves === null || halves.ratio === null
			? []
			: [
					{
						id: "rate_ratio",
						label: "Later to earlier rate",
						noun: "ratio of the later to the earlier rate",
						subject: "frequency" as const,
						digits: 2 as const,
						is_share: false,
						value: halves.ratio,
						low: halves.low_overdispersed,
						high: halves.high_overdispersed,
						n,
					},
				]),
		...casualties("killed", answers, incidents, withLimits),
		...casualties("wounded", answers, incidents, withLimits),
		count(
			"placed",
			"Incidents with a position",
			"incidents with a position",
			"location",
			(incident) => pointOf(incident) !== null,
		),
		...(place === null
			? []
			: [
					count(
						"most_frequent_place",
						`Incidents at ${place.length > 22 ? `${place.slice(0, 21)}…` : place}`,
						"incidents at the most frequent place",
						"location",
						(incident) => incident.place === place,
					),
				]),
		...nearCrossing(dossier),
	];
}

const scaled = ({ low, high }: { readonly low: number; readonly high: number }, by: number) => ({
	low: low * by,
	high: high * by,
});

/** People killed or wounded, added up over the questions of the incidents counted. */
function casualties(
	what: "killed" | "wounded",
	answers: AggregatedDossier["answers"],
	incidents: readonly Incident[],
	withLimits: boolean,
): RuleNumber[] {
	const counted = new Set(incidents.map(({ incident_id }) => incident_id));
	const own = answers.filter(
		({ key, incident_id, value }) =>
			key.startsWith(`${what}_`) && counted.has(incident_id) && typeof value === "number",
	);
	if (own.length === 0) return [];
	const sumOf = (rows: readonly { readonly value: unknown }[]) =>
		rows.reduce((sum, { value }) => sum + Number(value), 0);
	const clusters = [...groupBy(own, ({ incident_id }) => incident_id).values()].map((rows) => ({ value: sumOf(rows) }));
	const limits =
		withLimits && clusters.length >= resampling.minimumIncidents
			? clusterBootstrap(clusters, sumOf, { random: chartRandom() })(intervalLevel)
			: { low: null, high: null };
	return [
		{
			id: what,
			label: `People reported ${what}`,
			noun: `people reported ${what}`,
			subject: "casualties",
			digits: 0,
			is_share: false,
			value: sumOf(own),
			...limits,
			n: own.length,
		},
	];
}

function nearCrossing(dossier: Dossier): RuleNumber[] {
	if (dossier.border.length < 2 || dossier.crossings.length === 0) return [];
	const [row] = countWithin(locateIncidents(dossier).incidents, dossier, [nearKm]);
	if (row === undefined || row.n === 0) return [];
	return [
		{
			id: "near_crossing",
			label: `Share within ${nearKm} km of a crossing`,
			noun: "share near a crossing",
			subject: "location",
			digits: 2,
			is_share: true,
			value: row.as_placed / row.n,
			...wilson(row.as_placed, row.n, intervalLevel),
			n: row.n,
		},
	];
}
