import { expect, test } from "vitest";
import { type Answers, codeAnswers } from "../../../src/reliability/truth/answers.js";
import { oneCoin } from "../../../src/reliability/truth/one-coin.js";
import { seeded } from "../../../src/statistics/random.js";

/** Invented answers: a source a hundred claims, a question ten. */
function invented(claims: number): Answers {
	const random = seeded(7);
	const rows = Array.from({ length: claims }, (_, claim) => ({
		source: `s${claim % (claims / 100)}`,
		question: `q${Math.floor(random() * (claims / 10))}`,
		value: random() < 0.7 ? "yes" : "no",
	}));
	return codeAnswers(rows, { candidates: "all" });
}

/** Counts how often the cells of the typed arrays are read: a measure of work that no busy machine disturbs. */
function counting(answers: Answers): { readonly answers: Answers; readonly reads: () => number } {
	let reads = 0;
	const watched = Object.entries(answers).map(([name, array]) => [
		name,
		ArrayBuffer.isView(array)
			? new Proxy(array, {
					get: (target, key) => {
						reads++;
						return Reflect.get(target, key, target);
					},
				})
			: array,
	]);
	return { answers: Object.fromEntries(watched) as Answers, reads: () => reads };
}

test("one-coin MAP reads each claim a fixed number of times a round, and its arrays grow with the claims", () => {
	const [perClaim, bytes] = [2000, 20_000].reduce<[number[], number[]]>(
		([counts, sizes], claims) => {
			const answers = invented(claims);
			const watched = counting(answers);
			const { rounds } = oneCoin(watched.answers, { rounds: 5, tolerance: 0 });
			expect(rounds).toBe(5);
			const size = Object.values(answers).reduce(
				(sum, array) => sum + (ArrayBuffer.isView(array) ? array.byteLength : 0),
				0,
			);
			return [
				[...counts, watched.reads() / claims],
				[...sizes, size / claims],
			];
		},
		[[], []],
	);
	expect((perClaim[1] as number) / (perClaim[0] as number)).toBeCloseTo(1, 2);
	expect((bytes[1] as number) / (bytes[0] as number)).toBeCloseTo(1, 1);
});
