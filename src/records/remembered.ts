/**
 * A function that works out what follows from an object once, for as long as the object is in use. The objects are the
 * dossier and its tables, which never change: what many measures ask of them is made for the first that asks.
 */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
	const known = new WeakMap<Key, { readonly value: Value }>();
	return (key) => {
		const found = known.get(key) ?? { value: make(key) };
		known.set(key, found);
		return found.value;
	};
}
