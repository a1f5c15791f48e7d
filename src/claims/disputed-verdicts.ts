import { groupBy } from "../records/group-by.js";
import type { Dossier, Proposition, VerdictReading } from "../records/records.js";
import { valueLabel } from "./answers.js";

/** A question on which two readers differ, with what each of them made of it. */
export interface DisputedVerdict {
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly text: string;
	/** What they differ in: the status, or the value only. */
	readonly differ_in: "status" | "value";
	/** Every reading of the question, in the order of the table. */
	readonly readings: readonly VerdictReading[];
	/** The readings as text: `reader-1: confirmed, yes; reader-2: contested`. */
	readonly label: string;
}

/**
 * Questions whose readers differ: in the status, or in the value where both name one. A blank value beside a value is
 * no difference, nor is another confidence. The verdict itself is not a reading. In the order of the questions; none
 * where `readings.csv` is empty.
 */
export function disputedVerdicts({
	propositions,
	readings,
}: Pick<Dossier, "propositions" | "readings">): DisputedVerdict[] {
	const byQuestion = groupBy(readings, ({ proposition_id }) => proposition_id);
	return propositions.flatMap(({ proposition_id, incident_id, text }: Proposition) => {
		const own = byQuestion.get(proposition_id) ?? [];
		const statuses = new Set(own.map(({ verdict_status }) => verdict_status));
		const values = new Set(own.flatMap(({ verdict_value }) => verdict_value ?? []));
		if (statuses.size < 2 && values.size < 2) return [];
		const differ_in = statuses.size > 1 ? ("status" as const) : ("value" as const);
		const label = own.map(readingLabel).join("; ");
		return [{ proposition_id, incident_id, text, differ_in, readings: own, label }];
	});
}

const readingLabel = ({ reader, verdict_status, verdict_value }: VerdictReading): string =>
	`${reader}: ${verdict_status}${verdict_value === null ? "" : `, ${valueLabel(verdict_value)}`}`;
