import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type AnswerRow, type Answers, codeAnswers } from "../../../src/reliability/truth/answers.js";
import { believed, type TruthResult } from "../../../src/reliability/truth/result.js";

const folder = (name: string) => new URL(`../../fixtures/bench/${name}/`, import.meta.url);

/** Rows of a table of a published case. */
export const rowsOf = (name: string, file: string): Record<string, string>[] =>
	parse(readFileSync(new URL(file, folder(name)), "utf8"), { columns: true, relax_column_count: true });

/** A file of a published case as text. */
export const textOf = (name: string, file: string): string => readFileSync(new URL(file, folder(name)), "utf8");

/** What other programs find in invented answers (`test/bench/peers/known_answers.py`). */
export interface FoundElsewhere {
	readonly vote: number;
	readonly one_coin: number;
	readonly pm: number;
	readonly catd: number;
	readonly dawid_skene_smoothing_0: DawidSkeneElsewhere;
	readonly dawid_skene_smoothing_1: DawidSkeneElsewhere;
}

interface DawidSkeneElsewhere {
	readonly right: number;
	readonly log_likelihood: number;
	readonly rounds: number;
	readonly mean_confidence: number;
}

/** The invented answers: few labels a task, and many labels. */
export const invented = ["made-four-labels", "made-three-answers"] as const;

export const foundElsewhere = (name: (typeof invented)[number]): FoundElsewhere =>
	JSON.parse(textOf(name, "expected.json"));

/** Answers of workers to tasks with a known truth: bluebirds and the invented ones. */
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
