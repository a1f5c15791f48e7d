import type { Random } from "../../src/statistics/random.js";

/** Texts that no cell should hold, or that only some cells may. */
const absurd = [
	"NaN",
	"Infinity",
	"1e309",
	"-1e309",
	"-0",
	"99999999999999999999",
	"0x1F",
	"1,5",
	"٣",
	"2023-02-30",
	"0000-00-00",
	"9999-99-99",
	"275760-09-13",
	"1402-01-01",
	"-0001-01-01",
	"\0",
	"a\0b",
	"\u202egnp",
	"\ufeff",
	"\u200b",
	"=cmd|' /C calc'!A1",
	"@SUM(1)",
	"+1",
	"-1",
	"<img src=x onerror=alert(1)>",
	"</script>",
	"__proto__",
	"constructor",
	"toString",
	"null",
	"undefined",
	"[]",
	"{}",
	"'",
	'"',
	'""""',
	"\\",
	"\r",
	"\n",
	"\r\n",
	"\t",
	";",
	"|",
	"a|b",
	"😀",
	"\ud800",
	"",
	" ",
	"true",
	"false",
	"../../etc/passwd",
	"no-such-id",
] as const;

const below = (random: Random, count: number): number => Math.floor(random() * count);
const pick = <Item>(random: Random, items: readonly Item[]): Item => items[below(random, items.length)] as Item;

/** A copy with so many items from a place on replaced by others. */
const spliced = (items: readonly string[], at: number, count: number, ...put: string[]): string[] => [
	...items.slice(0, at),
	...put,
	...items.slice(at + count),
];

/** Lines with their ends, and one that may have none. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** One way to spoil a CSV file: its bytes in, other bytes out. */
type Mutation = (bytes: Buffer, random: Random) => Buffer;

/** A change of the text; the text comes back as bytes. */
const onText =
	(change: (text: string, random: Random) => string): Mutation =>
	(bytes, random) =>
		Buffer.from(change(bytes.toString("utf8"), random));

const onLine = (change: (line: string, random: Random) => string): Mutation =>
	onText((text, random) => {
		const lines = linesOf(text);
		const at = below(random, lines.length);
		lines[at] = change(lines[at] ?? "", random);
		return lines.join("");
	});

const onCells = (change: (cells: string[], random: Random) => readonly string[]): Mutation =>
	onLine((line, random) => {
		const [, body = "", end = ""] = /^(.*?)(\r?\n?)$/s.exec(line) ?? [];
		return `${change(body.split(","), random).join(",")}${end}`;
	});

/** Every way, by what it does. */
const mutations: readonly Mutation[] = [
	// a bit, a byte, a run of bytes
	(bytes, random) => {
		const copy = Buffer.from(bytes);
		const at = below(random, copy.length);
		copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
		return copy;
	},
	(bytes, random) => {
		const at = below(random, bytes.length + 1);
		return Buffer.concat([bytes.subarray(0, at), Buffer.from([below(random, 256)]), bytes.subarray(at)]);
	},
	(bytes, random) => {
		const at = below(random, bytes.length);
		return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 60))]);
	},
	(bytes, random) => bytes.subarray(0, below(random, bytes.length)),
	// quotes, commas, line ends
	onText((text, random) => {
		const signs = ['"', ",", "\n", "\r", "\r\n", "\0", ";", "\t"];
		const at = below(random, text.length + 1);
		return text.slice(0, at) + pick(random, signs) + text.slice(at);
	}),
	onText((text, random) => {
		const places = [...text].flatMap((sign, at) => (',"\n'.includes(sign) ? [at] : []));
		const at = pick(random, places);
		return at === undefined ? text : text.slice(0, at) + text.slice(at + 1);
	}),
	onText((text, random) => text.replaceAll("\n", pick(random, ["\r\n", "\r", "\n\n", "\u2028"]))),
	onText((text, random) =>
		linesOf(text)
			.map((line) => (random() < 0.5 ? line.replace("\n", "\r\n") : line))
			.join(""),
	),
	// cells
	onCells((cells, random) => spliced(cells, below(random, cells.length), 1, pick(random, absurd))),
	onCells((cells, random) =>
		spliced(cells, below(random, cells.length), 1, `"${pick(random, absurd).replaceAll('"', '""')}"`),
	),
	onCells((cells, random) => spliced(cells, below(random, cells.length), 1)),
	onCells((cells, random) => [...cells, pick(random, absurd)]),
	onCells((cells) => [...cells].reverse()),
	onCells((cells, random) => spliced(cells, below(random, cells.length), 1, "x".repeat(10 ** below(random, 6)))),
	onCells((cells, random) => {
		const [from, to] = [below(random, cells.length), below(random, cells.length)];
		const copy = [...cells];
		[copy[from], copy[to]] = [copy[to] ?? "", copy[from] ?? ""];
		return copy;
	}),
	// lines and columns
	onText((text, random) => {
		const lines = linesOf(text);
		return spliced(lines, below(random, lines.length), 1).join("");
	}),
	onText((text, random) => {
		const lines = linesOf(text);
		const line = pick(random, lines) ?? "";
		return spliced(lines, below(random, lines.length + 1), 0, line).join("");
	}),
	onText((text, random) => {
		const column = below(random, 12);
		return linesOf(text)
			.map((line) => spliced(line.split(","), column, 1).join(","))
			.join("");
	}),
	onText((text, random) => {
		const blank = pick(random, ["\n", ",,,\n", " \n", "\0\n"]);
		return pick(random, [blank.repeat(1 + below(random, 300)) + text, text + blank.repeat(1 + below(random, 300))]);
	}),
	// the edges and the encoding
	onText((text, random) => pick(random, ["\ufeff", "\ufeff\ufeff", "\0", "#", "sep=,\n", "<html>", " "]) + text),
	onText((text, random) => text + pick(random, ["\0", "\0\0\0\0", "\n\0", '"', "\u001a", "\ufeff"])),
	(bytes, random) => {
		const text = bytes.toString("utf8");
		const wide = Buffer.from(`\ufeff${text}`, "utf16le");
		return pick(random, [
			wide,
			wide.subarray(2),
			wide.subarray(0, wide.length - 1),
			Buffer.from(text, "latin1"),
			wide.swap16(),
		]);
	},
	() => Buffer.alloc(0),
];

/** A file spoiled in one to three ways. */
export function mutated(bytes: Buffer, random: Random): Buffer {
	let spoiled = bytes;
	for (let left = 1 + below(random, 3); left > 0 && spoiled.length > 0; left--)
		spoiled = pick(random, mutations)(spoiled, random);
	return spoiled;
}
