import { inflateRawSync } from "node:zlib";

/** The files of a ZIP as text, by name: its central directory is followed, as its specification (APPNOTE 4.3.12) has it. */
export function unzip(bytes: Buffer): Map<string, string> {
	const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006"));
	const files = new Map<string, string>();
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
		const [size, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
			offset === 20 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
		) as [number, number, number, number];
		const local = bytes.readUInt32LE(at + 42);
		const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const packed = bytes.subarray(from, from + size);
		const content = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
		files.set(bytes.toString("utf8", at + 46, at + 46 + name), content.toString("utf8"));
		at += 46 + name + extra + comment;
	}
	return files;
}
