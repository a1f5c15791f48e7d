import { addDays, daysBetween, isDay } from "../calendar/days.js";
import type { Claim, Dossier, Incident, Proposition, VerdictStatus } from "../records/records.js";
import { selectIncidents } from "../records/selection.js";

/** A time in which an official crossing was reported closed, with the range that is reported for its ends. */
export interface Closure {
	readonly crossing_id: string;
	/** The incident that reports it: a closure, a reopening without one, or another incident that closed the crossing. */
	readonly incident_id: string;
	/** Day it was closed: the verdict where there is one, otherwise the incident's own first day. */
	readonly closed_on: string;
	readonly closed_earliest: string;
	readonly closed_latest: string;
	/** Day of reopening; `null` where no end is reported. */
	readonly reopened_on: string | null;
	readonly reopened_earliest: string | null;
	readonly reopened_latest: string | null;
	/** Days from closing to reopening, 0 where both fell on one day; `null` where no end is reported. */
	readonly days: number | null;
	readonly days_low: number | null;
	readonly days_high: number | null;
	/** Verdict on whether it was closed at all; `null` where that was not asked. */
	readonly occurred: VerdictStatus | null;
}

/**
 * Closures of official crossings, by crossing and day. The ends are those of the incident, of the reopening that
 * falls into it, and of the questions `closed_on`, `reopened_on` and `closure_days`. A confirmed answer stands
 * alone; while it is not confirmed, every answer asserted widens the range. Closures that are refuted, or reported
 * for the whole border and no crossing, are excluded, as is whatever `selectIncidents` does not count.
 *
 * @example
 * crossingClosures(dossier)[0].crossing_id // → "north-gate"
 */
export function crossingClosures(dossier: Dossier): Closure[] {
	const { incidents } = selectIncidents(dossier);
	const questions = (ids: readonly string[], key: string) =>
		dossier.propositions.filter((each) => ids.includes(each.incident_id) && each.key === key);
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
	const ending = (closure: Incident) =>
		reopenings.find(
			({ crossing_id, date_start }) =>
				crossing_id === closure.crossing_id &&
				date_start >= closure.date_start &&
				date_start <= (closure.date_end ?? closure.date_start),
		);
	const ended = new Set(closed.map((closure) => ending(closure)?.incident_id));
	const alone = reopenings.filter(({ incident_id, crossing_id }) => crossing_id !== null && !ended.has(incident_id));

	return [...closed, ...alone]
		.map((incident): Closure => {
			const reopening = incident.kind === "reopening" ? incident : ending(incident);
			const ids = [incident.incident_id, ...(reopening ? [reopening.incident_id] : [])];
			const reported = (key: string) => answersOf(questions(ids, `other:${key}`), dossier.claims);
			const lasted = reported("closure_days");
			const reported_days = lasted.best === null ? null : Number(lasted.best);
			const end = endOf(incident, reopening, reported("reopened_on"));
			// A reopening without a closure dates the beginning only by how long it had lasted.
			const began =
				incident.kind === "reopening" ? addDays(incident.date_start, -(reported_days ?? 0)) : incident.date_start;
			const start = spanOf(began, reported("closed_on"));
			const days = end === null ? null : (reported_days ?? daysBetween(start.best, end.best));
			const possible = [
				...(end === null ? [] : [daysBetween(start.latest, end.earliest), daysBetween(start.earliest, end.latest)]),
				...lasted.all.map(Number),
				...(days === null ? [] : [days]),
			];
			const [question] = [...questions([incident.incident_id], "other:crossing_closed"), ...questions(ids, "occurred")];
			return {
				crossing_id: incident.crossing_id as string,
				incident_id: incident.incident_id,
				closed_on: start.best,
				closed_earliest: start.earliest,
				closed_latest: start.latest,
				reopened_on: end?.best ?? null,
				reopened_earliest: end?.earliest ?? null,
				reopened_latest: end?.latest ?? null,
				days,
				days_low: days === null ? null : Math.max(0, Math.min(...possible)),
				days_high: days === null ? null : Math.max(...possible),
				occurred: question?.verdict_status ?? null,
			};
		})
		.sort((a, b) => (a.closed_on < b.closed_on ? -1 : a.closed_on > b.closed_on ? 1 : 0));
}

/** The answer of the verdict, and every answer that is still possible. */
interface Answers {
	readonly best: string | null;
	readonly all: readonly string[];
}

function answersOf(questions: readonly Proposition[], claims: readonly Claim[]): Answers {
	const values = questions.flatMap(({ proposition_id, verdict_status, verdict_value }) => {
		if (verdict_status === "confirmed" && verdict_value !== null) return [String(verdict_value)];
		return claims
			.filter((claim) => claim.proposition_id === proposition_id && claim.stance !== "denies")
			.flatMap(({ value, value_min, value_max }) => [value, value_min, value_max])
			.filter((value) => value !== null)
			.map(String);
	});
	const [best] = questions.flatMap(({ verdict_value }) => (verdict_value === null ? [] : [String(verdict_value)]));
	return { best: best ?? null, all: values };
}

/** The earliest, best and latest day among the incident's own and the answers that are days. */
function spanOf(own: string, { best, all }: Answers) {
	const chosen = best !== null && isDay(best) ? best : own;
	const days = [chosen, ...all.filter(isDay)].sort();
	return { best: chosen, earliest: days[0] as string, latest: days.at(-1) as string };
}

function endOf(incident: Incident, reopening: Incident | undefined, answers: Answers) {
	const { date_start, date_end } = incident;
	const lasted = date_end !== null && date_end > date_start ? date_end : null;
	const own = reopening?.date_start ?? (answers.best !== null && isDay(answers.best) ? answers.best : lasted);
	return own === null ? null : spanOf(own, answers);
}
