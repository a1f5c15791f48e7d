declare module "jstat" {
	const jstat: {
		readonly chisquare: {
			readonly inv: (p: number, degrees: number) => number;
			readonly cdf: (x: number, degrees: number) => number;
		};
		readonly normal: { readonly inv: (p: number, mean: number, deviation: number) => number };
		readonly gamma: { readonly inv: (p: number, shape: number, scale: number) => number };
		readonly gammaln: (x: number) => number;
		readonly erfc: (x: number) => number;
		readonly lowRegGamma: (shape: number, x: number) => number;
		readonly ibeta: (x: number, a: number, b: number) => number;
	};
	export default jstat;
}
