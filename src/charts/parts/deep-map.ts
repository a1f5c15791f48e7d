/**
 * A copy of plain data with every value changed; keys of lists are not part of the path. What is neither a list nor a
 * plain object, such as a typed array or a date, is a value.
 *
 * @example
 * deepMap({ a: [1, 2] }, (value) => Number(value) * 10) // → { a: [10, 20] }
 */
export function deepMap(
	value: unknown,
	change: (value: unknown, path: readonly string[]) => unknown,
	path: readonly string[] = [],
): unknown {
	if (Array.isArray(value)) return value.map((each) => deepMap(each, change, path));
	if (!isPlainObject(value)) return change(value, path);
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deepMap(each, change, [...path, key])]));
}

function isPlainObject(value: unknown): value is object {
	if (value === null || typeof value !== "object") return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}
