import { seeded } from "../../dist/statistics/random.js";

/**
 * Invented answers to questions with four values: each source answers fifty questions and is right with a
 * probability of its own, between .35 and .95; each question is answered by some fifteen sources.
 */
export function synthetic(claims, seed = 1) {
	const random = seeded(seed);
	const sources = Math.max(1, Math.round(claims / 50));
	const questions = Math.max(1, Math.round(claims / 15));
	const truth = Array.from({ length: questions }, () => Math.floor(random() * 4));
	const accuracy = Array.from({ length: sources }, () => 0.35 + 0.6 * random());
	const first = Array.from({ length: sources }, () => Math.floor(random() * questions));
	const names = ["a", "b", "c", "d"];
	const rows = Array.from({ length: claims }, (_, claim) => {
		const source = claim % sources;
		// Steps of a large prime, so that no source meets a question twice.
		const question = (first[source] + Math.floor(claim / sources) * 7919) % questions;
		const right = truth[question];
		const value = random() < accuracy[source] ? right : (right + 1 + Math.floor(random() * 3)) % 4;
		return { question: `q${question}`, source: `s${source}`, value: names[value] };
	});
	return { rows, truth: new Map(truth.map((value, question) => [`q${question}`, names[value]])), accuracy };
}
