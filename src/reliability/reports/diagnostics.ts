/** How far the reports on several events disagree about one variable. Averages are over events; `null` without any. */
export interface Diagnostics {
	/** Share of events with two different values or more. */
	readonly share_with_disagreement: number | null;
	/** Mean number of different values less one; an event without a value has 0. */
	readonly divergence: number | null;
	/** The same, divided by the number of different values among all events; `null` without a value. */
	readonly normalised_divergence: number | null;
	/** Mean share of an event's values that equal its most frequent one; `null` without a value. */
	readonly modal_agreement: number | null;
}

/** Sums over the events of a sample, from which each average is taken. */
export interface EventSums {
	readonly distinct: number;
	/** `null` without a value. */
	readonly modal: number | null;
}

/** What one event gives to the averages. */
export function sumsOfEvent(values: readonly string[]): EventSums {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return { distinct: counts.size, modal: values.length === 0 ? null : Math.max(...counts.values()) / values.length };
}

/** Mean of what is known; `null` where nothing is. */
export function meanOf(numbers: readonly (number | null)[]): number | null {
	let [sum, n] = [0, 0];
	for (const each of numbers)
		if (each !== null) {
			sum += each;
			n++;
		}
	return n === 0 ? null : sum / n;
}

/** Share of events with two different values or more. */
export const shareOf = (events: readonly EventSums[]): number | null =>
	meanOf(events.map(({ distinct }) => (distinct > 1 ? 1 : 0)));
/** Mean number of different values less one. */
export const divergenceOf = (events: readonly EventSums[]): number | null =>
	meanOf(events.map(({ distinct }) => Math.max(0, distinct - 1)));
/** Mean share of the most frequent value. */
export const modalOf = (events: readonly EventSums[]): number | null => meanOf(events.map(({ modal }) => modal));

/**
 * The diagnostics of R's eventreport (van Baalen & Höglund, International Studies Quarterly 70(1), 2026) on plain
 * values: `share_disagreement`, `mean_dscore` with and without `normalize`, and `modal_confidence`. One difference: a
 * missing value is no value here, while `share_disagreement` and `mean_dscore` count it as one more.
 *
 * @param events the values reported on each event, as text
 * @example
 * diagnostics([["A", "B"], ["B", "B"], ["C"]]).divergence // → 0.33333
 */
export function diagnostics(events: readonly (readonly string[])[]): Diagnostics {
	const sums = events.map(sumsOfEvent);
	const different = new Set(events.flat()).size;
	const divergence = divergenceOf(sums);
	return {
		share_with_disagreement: shareOf(sums),
		divergence,
		normalised_divergence: divergence === null || different === 0 ? null : divergence / different,
		modal_agreement: modalOf(sums),
	};
}

/** Greatest less least number of an event; `null` without a number. */
export const rangeOfNumbers = (numbers: readonly number[]): number | null =>
	numbers.length === 0 ? null : Math.max(...numbers) - Math.min(...numbers);

/** Standard deviation of an event's numbers, with n − 1; `null` with fewer than two. */
export function deviationOf(numbers: readonly number[]): number | null {
	if (numbers.length < 2) return null;
	const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
	return Math.sqrt(numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (numbers.length - 1));
}
