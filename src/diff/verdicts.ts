import type { WrittenFolder } from "../load/text-tables.js";

/**
 * What became of a verdict: another answer is held true; it was not resolved and now is; it was and no longer is; its status
 * or its best supported answer differs otherwise.
 */
export type VerdictMove = "flipped" | "resolved" | "reopened" | "other";

/** A question of both versions whose verdict differs. */
export interface VerdictChange {
	readonly proposition_id: string;
	readonly text: string;
	readonly move: VerdictMove;
	/** Status and answer, such as `confirmed: true`. */
	readonly before: string;
	readonly after: string;
}

const order: readonly VerdictMove[] = ["flipped", "resolved", "reopened", "other"];

/**
 * Questions of both versions whose verdict has another status or another answer: those that flipped first, then those
 * resolved, those reopened and the others, each in the order of the new table.
 */
export function changedVerdicts(before: WrittenFolder, after: WrittenFolder): VerdictChange[] {
	const earlier = new Map((before.tables.propositions?.rows ?? []).map((row) => [row.proposition_id ?? "", row]));
	const changes = (after.tables.propositions?.rows ?? []).flatMap((row): VerdictChange[] => {
		const { proposition_id = "", text = "" } = row;
		const old = earlier.get(proposition_id);
		if (old === undefined || verdictText(old) === verdictText(row)) return [];
		return [{ proposition_id, text, move: moveOf(old, row), before: verdictText(old), after: verdictText(row) }];
	});
	return order.flatMap((move) => changes.filter((each) => each.move === move));
}

type Row = Readonly<Record<string, string>>;

function verdictText({ verdict_status = "", verdict_value = "" }: Row): string {
	return verdict_value === "" ? verdict_status : `${verdict_status}: ${verdict_value}`;
}

const isResolved = ({ verdict_status }: Row): boolean => verdict_status === "confirmed" || verdict_status === "refuted";

function moveOf(before: Row, after: Row): VerdictMove {
	if (isResolved(before) && isResolved(after))
		return before.verdict_value === after.verdict_value ? "other" : "flipped";
	if (isResolved(after)) return "resolved";
	return isResolved(before) ? "reopened" : "other";
}
