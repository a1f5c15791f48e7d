import { Resvg } from "@resvg/resvg-js";
import { fontFiles } from "./fonts.js";

/** Pixels of the picture for one of the drawing, so that it is sharp on dense screens and in print. */
const scale = 2;

/** Draws an SVG of this kit as a PNG, two pixels for one of the drawing, with the fonts it was measured with and no others. */
export function drawPng(svg: string): Uint8Array {
	const picture = new Resvg(svg, {
		fitTo: { mode: "zoom", value: scale },
		background: "#ffffff",
		font: { fontFiles: Object.values(fontFiles), loadSystemFonts: false, defaultFontFamily: "Noto Sans" },
	});
	return picture.render().asPng();
}
