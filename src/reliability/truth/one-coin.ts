import type { Answers } from "./answers.js";
import { normalise } from "./normalise.js";
import { knowledge, type ResolvedAnswers, resolvedValues } from "./resolved.js";
import { type RoundOptions, type TruthResult, tiesOf } from "./result.js";
import { voteShares } from "./vote.js";

/** Beta prior of every source's accuracy, as (right, wrong). */
export const oneCoinPrior = [4, 2] as const;

/** How one-coin estimates are made. */
export interface OneCoinOptions extends RoundOptions {
	/** Beta prior of every source's accuracy, as (right, wrong); default (4, 2). (1, 1) is maximum likelihood. */
	readonly prior?: readonly [number, number];
	/** Questions whose answer is known: they show how accurate sources are and are not estimated. */
	readonly resolved?: ResolvedAnswers;
}

/** Accuracies stay this far from 0 and 1, so that no logarithm is infinite under a flat prior. */
const margin = 1e-12;

/**
 * One accuracy a source, most probable under a Beta prior: a source gives the right value with probability
 * a, and any wrong one with (1 - a) / (K - 1), where K is how many values the question has. Expectation and
 * maximisation by turns (Dawid & Skene 1979 with one parameter a source; ZenCrowd, Demartini et al., WWW
 * 2012); a = (expected right + α - 1) / (claims + α + β - 2).
 *
 * Assumes independent sources, equally likely wrong values, and one accuracy for all questions. It fails where
 * sources are biased rather than noisy. A question with one possible value is not used. Starts from claim shares; converged when the log posterior changes by less than
 * `tolerance` (1e-10) of itself, at most `rounds` (1,000).
 *
 * Score: accuracy, 0 to 1. Posterior: not calibrated; 1 on every value that agrees with a resolved answer.
 *
 * @example
 * [...oneCoin(codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })))).posterior] // → [0.122, 0.878]
 */
export function oneCoin(answers: Answers, options: OneCoinOptions = {}): TruthResult {
	const { prior = oneCoinPrior, resolved = new Map(), rounds = 1000, tolerance = 1e-10 } = options;
	const known = resolvedValues(answers, resolved);
	const posterior = voteShares(answers);
	known.forEach((what, value) => {
		if (what !== knowledge.open) posterior[value] = what === knowledge.right ? 1 : 0;
	});
	const accuracy = new Float64Array(answers.sources.length);
	let [last, round, converged] = [Number.NEGATIVE_INFINITY, 0, false];
	while (round < rounds && !converged) {
		round++;
		maximise(answers, posterior, prior, accuracy);
		const logs = logsOf(accuracy);
		const objective = expect(answers, known, logs, posterior) + logPrior(logs, prior);
		converged = Math.abs(objective - last) <= tolerance * Math.abs(objective);
		last = objective;
	}
	return {
		method: "one_coin",
		posterior,
		scale: "uncalibrated",
		score: accuracy,
		rounds: round,
		converged,
		ties: tiesOf(answers, posterior),
	};
}

/** Accuracies from the posterior of each source's claims, in place. A question of one value is excluded. */
function maximise(
	{ questions, valueStart, claimStart, claimSource, claimValue, sources }: Answers,
	posterior: Float64Array,
	[right, wrong]: readonly [number, number],
	accuracy: Float64Array,
): void {
	const n = new Float64Array(sources.length);
	accuracy.fill(0);
	for (let q = 0; q < questions.length; q++) {
		if ((valueStart[q + 1] as number) - (valueStart[q] as number) < 2) continue;
		const to = claimStart[q + 1] as number;
		for (let claim = claimStart[q] as number; claim < to; claim++) {
			const source = claimSource[claim] as number;
			accuracy[source] = (accuracy[source] as number) + (posterior[claimValue[claim] as number] as number);
			n[source] = (n[source] as number) + 1;
		}
	}
	for (let source = 0; source < sources.length; source++) {
		const weight = (n[source] as number) + right + wrong - 2;
		const share = weight > 0 ? ((accuracy[source] as number) + right - 1) / weight : 0.5;
		accuracy[source] = Math.min(1 - margin, Math.max(margin, share));
	}
}

/** Logarithms of every source's accuracy, of what it lacks to 1, and their difference. */
interface Logs {
	readonly right: Float64Array;
	readonly wrong: Float64Array;
	readonly odds: Float64Array;
}

function logsOf(accuracy: Float64Array): Logs {
	const n = accuracy.length;
	const [right, wrong, odds] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
	for (let source = 0; source < n; source++) {
		right[source] = Math.log(accuracy[source] as number);
		wrong[source] = Math.log(1 - (accuracy[source] as number));
		odds[source] = (right[source] as number) - (wrong[source] as number);
	}
	return { right, wrong, odds };
}

/** Posteriors from accuracies, in place; gives the log likelihood. */
function expect(
	answers: Answers,
	known: Uint8Array,
	{ wrong: logWrong, odds: logOdds }: Logs,
	posterior: Float64Array,
): number {
	const { questions, valueStart, claimStart, claimSource, claimValue } = answers;
	let logLikelihood = 0;
	for (let q = 0; q < questions.length; q++) {
		const from = valueStart[q] as number;
		const to = valueStart[q + 1] as number;
		const first = claimStart[q] as number;
		const end = claimStart[q + 1] as number;
		const others = to - from - 1;
		if (others === 0) continue;
		const spread = Math.log(others);
		let base = 0;
		if ((known[from] as number) === knowledge.open) {
			for (let value = from; value < to; value++) posterior[value] = 0;
			for (let claim = first; claim < end; claim++) {
				const source = claimSource[claim] as number;
				const value = claimValue[claim] as number;
				base += (logWrong[source] as number) - spread;
				posterior[value] = (posterior[value] as number) + (logOdds[source] as number) + spread;
			}
			logLikelihood += base - Math.log(to - from) + normalise(posterior, from, to);
		} else {
			for (let claim = first; claim < end; claim++) {
				const source = claimSource[claim] as number;
				const isRight = known[claimValue[claim] as number] === knowledge.right;
				logLikelihood += (logWrong[source] as number) + (isRight ? (logOdds[source] as number) : -spread);
			}
		}
	}
	return logLikelihood;
}

function logPrior(logs: Logs, [right, wrong]: readonly [number, number]): number {
	let sum = 0;
	for (let source = 0; source < logs.right.length; source++)
		sum = sum + (right - 1) * (logs.right[source] as number) + (wrong - 1) * (logs.wrong[source] as number);
	return sum;
}
