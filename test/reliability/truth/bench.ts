import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type AnswerRow, type Answers, codeAnswers } from "../../../src/reliability/truth/answers.js";
import { believed, type TruthResult } from "../../../src/reliability/truth/result.js";

const folder = (name: string) => new URL(`../../../../shared/bench/${name}/`, import.meta.url);

/** Whether a published case lies beside the checkout. */
export const isHere = (name: string): boolean => existsSync(folder(name));

/** Added to the title of a test that is skipped. */
export const absent = (name: string): string => (isHere(name) ? "" : ` (skipped: ../shared/bench/${name} is absent)`);

/** Rows of a table of a published case. */
export const rowsOf = (name: string, file: string): Record<string, string>[] =>
	parse(readFileSync(new URL(file, folder(name)), "utf8"), { columns: true, relax_column_count: true });

/** A file of a published case as text. */
export const textOf = (name: string, file: string): string => readFileSync(new URL(file, folder(name)), "utf8");

/** Answers of workers to tasks with a known truth: bluebirds, dogs, faces, product-pairs. */
export function crowd(name: string): { answers: Answers; truth: ReadonlyMap<string, string> } {
	const rows = rowsOf(name, "answers.csv").map(
		({ task, worker, label }) => ({ question: task, source: worker, value: label }) as AnswerRow,
	);
	const truth = new Map(rowsOf(name, "truth.csv").map(({ task, label }) => [task as string, label as string]));
	return { answers: codeAnswers(rows, { candidates: "all" }), truth };
}

/** How many questions a method answers rightly; those that tie share the credit. */
export function correct(answers: Answers, result: TruthResult, truth: ReadonlyMap<string, string>): number {
	let sum = 0;
	for (const [question, best] of believed(answers, result))
		if (best.includes(truth.get(question) ?? "")) sum += 1 / best.length;
	return sum;
}
