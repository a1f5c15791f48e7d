import { inflateRawSync } from "node:zlib";

/** A cell that a reader of workbooks gives as blank although something stands in it. */
export interface FaultyCell {
	/** The first row and the first column are 1 and 0; `null` where the file does not say. */
	readonly row: number | null;
	readonly column: number | null;
	readonly reason: string;
}

/** One part of a workbook has at most so many bytes. */
const mostBytes = 500_000_000;

/**
 * Cells of one sheet with an error (`#REF!`), and formulas that were saved without their value. `read-excel-file` gives
 * both as blank cells, and a blank must not stand for a number of dead that was lost.
 *
 * @param bytes an XLSX file that `read-excel-file` has read
 */
export function faultyCells(bytes: Buffer, sheet: string): FaultyCell[] {
	const xml = sheetXml(bytes, sheet);
	const found: FaultyCell[] = [];
	for (const [, attributes = "", content = ""] of xml.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)) {
		const value = /<(?:\w+:)?v\b[^>]*>([^<]*)</.exec(content)?.[1];
		const isError = /\bt\s*=\s*["']e["']/.test(attributes);
		const isUncounted = /<(?:\w+:)?f\b/.test(content) && value === undefined;
		if (!isError && !isUncounted) continue;
		const [, letters, row] = /\br\s*=\s*["']([A-Z]+)(\d+)["']/.exec(attributes) ?? [];
		const reason = isError
			? `an error of the spreadsheet: ${value === undefined ? "unnamed" : decoded(value).slice(0, 40)}`
			: "a formula without a stored value";
		found.push({
			row: row === undefined ? null : Number(row),
			column: letters === undefined ? null : columnNumber(letters),
			reason,
		});
	}
	return found;
}

/** `A` is 0, `Z` 25, `AA` 26. */
const columnNumber = (letters: string): number =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function sheetXml(bytes: Buffer, sheet: string): string {
	const entries = zipEntries(bytes);
	const text = (name: string) => entries.get(name)?.() ?? "";
	const sheets = [...text("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(
		([, attributes = ""]) => attributes,
	);
	const own = sheets.find((attributes) => decoded(attribute(attributes, "name")) === sheet);
	const id = own === undefined ? "" : attribute(own, "(?:\\w+:)?id");
	const relations = [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b([^>]*)>/g)];
	const target = relations.map(([, attributes = ""]) => attributes).find((each) => attribute(each, "Id") === id);
	const path = target === undefined ? "" : decoded(attribute(target, "Target"));
	return text(path.startsWith("/") ? path.slice(1) : `xl/${path}`);
}

const attribute = (attributes: string, name: string): string =>
	new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
		.exec(attributes)
		?.slice(1)
		.find((each) => each !== undefined) ?? "";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decoded = (text: string): string =>
	text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
		if (!name.startsWith("#")) return entities[name] ?? whole;
		const code =
			name.startsWith("#x") || name.startsWith("#X") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});

/** The files of a ZIP by name, each unpacked when it is asked for (PKWARE APPNOTE 4.3.7 and 4.3.12). */
function zipEntries(bytes: Buffer): Map<string, () => string> {
	const entries = new Map<string, () => string>();
	const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
	if (end < 0 || end + 22 > bytes.length) return entries;
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
		if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) break;
		const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
		const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
		const start = bytes.readUInt32LE(at + 42);
		const nameEnd = at + 46 + (lengths[0] as number);
		entries.set(bytes.toString("utf8", at + 46, nameEnd), () => {
			if (start + 30 > bytes.length) return "";
			const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
			const packed = bytes.subarray(data, data + size);
			return (method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: mostBytes })).toString("utf8");
		});
		at = nameEnd + (lengths[1] as number) + (lengths[2] as number);
	}
	return entries;
}
