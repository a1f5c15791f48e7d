import { type Side, sideOfSource, sourcesById } from "../../claims/sides.js";
import { statementsInOrder } from "../../claims/statements.js";
import type { Dossier } from "../../records/records.js";
import { middleOf } from "../../statistics/middle.js";
import { type AccuracyRow, accuracyBy } from "./accuracy.js";
import { corrections } from "./corrections.js";
import { type JudgeOptions, judgeClaims, statementChoices } from "./outcomes.js";

/** First statements, latest statements and corrections of a side: three numbers, none of which replaces the others. */
export interface StatementRecord {
	readonly side: Side;
	/** Accuracy of the first statement of each source on each question. */
	readonly first: AccuracyRow;
	/** Accuracy of the latest. */
	readonly last: AccuracyRow;
	/** Pairs of a source and a question with two statements or more. */
	readonly restated: number;
	/** Of these, those whose statement changed. */
	readonly changed: number;
	/** `changed` of `restated`, 0 to 1; `null` where `restated` is 0. */
	readonly changed_share: number | null;
	/** Median delay of the dated changes; `null` where there is none. */
	readonly median_delay_days: number | null;
	readonly towards: number;
	readonly away: number;
}

/**
 * First statements, latest statements and corrections of each side. A source that corrects itself is better than one
 * that stays silent: latest statements alone hide that it was wrong, first statements alone that it said so.
 *
 * @example
 * statementRecords(dossier)[0] // → { first: { supported: 2, n: 4 }, last: { supported: 3, n: 4 }, changed: 1, median_delay_days: 10 }
 */
export function statementRecords(dossier: Dossier, options: Omit<JudgeOptions, "statement"> = {}): StatementRecord[] {
	const sources = sourcesById(dossier);
	const [first, last] = statementChoices.map((statement) =>
		accuracyBy(judgeClaims(dossier, { ...options, statement }), "side"),
	) as [AccuracyRow[], AccuracyRow[]];
	const { rows } = corrections(dossier);
	const again = statementsInOrder(dossier.claims).filter(
		(own) => own.length > 1 && sources.get(own[0]?.source_id ?? "")?.collective === false,
	);
	return first.map((record) => {
		const own = rows.filter(({ side }) => side === record.group);
		const restated = again.filter(
			(statements) => sideOfSource(sources, statements[0]?.source_id ?? "") === record.group,
		).length;
		const changed = new Set(own.map(({ source_id, proposition_id }) => `${source_id} ${proposition_id}`)).size;
		const delays = own.flatMap(({ delay_days }) => delay_days ?? []);
		return {
			side: record.group as Side,
			first: record,
			last: last.find(({ group }) => group === record.group) as AccuracyRow,
			restated,
			changed,
			changed_share: restated === 0 ? null : changed / restated,
			median_delay_days: delays.length === 0 ? null : middleOf(delays),
			towards: own.filter(({ direction }) => direction === "towards").length,
			away: own.filter(({ direction }) => direction === "away").length,
		};
	});
}
