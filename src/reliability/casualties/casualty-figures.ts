import { rangeOf } from "../../claims/number-range.js";
import { type Side, sides } from "../../claims/sides.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, VerdictStatus } from "../../records/records.js";
import { middleOf } from "../../statistics/middle.js";
import { type CasualtyClaim, casualtyQuestions } from "./casualty-claims.js";

/** What one side says of a toll. */
export interface SideFigure {
	readonly side: Side;
	/** Sources, each by its last word. */
	readonly n: number;
	readonly low: number;
	/** `null` where somebody says "at least". */
	readonly high: number | null;
	/**
	 * Middle of ln((1 + claim) / (1 + verdict)), a range standing for its number nearest to the verdict; `null`
	 * where the toll is not confirmed, or rests on every source of the side.
	 */
	readonly signed_log_error: number | null;
}

/** One count of killed, wounded or captured: each side's range beside the verdict's. */
export interface CasualtyFigure {
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly date_start: string;
	readonly key: string;
	readonly text: string;
	readonly verdict_status: VerdictStatus;
	/** Beside anything but confirmed the best supported value only. */
	readonly verdict_value: number | null;
	/** Least number that the verdict, or a claim that carries it, allows; `null` where there is none. */
	readonly verdict_low: number | null;
	/** Greatest; `null` also where a claim that carries it says "at least". */
	readonly verdict_high: number | null;
	readonly sides: readonly SideFigure[];
}

/**
 * Tolls by day of the incident, with the range of each side's last words and that of the verdict. Ranges are
 * shown as they are told: no mean is taken, and no range is narrowed to a number.
 */
export function casualtyFigures(dossier: Dossier): CasualtyFigure[] {
	const starts = new Map(dossier.incidents.map(({ incident_id, date_start }) => [incident_id, date_start]));
	const bearing = groupBy(dossier.verdict_basis, ({ proposition_id }) => proposition_id);
	const claims = new Map(dossier.claims.map((claim) => [claim.claim_id, claim]));
	const rows = casualtyQuestions(dossier).rows.map(({ question, claims: own }) => {
		const verdict = question.verdict_value === null ? null : Number(question.verdict_value);
		const settled = question.verdict_status === "confirmed" ? verdict : null;
		const carrying = (bearing.get(question.proposition_id) ?? []).flatMap(({ claim_id }) => claims.get(claim_id) ?? []);
		return {
			proposition_id: question.proposition_id,
			incident_id: question.incident_id,
			date_start: starts.get(question.incident_id) ?? "",
			key: question.key,
			text: question.text,
			verdict_status: question.verdict_status,
			verdict_value: verdict,
			...verdictRange(carrying, verdict),
			sides: sides.flatMap((side) => tollOfSide(side, own, settled)),
		};
	});
	const order = ({ date_start, proposition_id }: CasualtyFigure) => `${date_start} ${proposition_id}`;
	return rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function tollOfSide(side: Side, claims: readonly CasualtyClaim[], settled: number | null): SideFigure[] {
	const own = claims.filter((each) => each.side === side);
	if (own.length === 0) return [];
	const ranges = own.map(({ claim }) => rangeOf(claim));
	const high = Math.max(...ranges.map(([, each]) => each));
	const judged = settled === null ? [] : own.filter(({ is_decisive }) => !is_decisive);
	return [
		{
			side,
			n: own.length,
			low: Math.min(...ranges.map(([each]) => each)),
			high: Number.isFinite(high) ? high : null,
			signed_log_error:
				judged.length === 0 ? null : middleOf(judged.map(({ claim }) => logError(claim, settled as number))),
		},
	];
}

function verdictRange(
	carrying: readonly Claim[],
	verdict: number | null,
): Pick<CasualtyFigure, "verdict_low" | "verdict_high"> {
	const ranges = carrying.filter(hasAnswer).map(rangeOf);
	if (verdict !== null) ranges.push([verdict, verdict]);
	if (ranges.length === 0) return { verdict_low: null, verdict_high: null };
	const high = Math.max(...ranges.map(([, each]) => each));
	return {
		verdict_low: Math.min(...ranges.map(([each]) => each)),
		verdict_high: Number.isFinite(high) ? high : null,
	};
}

/** Signed error of a claim on the scale of log(1 + count): 0 where its range holds the number. */
function logError(claim: Claim, number: number): number {
	const [low, high] = rangeOf(claim);
	return Math.log1p(Math.min(Math.max(number, low), high)) - Math.log1p(number);
}
