import type { Answers } from "./answers.js";

/** Questions whose answer is known, each with every value that agrees with it, ranges included. */
export type ResolvedAnswers = ReadonlyMap<string, ReadonlySet<string>>;

/** What is known of one value. */
export const knowledge = { open: 0, right: 1, wrong: 2 } as const;

/** For each value: open, right or wrong. A resolved question without an answer is skipped. */
export function resolvedValues(answers: Answers, resolved: ResolvedAnswers): Uint8Array {
	const known = new Uint8Array(answers.valueClass.length);
	answers.questions.forEach((question, q) => {
		const right = resolved.get(question);
		if (!right) return;
		for (let value = answers.valueStart[q] as number; value < (answers.valueStart[q + 1] as number); value++) {
			const name = answers.classes[answers.valueClass[value] as number] as string;
			known[value] = right.has(name) ? knowledge.right : knowledge.wrong;
		}
	});
	return known;
}
