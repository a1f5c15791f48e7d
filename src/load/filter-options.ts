import { dayLabel } from "../calendar/day-label.js";
import { isDay } from "../calendar/days.js";
import { type IncidentStatus, incidentStatuses } from "../claims/incident-status.js";
import { type Side, sides } from "../claims/sides.js";
import { unknownWord } from "../records/nearest.js";
import {
	borderName,
	type Dossier,
	frontiersOf,
	type Incident,
	type IncidentKind,
	incidentKinds,
} from "../records/records.js";
import { wordFor } from "../statistics/number-text.js";
import { readAs } from "./alike.js";

/** One value or a list of values. */
type OneOrMore<Value> = Value | readonly Value[];

/** Which incidents to keep: those that fit every entry. Of a list, one value has to fit. */
export interface DossierFilter {
	/** Incident, by its id. */
	readonly incident_id?: OneOrMore<string>;
	/** Event type. */
	readonly kind?: OneOrMore<IncidentKind>;
	/** First day on which an incident may begin, YYYY-MM-DD; the observed period begins no earlier. */
	readonly from?: string;
	/** Last day on which an incident may begin, YYYY-MM-DD; the observed period ends no later. */
	readonly to?: string;
	/** Crossing at which it happened, by its id. */
	readonly crossing_id?: OneOrMore<string>;
	/** Province on either side of the border, in any letter case; what nobody sees does not count. */
	readonly province?: OneOrMore<string>;
	/** A source of that side made a claim on it; the claims of the others stay. */
	readonly side?: OneOrMore<Side>;
	/** Which border it is on, by its code. */
	readonly frontier?: OneOrMore<string>;
	/** It has claims of at least so many original sources. */
	readonly min_sources?: number;
	/** Verdict on whether it happened. */
	readonly status?: OneOrMore<IncidentStatus>;
	/** A condition of one's own. */
	readonly where?: (incident: Incident) => boolean;
}

/** A filter whose every value is known, each as a list. */
export interface CheckedFilter {
	readonly incident_id: readonly string[] | null;
	readonly kind: readonly string[] | null;
	readonly from: string | null;
	readonly to: string | null;
	readonly crossing_id: readonly string[] | null;
	readonly province: readonly string[] | null;
	readonly side: readonly string[] | null;
	readonly frontier: readonly string[] | null;
	readonly min_sources: number | null;
	readonly status: readonly string[] | null;
	readonly where: ((incident: Incident) => boolean) | null;
	/** What is asked, in words; empty where nothing is. */
	readonly text: string;
}

const options = [
	"incident_id",
	"kind",
	"from",
	"to",
	"crossing_id",
	"province",
	"side",
	"frontier",
	"min_sources",
	"status",
	"where",
] as const satisfies readonly (keyof DossierFilter)[];

const sideNames: Readonly<Record<Side, string>> = {
	iran_state: "Iranian state",
	taliban: "Taliban",
	afghan_republic: "Afghan Republic",
	third_party: "third parties",
};

/** Every province that a dossier names, on either side, in alphabetical order. */
export function provincesOf({ filter, incidents, crossings, stretches, places }: Dossier): readonly string[] {
	if (filter?.provinces) return filter.provinces;
	const rows = [...incidents, ...crossings, ...stretches];
	const named = [...rows.flatMap((row) => [row.af_province, row.ir_province]), ...places.flatMap((row) => row.admin1)];
	return [...new Set(named.flatMap((name) => name ?? []))].sort();
}

/**
 * Checks a filter against what a dossier has.
 *
 * @throws RangeError `unknown event type: armed_clsh (did you mean armed_clash?)`, `from is not a day: 2023-13-01 …`
 */
export function checkFilter(dossier: Dossier, filter: DossierFilter): CheckedFilter {
	for (const name of Object.keys(filter))
		if (!(options as readonly string[]).includes(name)) throw unknownWord("filter", name, options);
	const crossings = new Map(dossier.crossings.map(({ crossing_id, name }) => [crossing_id, name]));
	const incidents = dossier.incidents.map(({ incident_id }) => incident_id);
	const incident_id = known("incident", filter.incident_id, incidents);
	const kind = known("event type", filter.kind, incidentKinds);
	const from = dayOf("from", filter.from);
	const to = dayOf("to", filter.to);
	const crossing_id = known("crossing", filter.crossing_id, [...crossings.keys()]);
	const province = known("province", filter.province, provincesOf(dossier));
	const side = known("side", filter.side, sides);
	const frontier = known("border", filter.frontier, frontiersOf(dossier.region));
	const status = known("status", filter.status, incidentStatuses);
	const min_sources = filter.min_sources ?? null;
	const where = filter.where ?? null;
	checkPeriod(dossier, from, to);
	if (min_sources !== null && !(Number.isInteger(min_sources) && min_sources >= 1))
		throw new RangeError(`min_sources is not a whole number of at least 1: ${min_sources}`);
	if (where !== null && typeof where !== "function")
		throw new RangeError(`where is not a function of an incident: ${where}`);
	const words = (
		name: string,
		values: readonly string[] | null,
		label: (value: string) => string = (value) => value,
	) => (values === null ? [] : [`${name}${values.map(label).join(" or ")}`]);
	const text = [
		...words("incident ", incident_id),
		...words("event type ", kind, (value) => value.replaceAll("_", " ")),
		...(from === null ? [] : [`from ${dayLabel(from)}`]),
		...(to === null ? [] : [`to ${dayLabel(to)}`]),
		...words("crossing ", crossing_id, (id) => crossings.get(id) ?? id),
		...words("province ", province),
		...words("claims by ", side, (value) => sideNames[value as Side]),
		...words("", frontier, (value) => borderName(dossier.region, value)),
		...(min_sources === null ? [] : [`at least ${min_sources} original source${wordFor(min_sources, "", "s")}`]),
		...words("verification status ", status, (value) => value.replaceAll("_", " ")),
		...(where === null ? [] : ["a condition of the reader's own"]),
	].join("; ");
	return { incident_id, kind, from, to, crossing_id, province, side, frontier, min_sources, status, where, text };
}

/** The values that were asked for, as they are spelt where they are known. */
function known(
	what: string,
	asked: OneOrMore<string> | undefined,
	values: readonly string[],
): readonly string[] | null {
	if (asked === undefined) return null;
	const list = [asked].flat();
	if (list.length === 0) throw new RangeError(`no ${what} in the list: without this entry all are kept`);
	return list.map((each) => {
		const found =
			values.find((value) => value === each) ??
			(what === "province" ? values.find((value) => readAs(value) === readAs(String(each))) : undefined);
		if (found === undefined) throw unknownWord(what, String(each), values);
		return found;
	});
}

function dayOf(name: "from" | "to", day: string | undefined): string | null {
	if (day !== undefined && !isDay(String(day)))
		throw new RangeError(`${name} is not a day: ${day} (write it as 2023-01-31)`);
	return day ?? null;
}

function checkPeriod({ observation }: Dossier, from: string | null, to: string | null): void {
	const { observed_from, observed_to } = observation;
	if (from !== null && to !== null && from > to) throw new RangeError(`from is after to: ${from}, ${to}`);
	const period = `(the dossier is observed from ${observed_from} to ${observed_to})`;
	if (from !== null && from > observed_to) throw new RangeError(`from is after the observed period: ${from} ${period}`);
	if (to !== null && to < observed_from) throw new RangeError(`to is before the observed period: ${to} ${period}`);
}
