import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswerRow, codeAnswers } from "../../../src/reliability/truth/answers.js";
import { truthMethods } from "../../../src/reliability/truth/methods.js";
import { leading, type TruthResult } from "../../../src/reliability/truth/result.js";

/** Every part of every method, on answers that are numbers, so that those for counts can speak too. */
const parts = truthMethods.flatMap(({ name, parts }) =>
	parts.map(({ types, run }) => ({ name: `${name} (${types.join(", ")})`, run })),
);
const code = (rows: readonly AnswerRow[]) => codeAnswers(rows, { candidates: "all" });

const rowsArbitrary = fc.uniqueArray(
	fc.record({
		question: fc.constantFrom("q1", "q2", "q3", "q4", "q5"),
		source: fc.constantFrom("a", "b", "c", "d", "e", "f"),
		value: fc.constantFrom("0", "3", "4", "250"),
	}),
	{ minLength: 1, maxLength: 24, selector: ({ question, source }) => `${question} ${source}` },
);

describe.each(parts)("$name", ({ name, run }) => {
	test("one source against another, and nothing else: a tie, not the first seen", () => {
		const rows = [
			{ question: "q", source: "a", value: "2" },
			{ question: "q", source: "b", value: "9" },
		];
		for (const given of [rows, [...rows].reverse()]) {
			const { ties, score } = run(code(given), new Map());
			expect(ties).toEqual([0]);
			expect(score[0]).toBeCloseTo(score[1] as number, 9);
		}
	});

	test("three who agree on all are believed against one who differs on all", () => {
		// A range of questions, so that trust can be told from chance.
		const rows = ["q1", "q2", "q3", "q4"].flatMap((question, q) =>
			["a", "b", "c", "d"].map((source) => ({ question, source, value: String(source === "d" ? 90 + q : 2 + q) })),
		);
		const answers = codeAnswers(rows);
		const { posterior } = run(answers, new Map());
		const best = answers.questions.map((_, q) =>
			leading(answers, posterior, q).map((value) => answers.classes[answers.valueClass[value] as number]),
		);
		const pools = [
			["2", "90"],
			["3", "91"],
			["4", "92"],
			["5", "93"],
		];
		// PooledInvestment gives each value one pool, however many share it: three against one is a tie.
		expect(best).toEqual(name.startsWith("pooled") ? pools : [["2"], ["3"], ["4"], ["5"]]);
	});

	test("numbers are finite, and no order of the rows and no name of a source changes a bit (property)", () => {
		fc.assert(
			fc.property(rowsArbitrary, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rows, random) => {
				const found = run(code(rows), new Map());
				for (const number of [...found.posterior, ...found.score]) expect(Number.isFinite(number)).toBe(true);
				expect(found.rounds).toBeLessThanOrEqual(1000);
				const shuffled = rows
					.map((row) => ({ row, at: random.next().value as number }))
					.sort((x, y) => x.at - y.at)
					.map(({ row }) => row);
				const same = (a: TruthResult, b: TruthResult) => {
					expect([...a.posterior]).toEqual([...b.posterior]);
					expect([...a.score]).toEqual([...b.score]);
					expect(a.ties).toEqual(b.ties);
				};
				same(run(code(shuffled), new Map()), found);
				same(run(code(rows.map((row) => ({ ...row, source: `source ${row.source}` }))), new Map()), found);
			}),
			{ numRuns: 30, seed: 5 },
		);
	});
});
