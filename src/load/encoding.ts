import { isUtf8 } from "node:buffer";

/** The bytes of a file as UTF-8 with LF and without a byte order mark, or why it has no such text. */
export type PlainText =
	| {
			readonly bytes: Buffer;
			/** How the file was written, where that is another way, such as `UTF-16`. */
			readonly notes: readonly string[];
			readonly error: null;
	  }
	| {
			readonly bytes: null;
			readonly error: {
				readonly line: number | null;
				readonly reason: string;
				readonly value: string | null;
				readonly hint: string;
			};
	  };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Makes one text of the forms in which spreadsheets and editors save it: UTF-8 with or without a byte order mark, UTF-16,
 * lines that end in LF, CR LF or CR. Rows that are equal give equal bytes, and so one fingerprint.
 */
export function plainText(bytes: Buffer): PlainText {
	const other = signatures.find(([start]) => bytes.subarray(0, start.length).equals(Buffer.from(start)));
	if (other)
		return error(null, `${other[1]}, not a text file`, null, "open it in a spreadsheet and save it as CSV UTF-8");
	const wide = utf16(bytes);
	if (wide) {
		try {
			const text = new TextDecoder(wide, { fatal: true }).decode(bytes);
			return withLineFeeds(Buffer.from(text), ["UTF-16"]);
		} catch {
			return error(1, "broken UTF-16, the table was not read", null, "save it as CSV UTF-8");
		}
	}
	if (!isUtf8(bytes)) {
		const { line, hex } = firstInvalidByte(bytes);
		const hint = "an older encoding, such as Windows-1252 or Windows-1256? save it as CSV UTF-8";
		return error(line, "not UTF-8, the table was not read", hex, hint);
	}
	const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	return withLineFeeds(hasMark ? bytes.subarray(3) : bytes, hasMark ? ["UTF-8 with a byte order mark"] : []);
}

const error = (line: number | null, reason: string, value: string | null, hint: string): PlainText => ({
	bytes: null,
	error: { line, reason, value, hint },
});

/** First bytes of files that are often given the name of a table by mistake. */
const signatures: readonly (readonly [start: string | readonly number[], what: string])[] = (
	[
		[[0x50, 0x4b, 0x03, 0x04], "a workbook or another ZIP file"],
		[[0xd0, 0xcf, 0x11, 0xe0], "a workbook of an old Excel"],
		[[0x1f, 0x8b], "a gzip file"],
		["%PDF-", "a PDF"],
		["<!DOCTYPE html", "a web page"],
		["<html", "a web page"],
		["version https://git-lfs", "a pointer of Git LFS"],
	] as const
).map(([start, what]) => [start, what]);

/** UTF-16 by its mark, or by the zero in every second byte of Latin letters. */
function utf16(bytes: Buffer): "utf-16le" | "utf-16be" | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	if (bytes.length < 8) return null;
	const [even, odd] = [0, 1].map((first) => [0, 2, 4, 6].every((step) => bytes[first + step] === 0));
	if (even === odd) return null;
	return odd ? "utf-16le" : "utf-16be";
}

function withLineFeeds(bytes: Buffer, notes: readonly string[]): PlainText {
	if (!bytes.includes(carriageReturn)) return { bytes, notes, error: null };
	const plain = Buffer.allocUnsafe(bytes.length);
	const isCrAlone = !bytes.includes(lineFeed);
	let length = 0;
	let pairs = 0;
	for (let index = 0; index < bytes.length; index++) {
		const byte = bytes[index] as number;
		if (byte === carriageReturn && bytes[index + 1] === lineFeed) pairs++;
		else plain[length++] = isCrAlone && byte === carriageReturn ? lineFeed : byte;
	}
	const ends = isCrAlone ? ["CR line ends"] : pairs > 0 ? ["CR LF line ends"] : [];
	return { bytes: plain.subarray(0, length), notes: [...notes, ...ends], error: null };
}

/** Where the first character begins that is not UTF-8. */
function firstInvalidByte(bytes: Buffer): { line: number; hex: string } {
	// A part that ends inside a character is not UTF-8 either: the first bad byte follows the longest good part.
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 8) {
		const middle = (good + bad) >> 1;
		if ([0, 1, 2, 3].some((back) => isUtf8(bytes.subarray(good, middle - back)))) good = lastGood(bytes, good, middle);
		else bad = middle;
	}
	while (good < bytes.length && lastGood(bytes, good, good + 4) > good) good = lastGood(bytes, good, good + 4);
	let line = 1;
	for (let at = bytes.indexOf(lineFeed); at >= 0 && at < good; at = bytes.indexOf(lineFeed, at + 1)) line++;
	return { line, hex: `byte 0x${(bytes[good] ?? 0).toString(16).padStart(2, "0")}` };
}

/** The end of the longest good part that begins at `from` and ends up to three bytes before `to`. */
function lastGood(bytes: Buffer, from: number, to: number): number {
	for (let end = Math.min(to, bytes.length); end > from; end--) if (isUtf8(bytes.subarray(from, end))) return end;
	return from;
}
