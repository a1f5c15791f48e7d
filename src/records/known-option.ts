/**
 * A value of an option, checked against those that are known.
 *
 * @throws `unknown period: fortnight (known: day, week)`
 * @example
 * knownOption("period", "week", ["day", "week"]) // → "week"
 */
export function knownOption<Value extends string | number>(name: string, value: Value, known: readonly Value[]): Value {
	if (!known.includes(value)) throw new RangeError(`unknown ${name}: ${value} (known: ${known.join(", ")})`);
	return value;
}
