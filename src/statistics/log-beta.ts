/**
 * Natural logarithm of the beta function, log B(a, b), for a and b above 0: to about 15 digits, also where one of
 * them is tiny or huge.
 *
 * Large arguments take Stirling's formula and its correction, so that nothing cancels (Didonato & Morris, Algorithm
 * 708, ACM Transactions on Mathematical Software 18, 1992, and `dlbeta` of SLATEC); small ones the gamma function.
 *
 * @returns infinite where a or b is 0, `NaN` below
 * @example
 * logBeta(2, 3) // → -2.484907
 */
export function logBeta(a: number, b: number): number {
	const [p, q] = a < b ? [a, b] : [b, a];
	// log B = log Γ(1 + p) Γ(1 + q) / Γ(1 + p + q) + log (p + q) / (p q)
	if (q < stirlingFrom)
		return Math.log((gammaOf1Plus(p) * gammaOf1Plus(q)) / gammaOf1Plus(p + q)) + Math.log1p(p / q) - Math.log(p);
	if (q === Number.POSITIVE_INFINITY) return p > 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
	const ratio = p / q;
	const logSum = Math.log(q) + Math.log1p(ratio);
	const tail = stirlingError(q) - stirlingError(p + q);
	if (p < stirlingFrom)
		return Math.log(gammaOf1Plus(p)) - Math.log(p) + tail + p - p * logSum - (q - 0.5) * Math.log1p(ratio);
	return halfLog2Pi - Math.log(q) / 2 + stirlingError(p) + tail - (p - 0.5) * Math.log1p(q / p) - q * Math.log1p(ratio);
}

const stirlingFrom = 10;
const halfLog2Pi = 0.9189385332046728;

/** What Stirling's formula for log Γ(x) lacks, for x from 10: the sum of B(2k) / (2k (2k - 1) x^(2k - 1)). */
function stirlingError(x: number): number {
	const square = 1 / (x * x);
	return (
		(1 / 12 -
			square *
				(1 / 360 -
					square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156)))))) /
		x
	);
}

/** Γ(1 + x) for x within 0 to 20, from the rational function of Cephes (`gamma.c`) for Γ(2 + t), t within 0 to 1. */
function gammaOf1Plus(x: number): number {
	if (x < 1) return rational(x) / (1 + x);
	let factor = 1;
	let rest = x - 1;
	for (; rest >= 1; rest--) factor *= rest + 1;
	return factor * rational(rest);
}

const rational = (t: number): number => polynomial(above, t) / polynomial(below, t);
const polynomial = (coefficients: readonly number[], t: number): number =>
	coefficients.reduce((sum, each) => sum * t + each, 0);
const above = [
	0.00016011952247675185, 0.0011913514700658638, 0.010421379756176158, 0.04763678004571372, 0.20744822764843598,
	0.4942148268014971, 1.0,
];
const below = [
	-2.3158187332412014e-5, 0.0005396055804933034, -0.004456419138517973, 0.011813978522206043, 0.035823639860549865,
	-0.23459179571824335, 0.0714304917030273, 1.0,
];
