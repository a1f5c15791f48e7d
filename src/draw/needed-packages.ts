/** What draws charts, and nothing else in the kit: who only counts need not have it. */
export const drawingPackages = [
	"@expo-google-fonts/noto-sans",
	"@expo-google-fonts/vazirmatn",
	"@fontsource/noto-sans",
	"@fontsource/vazirmatn",
	"@resvg/resvg-js",
	"fontkit",
	"jsdom",
	"plotly.js-dist",
	"plotly.js-dist-min",
] as const;

/** A package that only drawing needs is not installed; the message says how to install it. */
export class MissingPackageError extends Error {
	override readonly name = "MissingPackageError";
}

/**
 * Does what needs the packages that draw.
 *
 * @throws MissingPackageError that names the missing package and what to install
 */
export async function withDrawing<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		const { code, message = "" } = error as NodeJS.ErrnoException;
		const missing = drawingPackages.find((name) => message.includes(`'${name}`));
		if ((code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") || missing === undefined) throw error;
		throw new MissingPackageError(
			`charts cannot be drawn: ${missing} is not installed; npm install ${drawingPackages.join(" ")}`,
			{
				cause: error,
			},
		);
	}
}
