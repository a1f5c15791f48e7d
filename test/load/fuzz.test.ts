import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { inputFiles, loadDossier } from "../../src/load/dossier.js";
import { problemLine } from "../../src/load/problem.js";
import { type TableName, tables } from "../../src/load/tables.js";
import { seeded } from "../../src/statistics/random.js";
import { scratchData } from "../scratch.js";
import { readingsOfSix } from "../six-readings.js";
import { mutated } from "../support/mutations.js";

// `npm run nightly` sets both: 100,000 cases, another seed each night.
const cases = Number(process.env.FUZZ_CASES ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? 1);

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

/** Rows of a table by another reader's count: after its header, without blank lines and repeated headers; `null` where there is no header. */
function rowsIn(bytes: Buffer, name: TableName): number | null {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
		const lines = text.includes("\n") ? text.replaceAll("\r", "") : text.replaceAll("\r", "\n");
		const rows: string[][] = parse(lines, { relax_column_count: true, record_delimiter: "\n" });
		const isHeader = (cells: readonly string[]) => cells[0]?.trim() === Object.keys(tables[name])[0];
		const start = rows.findIndex(isHeader);
		if (start < 0) return null;
		const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");
		return rows.slice(start).filter((cells) => !isHeader(cells) && !isBlank(cells)).length;
	} catch {
		return null;
	}
}

/** Whether a spoiled folder was loaded without a problem, and everything that is wrong with how; none is as it should be. */
function wrongWith(
	folder: string,
	file: string,
	bytes: Buffer,
): { readonly isLoaded: boolean; readonly wrong: string[] } {
	const { dossier, problems } = loadDossier(folder, { onProblem: "report" });
	const wrong: string[] = [];
	const lines = bytes.toString("latin1").split(/\r\n|\n|\r/).length;
	for (const problem of problems) {
		const told = problemLine(problem);
		if (!inputFiles.includes(problem.file)) wrong.push(`no file: ${told}`);
		if (problem.reason === "") wrong.push(`no reason: ${told}`);
		if (problem.line !== null && !(problem.line >= 1 && (problem.file !== file || problem.line <= lines)))
			wrong.push(`a line that is not there: ${told}`);
		if (/[\n\r\0]/.test(told) || told.length > 1000) wrong.push(`not one short line: ${told.slice(0, 100)}`);
	}
	const name = file.replace(".csv", "") as TableName;
	if (file.endsWith(".csv") && problems.length === 0) {
		const rows = name === "observation" ? 1 : dossier[name].length;
		const expected = rowsIn(bytes, name);
		if (expected !== null && rows !== expected) wrong.push(`${rows} rows of ${expected}, and no problem`);
		// In UTF-16, which is read too, every second byte may be one.
		if (expected !== null && bytes.includes(0)) wrong.push("a NUL byte, and no problem");
	}
	if (/\\u0000|__proto__":/.test(JSON.stringify(dossier))) wrong.push("a NUL in the dossier");
	return { isLoaded: problems.length === 0, wrong };
}

test(`${cases} spoiled folders: every row is read, or every problem has its place and its reason; nothing else is thrown`, () => {
	const { folder, path } = scratchData(fixture);
	writeFileSync(path("readings.csv"), readingsOfSix);
	writeFileSync(
		path("archive.csv"),
		"url,archived_url,sha256,archived_on\nhttps://a.example/1,https://web.archive.org/web/1/https://a.example/1,,2022-01-02\n",
	);
	const files = [...Object.keys(tables).map((name) => `${name}.csv`), "border.geojson"];
	const whole = new Map(files.map((file) => [file, readFileSync(path(file))]));
	const found: string[] = [];
	let loaded = 0;
	const memory = process.memoryUsage().rss;
	for (let index = 0; index < cases; index++) {
		// A seed for each case, so that one can be tried alone; hashed, because seeds in a row begin alike.
		const random = seeded(createHash("sha256").update(`${seed} ${index}`).digest().readInt32LE());
		const file = files[Math.floor(random() * files.length)] as string;
		const bytes = mutated(whole.get(file) as Buffer, random);
		writeFileSync(path(file), bytes);
		try {
			const { isLoaded, wrong } = wrongWith(folder, file, bytes);
			found.push(...wrong.map((each) => `case ${index} of seed ${seed}, ${file}: ${each}`));
			if (isLoaded) loaded++;
		} catch (error) {
			found.push(`case ${index} of seed ${seed}, ${file}: threw ${(error as Error).stack?.slice(0, 400)}`);
		}
		writeFileSync(path(file), whole.get(file) as Buffer);
		if (found.length > 20) break;
	}
	expect(found).toEqual([]);
	// Some changes are no harm, most are: a test in which all or none load tries nothing.
	expect(loaded / cases).toBeGreaterThan(0.02);
	expect(loaded / cases).toBeLessThan(0.6);
	expect(process.memoryUsage().rss - memory).toBeLessThan(400 * 2 ** 20);
}, 3_600_000);

test.each(["\0", "\0\0", "\n\0"])(
	"a NUL byte at the edge of a table, %j, is a problem before and after its rows",
	(edge) => {
		const { folder, path, edit } = scratchData(fixture);
		const whole = readFileSync(path("claims.csv"), "utf8");
		for (const text of [edge + whole, whole + edge, whole.trimEnd() + edge]) {
			edit("claims.csv", () => text);
			const { problems } = loadDossier(folder, { onProblem: "report" });
			expect(problems.length, JSON.stringify(text.slice(-9))).toBeGreaterThan(0);
			expect(problems[0]).toMatchObject({ file: "claims.csv", line: expect.any(Number) });
		}
	},
);
