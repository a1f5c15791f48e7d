import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { ClaimTotals } from "../../reliability/accuracy/comparison.js";

/** @throws NotEnoughDataError where no claim can be compared with a verdict */
export function requireResolved({ claims, resolved, unresolved }: ClaimTotals): void {
	if (resolved > 0) return;
	throw new NotEnoughDataError(
		`no claim can be compared with a verdict (${unresolved} on unresolved questions, ${claims - unresolved} excluded)`,
	);
}
