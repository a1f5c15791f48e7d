import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import { expect, test } from "vitest";
import { codeAnswers } from "../../../src/reliability/truth/answers.js";
import { dawidSkene } from "../../../src/reliability/truth/dawid-skene.js";
import { oneCoin } from "../../../src/reliability/truth/one-coin.js";
import { leading, type TruthResult } from "../../../src/reliability/truth/result.js";
import { vote } from "../../../src/reliability/truth/vote.js";
import { type Random, seeded } from "../../../src/statistics/random.js";

/** Accuracies of Beta(6, 2.5): its quantiles at the middles of 200 equal parts. */
const accuracies = Array.from({ length: 200 }, (_, part) => {
	let [low, high] = [0, 1];
	for (let step = 0; step < 40; step++) {
		const middle = (low + high) / 2;
		if (betaCdf(middle, 6, 2.5) < (part + 0.5) / 200) low = middle;
		else high = middle;
	}
	return low;
});

/** A dossier of our size: 207 yes-or-no questions, 80 sources of unequal diligence, 511 independent claims. */
function invented(random: Random) {
	const truth = Array.from({ length: 207 }, () => random() < 0.5);
	const right = Array.from({ length: 80 }, () => accuracies[Math.floor(random() * 200)] as number);
	const rows = new Map<string, { question: string; source: string; value: string }>();
	while (rows.size < 511) {
		// A squared uniform: few sources speak often, most a few times.
		const [q, s] = [Math.floor(random() * 207), Math.floor(80 * random() ** 2)];
		if (rows.has(`${q} ${s}`)) continue;
		const isRight = random() < (right[s] as number);
		rows.set(`${q} ${s}`, { question: `q${q}`, source: `s${s}`, value: truth[q] === isRight ? "yes" : "no" });
	}
	const answers = codeAnswers([...rows.values()], { candidates: "all" });
	const isTrue = (question: string) => (truth[Number(question.slice(1))] ? "yes" : "no");
	const half = answers.questions.filter((_, index) => index % 2 === 0);
	return { answers, isTrue, resolved: new Map(half.map((question) => [question, new Set([isTrue(question)])])) };
}

test("at our size (207 questions, 60 seeded runs): the resolved half helps one coin, one coin the vote, and Dawid–Skene loses to it, as a simulation in numpy found (.779, .765, .745, .718)", () => {
	const random = seeded(3);
	const sums = { vote: 0, dawidSkene: 0, oneCoin: 0, taught: 0, n: 0 };
	for (let run = 0; run < 60; run++) {
		const { answers, isTrue, resolved } = invented(random);
		const credit = ({ posterior }: TruthResult) =>
			answers.questions.reduce((sum, question, q) => {
				if (resolved.has(question)) return sum;
				const best = leading(answers, posterior, q).map(
					(value) => answers.classes[answers.valueClass[value] as number],
				);
				return sum + (best.includes(isTrue(question)) ? 1 / best.length : 0);
			}, 0);
		sums.vote += credit(vote(answers));
		sums.dawidSkene += credit(dawidSkene(answers));
		sums.oneCoin += credit(oneCoin(answers));
		sums.taught += credit(oneCoin(answers, { resolved }));
		sums.n += answers.questions.length - resolved.size;
	}
	const found = [sums.taught, sums.oneCoin, sums.vote, sums.dawidSkene].map((sum) => sum / sums.n);
	expect(found).toEqual([...found].sort((a, b) => b - a));
	// How diligence is spread over the sources is not the same in both, so the second decimal may differ by one.
	for (const [index, wanted] of [0.779, 0.765, 0.745, 0.718].entries())
		expect(Math.abs((found[index] as number) - wanted)).toBeLessThan(0.02);
});
