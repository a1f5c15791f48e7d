/** The distinct names in the order of their letters, and for each given name its place among them. */
export function codeNames(names: readonly string[]): [readonly string[], Int32Array] {
	const places = new Map<string, number>();
	for (const name of names) places.set(name, 0);
	const list = [...places.keys()].sort();
	list.forEach((name, place) => {
		places.set(name, place);
	});
	return [list, Int32Array.from(names, (name) => places.get(name) as number)];
}

/** Where the rows of each key start when they are sorted by it; one more entry for the end. */
export function starts(keyOf: Int32Array, rows: number, keys: number): Int32Array {
	const from = new Int32Array(keys + 1);
	for (let row = 0; row < rows; row++) {
		const after = (keyOf[row] as number) + 1;
		from[after] = (from[after] as number) + 1;
	}
	for (let key = 0; key < keys; key++) from[key + 1] = (from[key + 1] as number) + (from[key] as number);
	return from;
}

/** Rows in the order of a key, those of one key in the order in which they came: one pass, no comparison. */
export function countingOrder(rows: Int32Array, keyOf: Int32Array, keys: number): Int32Array {
	const next = starts(keyOf, rows.length, keys);
	const order = new Int32Array(rows.length);
	for (const row of rows) {
		const key = keyOf[row] as number;
		const place = next[key] as number;
		order[place] = row;
		next[key] = place + 1;
	}
	return order;
}
