import { rangeOf } from "../../claims/number-range.js";
import { type Side, sides } from "../../claims/sides.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, VerdictStatus } from "../../records/records.js";
import { middleOf } from "../../statistics/middle.js";
import { type CasualtyClaim, casualtyQuestions } from "./casualty-claims.js";

/** What one side reports on a casualty figure. */
export interface SideFigure {
	readonly side: Side;
	/** Number of sources, each with its latest statement. */
	readonly n: number;
	readonly low: number;
	/** `null` where a source says "at least". */
	readonly high: number | null;
	/**
	 * Median of ln((1 + reported) / (1 + verdict)); a range enters with its number nearest to the verdict. `null` where
	 * the figure is not confirmed, or the verdict relies on every source of the side.
	 */
	readonly signed_log_error: number | null;
}

/** One count of killed, wounded or captured: each side's range and the verdict's range. */
export interface CasualtyFigure {
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly date_start: string;
	readonly key: string;
	readonly text: string;
	readonly verdict_status: VerdictStatus;
	/** Unless the status is confirmed, only the best supported value. */
	readonly verdict_value: number | null;
	/** Least number that the verdict, or a decisive claim, allows; `null` where there is none. */
	readonly verdict_low: number | null;
	/** Greatest; `null` also where a decisive claim says "at least". */
	readonly verdict_high: number | null;
	readonly sides: readonly SideFigure[];
}

/**
 * Casualty figures by day of the incident, with the range of each side's latest statements and that of the verdict.
 * Ranges are given as reported: no mean is taken, and no range is narrowed to one number.
 *
 * @example
 * casualtyFigures(dossier)[1] // → { proposition_id: "b.killed_civilians", verdict_value: 3, verdict_low: 3, verdict_high: 3 }
 */
export function casualtyFigures(dossier: Dossier): CasualtyFigure[] {
	const starts = new Map(dossier.incidents.map(({ incident_id, date_start }) => [incident_id, date_start]));
	const basis = groupBy(dossier.verdict_basis, ({ proposition_id }) => proposition_id);
	const claims = new Map(dossier.claims.map((claim) => [claim.claim_id, claim]));
	const rows = casualtyQuestions(dossier).rows.map(({ question, claims: own }) => {
		const verdict = question.verdict_value === null ? null : Number(question.verdict_value);
		const resolved = question.verdict_status === "confirmed" ? verdict : null;
		const decisive = (basis.get(question.proposition_id) ?? []).flatMap(({ claim_id }) => claims.get(claim_id) ?? []);
		return {
			proposition_id: question.proposition_id,
			incident_id: question.incident_id,
			date_start: starts.get(question.incident_id) ?? "",
			key: question.key,
			text: question.text,
			verdict_status: question.verdict_status,
			verdict_value: verdict,
			...verdictRange(decisive, verdict),
			sides: sides.flatMap((side) => figureOfSide(side, own, resolved)),
		};
	});
	const order = ({ date_start, proposition_id }: CasualtyFigure) => `${date_start} ${proposition_id}`;
	return rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function figureOfSide(side: Side, claims: readonly CasualtyClaim[], resolved: number | null): SideFigure[] {
	const own = claims.filter((each) => each.side === side);
	if (own.length === 0) return [];
	const ranges = own.map(({ claim }) => rangeOf(claim));
	const high = Math.max(...ranges.map(([, each]) => each));
	const judged = resolved === null ? [] : own.filter(({ is_decisive }) => !is_decisive);
	return [
		{
			side,
			n: own.length,
			low: Math.min(...ranges.map(([each]) => each)),
			high: Number.isFinite(high) ? high : null,
			signed_log_error:
				judged.length === 0 ? null : middleOf(judged.map(({ claim }) => logError(claim, resolved as number))),
		},
	];
}

function verdictRange(
	decisive: readonly Claim[],
	verdict: number | null,
): Pick<CasualtyFigure, "verdict_low" | "verdict_high"> {
	const ranges = decisive.filter(hasAnswer).map(rangeOf);
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
