import { crc32 } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import type { Figure } from "../charts/parts/frame.js";
import { fontFiles } from "./fonts.js";
import { kitVersion } from "./kit-version.js";
import { originOf } from "./origin.js";

/** Pixels of the picture for one of the drawing, so that it is sharp on dense screens and in print. */
const scale = 2;

/**
 * Draws an SVG of this kit as a PNG, two pixels for one of the drawing, with the fonts it was measured with and no others.
 *
 * @param figure what it shows: its words and where its numbers come from are kept in the file as text
 */
export function drawPng(svg: string, figure?: Figure): Uint8Array {
	const picture = new Resvg(svg, {
		fitTo: { mode: "zoom", value: scale },
		background: "#ffffff",
		font: { fontFiles: Object.values(fontFiles), loadSystemFonts: false, defaultFontFamily: "Noto Sans" },
	});
	const png = picture.render().asPng();
	return figure ? withText(png, wordsOf(figure)) : png;
}

/** Keywords of the PNG standard; the comment is JSON. */
const wordsOf = (figure: Figure): Readonly<Record<string, string>> => ({
	Title: figure.title,
	Description: figure.alt,
	Source: figure.source,
	Software: `border-incidents ${kitVersion}`,
	Comment: JSON.stringify(originOf(figure)),
});

/** Signature and header of a PNG: what stands in every file first. */
const headLength = 8 + 25;

/** A PNG with texts in it, in chunks of the kind `iTXt`, which hold any letter. */
function withText(png: Uint8Array, words: Readonly<Record<string, string>>): Uint8Array {
	const chunks = Object.entries(words).map(([keyword, text]) => {
		const content = Buffer.from(`iTXt${keyword}\0\0\0\0\0${text.replaceAll("\0", "")}`, "utf8");
		const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(content.length - 4);
		check.writeUInt32BE(crc32(content));
		return Buffer.concat([length, content, check]);
	});
	return Buffer.concat([png.subarray(0, headLength), ...chunks, png.subarray(headLength)]);
}
