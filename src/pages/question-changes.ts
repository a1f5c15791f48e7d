import { dayLabel } from "../charts/parts/labels.js";
import { sideLabels } from "../charts/reliability/labels.js";
import type { Dossier } from "../records/records.js";
import { corrections } from "../reliability/accuracy/corrections.js";
import { questionsAsOf, statementsOfSides } from "../reliability/questions/questions-as-of.js";

/**
 * What changed from day to day on each question of an incident, in sentences: the answer that most original sources
 * give, sources that changed their answer, and sides whose answer changed. By the question's id; none where nothing did.
 */
export function questionChanges(dossier: Dossier, incident_id: string): ReadonlyMap<string, readonly string[]> {
	const dated: (readonly [question: string, day: string, sentence: string])[] = [
		...leadChanges(dossier, incident_id),
		...corrections(dossier).rows.map(
			({ proposition_id, source, from, to, from_on, to_on, declared }) =>
				[
					proposition_id,
					to_on ?? "9999",
					`${on(to_on)}, ${source} ${declared ? "corrected" : "changed"} its answer from ${from}${from_on === null ? "" : ` (${dayLabel(from_on)})`} to ${to}.`,
				] as const,
		),
		...statementsOfSides(dossier, incident_id)
			.filter(({ changed }) => changed)
			.map(
				({ proposition_id, side, first_on, first_answer, last_on, last_answer }) =>
					[
						proposition_id,
						last_on,
						`${sideLabels[side]}, first and latest answer: ${first_answer} (${dayLabel(first_on)}), ${last_answer} (${dayLabel(last_on)}).`,
					] as const,
			),
	];
	const ids = [...new Set(dated.map(([question]) => question))];
	return new Map(
		ids.map((id) => {
			const own = dated.filter(([question]) => question === id).sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
			return [id, own.map(([, , sentence]) => sentence)];
		}),
	);
}

const on = (day: string | null): string => (day === null ? "On a day not known" : `On ${dayLabel(day)}`);

/** Days on which the leading answer became another, after the first day with one. */
function leadChanges(dossier: Dossier, incident_id: string): (readonly [string, string, string])[] {
	const days = [...new Set(dossier.claims.flatMap(({ published_on }) => published_on ?? []))].sort();
	const leading = new Map<string, string | null>();
	return days.flatMap((day) =>
		questionsAsOf(dossier, incident_id, day).flatMap(
			({ proposition_id, leading_answer, sources_for, original_sources }) => {
				if (original_sources === 0) return [];
				const before = leading.get(proposition_id);
				leading.set(proposition_id, leading_answer);
				if (before === undefined || before === leading_answer) return [];
				const now =
					leading_answer === null
						? "no answer led any more"
						: `the leading answer became ${leading_answer} (${sources_for} of ${original_sources} original sources)`;
				return [[proposition_id, day, `On ${dayLabel(day)}, ${now}; before it was ${before ?? "a tie"}.`] as const];
			},
		),
	);
}
