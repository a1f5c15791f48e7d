import type { Answers } from "./answers.js";
import type { SharedAnswers } from "./copying.js";

/** A pair of sources as one number; the order of the two does not matter. */
export const pairOf = (a: number, b: number, sources: number): number => Math.min(a, b) * sources + Math.max(a, b);

/**
 * What every two sources share on the questions that both answer, by `pairOf`.
 *
 * @param isTrue 1 for each value held true
 */
export function sharedAnswers(answers: Answers, isTrue: Uint8Array): Map<number, SharedAnswers> {
	const { questions, sources, claimStart, claimSource, claimValue } = answers;
	const pairs = new Map<number, { kt: number; kf: number; kd: number }>();
	for (let q = 0; q < questions.length; q++)
		for (let one = claimStart[q] as number; one < (claimStart[q + 1] as number); one++)
			for (let other = one + 1; other < (claimStart[q + 1] as number); other++) {
				const key = pairOf(claimSource[one] as number, claimSource[other] as number, sources.length);
				let shared = pairs.get(key);
				if (!shared) {
					shared = { kt: 0, kf: 0, kd: 0 };
					pairs.set(key, shared);
				}
				const value = claimValue[one] as number;
				if (value !== claimValue[other]) shared.kd++;
				else if (isTrue[value] === 1) shared.kt++;
				else shared.kf++;
			}
	return pairs;
}
