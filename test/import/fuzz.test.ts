import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDossier } from "../../src/load/dossier.js";
import { seeded } from "../../src/statistics/random.js";
import { command } from "../command/here.js";
import { scratchFolder } from "../scratch.js";
import { acledText } from "./acled-rows.js";
import { eventLine, mentionLine } from "./gdelt-rows.js";

/** So many spoilt files of each format. */
const rounds = 70;

const lines = (text: string, count: number) => text.split("\n").slice(0, count).join("\n");
const ucdp = readFileSync(fileURLToPath(new URL("../fixtures/ucdp-ged-23.1/events.csv", import.meta.url)), "utf8");
/** Near events, so that spoilt cells reach the tables. */
const nearUcdp = ucdp.split("\n").filter((line) => /^(id|170162|246534|264788|268807|341759),/.test(line));
const sound: Readonly<Record<string, string>> = {
	ucdp: nearUcdp.join("\n"),
	acled: lines(acledText(), 9),
	gdelt: [
		...["1", "2", "3"].map((id) => eventLine({ id })),
		eventLine({ id: "4", codes: ["173", "173", "17"], url: "https://b.example/x" }),
	].join("\n"),
};
const mentions = ["1", "2", "4"]
	.map((id) => mentionLine(id, `outlet-${id}.example`, "20210710120000", "https://a.example/1"))
	.join("\n");

/** What stands in files by mistake or on purpose. */
const strange = [
	...'"\t,;|\n\r\u0000\u0007\u00a0\u202e\u2028\ufeff\ufffd',
	..."=-'<>&[]{}\\/0123456789۱٢ü漢😀",
	...["\ud800", "1e308", "-0", "NaN", "null", "#REF!", "1e-7", "99999999999999999999", "0x1A", "true"],
	...["<img src=x onerror=alert(1)>", "javascript:alert(1)", "__proto__", "constructor", "../..", "2021-02-30"],
];

/** A text with a few faults, the same for the same seed. */
function spoilt(text: string, random: () => number): string {
	const pick = (count: number) => Math.floor(random() * count);
	let made = text;
	for (let fault = 0; fault <= pick(4); fault++) {
		const at = pick(made.length);
		const what = strange[pick(strange.length)] ?? "";
		const cells = made.split(/([,\t])/);
		const rows = made.split("\n");
		const kind = pick(7);
		if (kind === 0) made = made.slice(0, at) + what + made.slice(at);
		else if (kind === 1) made = made.slice(0, at) + what + made.slice(at + 1 + pick(10));
		else if (kind === 2) made = made.slice(0, at) + made.slice(at + pick(60));
		else if (kind === 3) made = [...rows, rows[pick(rows.length)]].join("\n");
		else if (kind === 4) made = rows.filter((_, index) => index !== at % rows.length).join("\n");
		// A whole cell: even places are cells, odd ones what parts them.
		else if (kind === 5)
			made = cells.map((cell, index) => (index === 2 * pick(cells.length / 2) ? what : cell)).join("");
		else made = made.slice(0, at);
	}
	return made;
}

let folder = "";
let clear = () => {};
beforeAll(() => {
	folder = scratchFolder((each) => {
		clear = each;
	});
});
afterAll(() => clear());

test.each(Object.keys(sound))(
	"spoilt files of %s give a valid folder with closed sums, or an error and nothing",
	async (format) => {
		const random = seeded(format.length * 1000 + format.charCodeAt(0));
		const [file, other, out] = ["file", "mentions", "out"].map((name) => join(folder, name)) as [
			string,
			string,
			string,
		];
		writeFileSync(other, mentions);
		let written = 0;
		let kept = 0;
		for (let round = 0; round < rounds; round++) {
			const text = spoilt(sound[format] as string, random);
			writeFileSync(file, text);
			if (format === "gdelt") writeFileSync(other, spoilt(mentions, random));
			const files = format === "gdelt" ? [file, other] : [file];
			const {
				code,
				out: printed,
				err,
			} = await command("import", format, ...files, "--out", out, "--within", "130", "--json");
			const about = `round ${round}: ${err}`;
			if (code === 0) {
				const counts = JSON.parse(printed);
				const dropped = counts.dropped.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
				expect(counts.rows, about).toBe(counts.kept + dropped);
				expect(counts.kept, about).toBeGreaterThanOrEqual(0);
				// Throws where anything is wrong.
				const { incidents } = loadDossier(out);
				if (format !== "gdelt") expect(incidents, about).toHaveLength(counts.kept);
				written++;
				kept += counts.kept;
				rmSync(out, { recursive: true });
			} else {
				expect(code, about).toBe(1);
				expect(err, about).toMatch(/\n?nothing was written$/);
				// A defect of an importer would come to light as tables that `check` refuses.
				expect(err, about).not.toContain("the tables would have");
				expect(existsSync(out), about).toBe(false);
			}
			expect(readdirSync(folder).sort(), about).toEqual(["file", "mentions"]);
		}
		// Neither all nor none: the faults are small enough to be read and large enough to be refused.
		expect(written).toBeGreaterThan(rounds / 4);
		expect(written).toBeLessThan(rounds);
		expect(kept).toBeGreaterThan(rounds / 4);
	},
);
