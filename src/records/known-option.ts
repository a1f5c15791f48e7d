import { unknownWord } from "./nearest.js";

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

/**
 * Options, checked to be an object that has no other names than those known: of a misspelt option the default would
 * be taken in silence.
 *
 * @throws `options must be an object: "year"`, `unknown option: colour (known: by, group)`
 * @example
 * knownOptions({ by: "year" }, ["by", "group"]) // → { by: "year" }
 */
export function knownOptions<Options extends object>(
	options: Options,
	known: readonly (keyof Options & string)[],
): Options {
	if (typeof options !== "object" || options === null || Array.isArray(options))
		throw new RangeError(`options must be an object: ${JSON.stringify(options) ?? typeof options}`);
	for (const name of Object.keys(options))
		if (!(known as readonly string[]).includes(name)) throw unknownWord("option", name, known);
	return options;
}
