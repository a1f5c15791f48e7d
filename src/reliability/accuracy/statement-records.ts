import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { statementsInOrder } from "../../claims/statements.js";
import type { Dossier } from "../../records/records.js";
import { middleOf } from "../../statistics/middle.js";
import { type AccuracyRow, accuracyBy } from "./accuracy.js";
import { corrections } from "./corrections.js";
import { type JudgeOptions, judgeClaims } from "./outcomes.js";

/** First word, last word and corrections of a side: three records, none of which stands for the others. */
export interface StatementRecord {
	readonly side: Side;
	/** Judged by the first word of each source on each question. */
	readonly first: AccuracyRow;
	/** Judged by the last. */
	readonly last: AccuracyRow;
	/** Sources × questions with two words or more. */
	readonly heard_again: number;
	/** Of these, those that changed their word; `null` where nobody was heard again. */
	readonly changed: number;
	readonly changed_share: number | null;
	/** Middle delay of the dated changes; `null` where there is none. */
	readonly median_delay_days: number | null;
	readonly towards: number;
	readonly away: number;
}

/**
 * The three records of each side. A source that corrects itself is better than one that stays silent: judging
 * by last words alone hides that it was wrong, by first words alone that it said so.
 */
export function statementRecords(dossier: Dossier, options: Omit<JudgeOptions, "word"> = {}): StatementRecord[] {
	const sources = sourcesById(dossier);
	const sideOfSource = (id: string) => sideOf(sources.get(id)?.alignment ?? "unknown");
	const [first, last] = (["first", "last"] as const).map((word) =>
		accuracyBy(judgeClaims(dossier, { ...options, statement: word }), "side"),
	) as [AccuracyRow[], AccuracyRow[]];
	const { rows } = corrections(dossier);
	const again = statementsInOrder(dossier.claims).filter(
		(words) => words.length > 1 && sources.get(words[0]?.source_id ?? "")?.collective === false,
	);
	return first.map((record) => {
		const own = rows.filter(({ side }) => side === record.group);
		const heard = again.filter((words) => sideOfSource(words[0]?.source_id ?? "") === record.group).length;
		const changed = new Set(own.map(({ source_id, proposition_id }) => `${source_id} ${proposition_id}`)).size;
		const delays = own.flatMap(({ delay_days }) => delay_days ?? []);
		return {
			side: record.group as Side,
			first: record,
			last: last.find(({ group }) => group === record.group) as AccuracyRow,
			heard_again: heard,
			changed,
			changed_share: heard === 0 ? null : changed / heard,
			median_delay_days: delays.length === 0 ? null : middleOf(delays),
			towards: own.filter(({ direction }) => direction === "towards").length,
			away: own.filter(({ direction }) => direction === "away").length,
		};
	});
}
