import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { codeAnswers } from "../../src/reliability/truth/answers.js";
import { sums } from "../../src/reliability/truth/sums.js";
import { vote } from "../../src/reliability/truth/vote.js";
import { command } from "../command/here.js";
import { scratchFolder } from "../scratch.js";

const fixture = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));
/** What crowd-kit and truthdiscovery made of the two files, by test/bench/peers/read_exports.py. */
const theirs = JSON.parse(readFileSync(fixture("export/six-answers.json"), "utf8"));

async function rowsOf(format: string): Promise<Record<string, string>[]> {
	const out = join(scratchFolder(), "x.csv");
	const { code, out: said } = await command("export", format, "--data", fixture("six-incidents"), "--out", out);
	expect(code).toBe(0);
	expect(said).toContain("15 answers, one for each original source and question.");
	// Of the 20 claims: a repeat of the local paper, one of nobody named, the residents, a mention, a first statement.
	expect(said).toContain(
		"5 claims excluded: 1 untraced repeat, 1 collective source, 1 no answer, 1 repeat, 1 other statement.",
	);
	const bytes = readFileSync(out);
	expect(bytes[0]).not.toBe(0xef);
	return parse(bytes, { columns: true });
}

test("labels: crowd-kit's vote over the exported rows is the kit's", async () => {
	const rows = await rowsOf("labels");
	expect(Object.keys(rows[0] ?? {})).toEqual(["task", "worker", "label"]);
	const answers = codeAnswers(
		rows.map(({ task = "", worker = "", label = "" }) => ({ question: task, source: worker, value: label })),
	);
	const { posterior } = vote(answers);
	const own: Record<string, Record<string, number>> = {};
	answers.questions.forEach((question, q) => {
		for (let v = answers.valueStart[q] as number; v < (answers.valueStart[q + 1] as number); v++)
			own[question] = {
				...own[question],
				[answers.classes[answers.valueClass[v] as number] as string]: posterior[v] as number,
			};
	});
	expect(own).toEqual(theirs.vote);
});

test("triples: truthdiscovery's Sums over the exported rows is the kit's, to ten digits", async () => {
	const rows = await rowsOf("triples");
	expect(Object.keys(rows[0] ?? {})).toEqual(["source", "variable", "value"]);
	const answers = codeAnswers(
		rows.map(({ source = "", variable = "", value = "" }) => ({ question: variable, source, value })),
	);
	const { score } = sums(answers, { rounds: 20, tolerance: 0 });
	const trust = Object.fromEntries(answers.sources.map((source, index) => [source, score[index]]));
	expect(Object.keys(trust).sort()).toEqual(Object.keys(theirs.sums_trust).sort());
	for (const [source, value] of Object.entries(theirs.sums_trust))
		expect(trust[source]).toBeCloseTo(value as number, 10);
});
