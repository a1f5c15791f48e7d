/** Numbers with weights. */
export type Weighted = readonly { readonly x: number; readonly weight: number }[];

const totalOf = (own: Weighted): number => own.reduce((sum, { weight }) => sum + weight, 0);

/** Weighted mean; the plain one where nothing has weight, `NaN` of nothing. */
export function weightedMean(own: Weighted): number {
	const total = totalOf(own);
	return total > 0
		? own.reduce((sum, { x, weight }) => sum + x * weight, 0) / total
		: own.reduce((sum, { x }) => sum + x, 0) / own.length;
}

/** The number with half of the weight on either side; halfway between two where both will do. */
export function weightedMedian(own: Weighted): number {
	const total = totalOf(own);
	if (own.length === 0) return Number.NaN;
	const sorted = [...own].sort((a, b) => a.x - b.x).map(({ x, weight }) => ({ x, weight: total > 0 ? weight : 1 }));
	const half = (total > 0 ? total : own.length) / 2;
	let sum = 0;
	for (const [index, { x, weight }] of sorted.entries()) {
		sum += weight;
		const next = sorted[index + 1];
		if (next && Math.abs(sum - half) <= 1e-12 * half) return (x + next.x) / 2;
		if (sum >= half) return x;
	}
	return sorted.at(-1)?.x as number;
}
