import { addDays, daysBetween, isDay } from "../calendar/days.js";
import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier, Incident, Proposition, VerdictStatus } from "../records/records.js";
import { selectIncidents } from "../records/selection.js";

/** A time in which an official crossing was reported closed, with the range that is reported for its ends. */
export interface Closure {
	readonly crossing_id: string;
	/** The incident that reports it: a closure, a reopening without one, or another incident that closed the crossing. */
	readonly incident_id: string;
	/**
	 * Day it was closed: the verdict where there is one, otherwise the incident's own first day; `null` for a reopening
	 * of which nobody told when the closure began.
	 */
	readonly closed_on: string | null;
	readonly closed_earliest: string | null;
	readonly closed_latest: string | null;
	/** Day of reopening; `null` where no end is reported. */
	readonly reopened_on: string | null;
	readonly reopened_earliest: string | null;
	readonly reopened_latest: string | null;
	/** Days from closing to reopening, 0 where both fell on one day; `null` where either is not known. */
	readonly days: number | null;
	readonly days_low: number | null;
	readonly days_high: number | null;
	/** Verdict on whether it was closed at all; `null` where that was not asked. */
	readonly occurred: VerdictStatus | null;
}

/**
 * Closures of official crossings, by day. The ends are those of the incident, of the reopening that
 * falls into it, and of the questions `closed_on`, `reopened_on` and `closure_days`. A confirmed answer stands
 * alone; while it is not confirmed, every answer asserted widens the range. Closures that are refuted, or reported
 * for the whole border and no crossing, are excluded, as is whatever `selectIncidents` does not count.
 *
 * A closure without an end of its own ends with the next reopening of the crossing, if no other closure begins before
 * that. Any other reopening is a closure whose beginning is known only from how long it is told to have lasted.
 *
 * @example
 * crossingClosures(dossier)[0] // → { crossing_id: "north-gate", closed_on: "2022-03-05", reopened_on: "2022-03-07", days: 2 }
 */
