import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { type Dossier, loadDossier } from "../src/index.js";
import type { TableName } from "../src/load/tables.js";
import { ownData } from "./scratch.js";

/** Texts that some reader of HTML, SVG, plotly's labels, spreadsheets, Markdown or JavaScript would obey. */
export const payloads = [
	'<b>m</b><img src=x onerror=__hit("img")>',
	"</script><script>__hit('script')</script>",
	'"><svg onload=__hit("svg")>',
	"<a href=\"javascript:__hit('a')\">a</a>",
	"<u>under</u><sup>up</sup>",
	"&lt;img src=x onerror=__hit('decoded')&gt;",
	"%{customdata}<extra>%_hovertext</extra>",
	"$\\alpha$ \\u003cimg\\u003e",
	"=cmd|'/c calc'!A1",
	"@SUM(1+1)*cmd",
	"]]><!--",
	// biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
	"`${__hit('template')}`",
	"[x](javascript:__hit('md')) | ![x](//x.example/x)",
	"\u200fعبور\u200c‌گاه",
] as const;

/** Every column of free text, by table. */
const textColumns: Partial<Record<TableName, readonly string[]>> = {
	sources: ["name", "note"],
	incidents: ["place", "af_province", "af_district", "ir_province", "ir_county", "side_a", "side_b", "summary"],
	propositions: ["text", "verdict_basis"],
	claims: ["note"],
	crossings: ["name", "af_name", "ir_name", "af_province", "ir_province", "note"],
	stretches: ["af_province", "af_district", "ir_province", "ir_county"],
	places: ["name", "other_names", "names_fa", "admin1", "admin2", "source", "note"],
	observation: ["note"],
};

/**
 * The kit's own data with a payload before every text, read from CSV. The same text gets the same payload
 * everywhere, so that rows still meet.
 */
export function hostileDossier(): Dossier {
	const folder = mkdtempSync(join(tmpdir(), "border-incidents-"));
	cpSync(ownData, folder, { recursive: true });
	let next = 0;
	const given = new Map<string, string>();
	const spoilt = (cell: string) => {
		const known = given.get(cell) ?? `${payloads[next++ % payloads.length]} ${cell}`;
		given.set(cell, known);
		return known;
	};
	for (const [table, columns] of Object.entries(textColumns)) {
		const file = join(folder, `${table}.csv`);
		const [header = [], ...rows]: string[][] = parse(readFileSync(file));
		const changed = rows.map((row) =>
			row.map((cell, index) => {
				if (cell === "" || !columns.includes(header[index] ?? "")) return cell;
				const parts = table === "places" ? cell.split("|") : [cell];
				return parts.map((part) => (table === "places" ? spoilt(part).replaceAll("|", "/") : spoilt(part))).join("|");
			}),
		);
		writeFileSync(file, stringify([header, ...changed]));
	}
	try {
		return loadDossier(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
