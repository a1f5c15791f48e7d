declare module "jstat" {
	const jstat: {
		readonly chisquare: { readonly inv: (p: number, degrees: number) => number };
		readonly gamma: { readonly inv: (p: number, shape: number, scale: number) => number };
	};
	export default jstat;
}
