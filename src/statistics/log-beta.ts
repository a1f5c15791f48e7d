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
	1.60119522476751861407e-4, 1.19135147006586384913e-3, 1.04213797561761569935e-2, 4.76367800457137231464e-2,
	2.0744822764843597515e-1, 4.94214826801497100753e-1, 9.99999999999999996796e-1,
];
const below = [
	-2.31581873324120129819e-5, 5.39605580493303397842e-4, -4.45641913851797240494e-3, 1.18139785222060435552e-2,
	3.58236398605498653373e-2, -2.34591795718243348568e-1, 7.14304917030273074085e-2, 1.0000000000000000032,
];