export function crossingClosures(dossier: Dossier): Closure[] {
	const { incidents } = selectIncidents(dossier);
	const asked = groupBy(
		dossier.propositions.map((question, place) => ({ question, place })),
		({ question }) => question.incident_id,
	);
	const questions = (ids: readonly string[], key: string) =>
		[...new Set(ids)]
			.flatMap((id) => asked.get(id) ?? [])
			.filter(({ question }) => question.key === key)
			.sort((a, b) => a.place - b.place)
			.map(({ question }) => question);
	const claimsOn = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const reopenings = incidents.filter(({ kind }) => kind === "reopening");
	const closed = incidents.filter(
		({ incident_id, kind, crossing_id }) =>
			crossing_id !== null &&
			(kind === "closure" ||
				(kind !== "reopening" &&
					[...questions([incident_id], "other:crossing_closed"), ...questions([incident_id], "other:reopened_on")].some(
						({ verdict_status }) => verdict_status !== "refuted",
					))),
	);
	const endings = endingsOf(closed, reopenings);
	const ended = new Set([...endings.values()].map(({ incident_id }) => incident_id));
	const alone = reopenings.filter(({ incident_id, crossing_id }) => crossing_id !== null && !ended.has(incident_id));

	return [...closed, ...alone]
		.map((incident): Closure => {
			const reopening = incident.kind === "reopening" ? incident : endings.get(incident.incident_id);
			const ids = [incident.incident_id, ...(reopening ? [reopening.incident_id] : [])];
			const reported = (key: string) => answersOf(questions(ids, `other:${key}`), claimsOn);
			const lasted = reported("closure_days");
			const reported_days = isNumber(lasted.best) ? Number(lasted.best) : null;
			const end = endOf(incident, reopening, reported("reopened_on"));
			const start = startOf(incident, reported_days, reported("closed_on"));
			const days = end === null || start === null ? null : (reported_days ?? daysBetween(start.best, end.best));
			const possible =
				end === null || start === null || days === null
					? []
					: [
							days,
							daysBetween(start.latest, end.earliest),
							daysBetween(start.earliest, end.latest),
							...lasted.all.filter(isNumber).map(Number),
						];
			const [question] = [...questions([incident.incident_id], "other:crossing_closed"), ...questions(ids, "occurred")];
			return {
				crossing_id: incident.crossing_id as string,
				incident_id: incident.incident_id,
				closed_on: start?.best ?? null,
				closed_earliest: start?.earliest ?? null,
				closed_latest: start?.latest ?? null,
				reopened_on: end?.best ?? null,
				reopened_earliest: end?.earliest ?? null,
				reopened_latest: end?.latest ?? null,
				days,
				days_low: days === null ? null : Math.max(0, Math.min(...possible)),
				days_high: days === null ? null : Math.max(...possible),
				occurred: question?.verdict_status ?? null,
			};
		})
		.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

const dayOf = ({ closed_on, reopened_on }: Closure): string => closed_on ?? reopened_on ?? "";

/** The reopening that ends each closure, by the closure's id. */
function endingsOf(closed: readonly Incident[], reopenings: readonly Incident[]): ReadonlyMap<string, Incident> {
	const at = ({ crossing_id }: Incident) => crossing_id ?? "";
	const [reopeningsAt, closedAt] = [groupBy(reopenings, at), groupBy(closed, at)];
	const within = closed.flatMap((closure): [string, Incident][] => {
		const reopening = reopeningsAt
			.get(at(closure))
			?.find(
				({ date_start }) => date_start >= closure.date_start && date_start <= (closure.date_end ?? closure.date_start),
			);
		return reopening ? [[closure.incident_id, reopening]] : [];
	});
	const endings = new Map(within);
	const used = new Set(within.map(([, { incident_id }]) => incident_id));
	for (const reopening of [...reopenings].sort((a, b) => (a.date_start < b.date_start ? -1 : 1))) {
		if (used.has(reopening.incident_id)) continue;
		const latest = (closedAt.get(at(reopening)) ?? [])
			.filter((each) => each.date_start < reopening.date_start)
			.reduce<Incident | null>(
				(last, each) => (last === null || each.date_start >= last.date_start ? each : last),
				null,
			);
		if (latest !== null && !endings.has(latest.incident_id) && lastDayOf(latest) === null)
			endings.set(latest.incident_id, reopening);
	}
	return endings;
}

const isNumber = (answer: string | null): answer is string => answer !== null && /^\d+$/.test(answer);

/** The answer of the verdict, and every answer that is still possible. */
interface Answers {
	readonly best: string | null;
	readonly all: readonly string[];
}

function answersOf(questions: readonly Proposition[], claimsOn: ReadonlyMap<string, readonly Claim[]>): Answers {
	const values = questions.flatMap(({ proposition_id, verdict_status, verdict_value }) => {
		if (verdict_status === "confirmed" && verdict_value !== null) return [String(verdict_value)];
		return (claimsOn.get(proposition_id) ?? [])
			.filter(({ stance }) => stance !== "denies")
			.flatMap(({ value, value_min, value_max }) => [value, value_min, value_max])
			.filter((value) => value !== null)
			.map(String);
	});
	const [best] = questions.flatMap(({ verdict_value }) => (verdict_value === null ? [] : [String(verdict_value)]));
	return { best: best ?? null, all: values };
}

/** The earliest, best and latest day among the incident's own, the answers that are days and others that are possible. */
function spanOf(own: string, answers: Answers, possible: readonly string[] = []) {
	const chosen = firstDay(answers) ?? own;
	const days = [chosen, ...answers.all.filter(isDay), ...possible].sort();
	return { best: chosen, earliest: days[0] as string, latest: days.at(-1) as string };
}

/** The day on which a closure ended, by its own row; of other incidents, and of a day not known, it is not the end. */
const lastDayOf = ({ kind, date_start, date_end, date_precision }: Incident): string | null =>
	kind === "closure" && date_precision === "day" && date_end !== null && date_end > date_start ? date_end : null;

/** Days that an incident may have begun on beside its first: the last of a week or a month. */
const otherDays = ({ date_precision, date_end }: Incident): readonly string[] =>
	date_precision === "day" || date_end === null ? [] : [date_end];

/** A closure of more than a century is a mistake in the data: it dates no beginning. */
const longestDays = 36_525;

/** The beginning of a closure; a reopening alone dates it only by how long it had lasted, or by a question. */
function startOf(incident: Incident, days: number | null, answers: Answers) {
	const { kind, date_start } = incident;
	if (kind !== "reopening") return spanOf(date_start, answers, otherDays(incident));
	const own = firstDay(answers) ?? (days === null || days > longestDays ? null : addDays(date_start, -days));
	return own === null ? null : spanOf(own, answers);
}

const firstDay = ({ best }: Answers): string | null => (best !== null && isDay(best) ? best : null);

function endOf(incident: Incident, reopening: Incident | undefined, answers: Answers) {
	const own = reopening?.date_start ?? firstDay(answers) ?? lastDayOf(incident);
	return own === null ? null : spanOf(own, answers, reopening ? otherDays(reopening) : []);
}
