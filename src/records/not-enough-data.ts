/**
 * The data do not hold what a chart or measure needs: an answer, not a failure. The message is a sentence without
 * a full stop that says what is missing, such as `no crossing is named in crossings.csv`.
 *
 * Whatever else is thrown is an error of the arguments or of the kit.
 *
 * @example
 * new NotEnoughDataError("no incident is dated").message // → "no incident is dated"
 */
export class NotEnoughDataError extends Error {
	override readonly name = "NotEnoughDataError";
}
