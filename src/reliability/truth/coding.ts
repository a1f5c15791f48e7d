/** The distinct names in the order of their letters, and for each given name its place among them. */
export function codeNames(names: readonly string[]): [readonly string[], Int32Array] {
	const met = new Map<string, number>();
	// One look-up a name: a name's hash costs more than all else here.
	const places = new Int32Array(names.length);
	names.forEach((name, at) => {
		const place = met.get(name);
		if (place === undefined) met.set(name, met.size);
		places[at] = place ?? met.size - 1;
	});
	const list = [...met.keys()].sort();
	const sorted = new Int32Array(list.length);
	list.forEach((name, place) => {
		sorted[met.get(name) as number] = place;
	});
	return [list, places.map((place) => sorted[place] as number)];
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
