import type { Answers } from "./answers.js";
import { normalise } from "./normalise.js";
import { type RoundOptions, type TruthResult, tiesOf } from "./result.js";
import { voteShares } from "./vote.js";

/** How Dawid–Skene estimates are made. */
export interface DawidSkeneOptions extends RoundOptions {
	/** Added to every cell of every source's table; 0 (default) is maximum likelihood. */
	readonly smoothing?: number;
}

/** What Dawid–Skene estimates besides. */
export interface DawidSkeneResult extends TruthResult {
	/** Probability that source `s` gives class `l` where class `k` is true, at `(s * K + k) * K + l`. */
	readonly confusion: Float64Array;
	/** Share of each class among the questions. */
	readonly classShare: Float64Array;
	/** Of the answers, the truth summed over; with smoothing it is not what is maximised. */
	readonly logLikelihood: number;
}

/**
 * A table of errors a source: how often it gives class l where k is true (Dawid & Skene, Applied Statistics
 * 28(1), 1979), by expectation and maximisation. A source may answer a question more than once.
 *
 * Assumes one list of classes for all questions (code with `candidates: "all"`), sources that are independent
 * given the truth, and enough answers for K² numbers a source: with few it is sure and wrong, and without
 * smoothing a cell that reaches 0 stays there. A source that never meets a class has the same probability for
 * all answers to it. Starts from claim shares; converged when the log likelihood changes by less than
 * `tolerance` (1e-10) of itself, at most `rounds` (1,000).
 *
 * Score: probability that a source is right on a question drawn by the class shares.
 *
 * @throws `20000 sources × 100² classes are more than 100000000 numbers to estimate: use fewer classes`
 * @example
 * const answers = codeAnswers([{ question: "q", source: "a", value: "yes" }]);
 * believed(answers, dawidSkene(answers)).get("q") // → ["yes"]
 */
export function dawidSkene(answers: Answers, options: DawidSkeneOptions = {}): DawidSkeneResult {
	const { smoothing = 0, rounds = 1000, tolerance = 1e-10 } = options;
	const K = answers.classes.length;
	const posterior = voteShares(answers);
	const table = reachable(answers, K);
	const chance = new Float64Array(table.cells.length);
	const classShare = new Float64Array(K);
	let [logLikelihood, round, converged] = [Number.NEGATIVE_INFINITY, 0, false];
	while (round < rounds && !converged) {
		round++;
		maximise(answers, posterior, smoothing, table, chance, classShare);
		const now = expect(answers, table, chance, classShare, posterior);
		converged = Math.abs(now - logLikelihood) <= tolerance * Math.abs(now);
		logLikelihood = now;
	}
	const confusion = complete(answers, table, chance, smoothing, K);
	const score = Float64Array.from(answers.sources, (_, source) =>
		classShare.reduce((sum, share, k) => sum + share * (confusion[(source * K + k) * K + k] as number), 0),
	);
	return {
		method: smoothing > 0 ? "dawid_skene_smoothed" : "dawid_skene",
		posterior,
		scale: "uncalibrated",
		score,
		rounds: round,
		converged,
		ties: tiesOf(answers, posterior),
		confusion,
		classShare,
		logLikelihood,
	};
}

/** Most cells that all tables may have together: two arrays of them are kept. */
const mostCells = 1e8;

/** The cells of the tables that an answer can reach: few, where most classes are values of few questions. */
interface Reachable {
	/** Where each lies in the whole of the tables, in ascending order. */
	readonly cells: Int32Array;
	/** For each claim and each value of its question, in their order: which of `cells` they reach. */
	readonly cellOf: Int32Array;
}

function reachable(answers: Answers, K: number): Reachable {
	const { questions, sources, valueStart, valueClass, claimStart, claimSource, claimValue } = answers;
	const size = sources.length * K * K;
	if (size > mostCells)
		throw new RangeError(
			`${sources.length} sources × ${K}² classes are more than ${mostCells} numbers to estimate: use fewer classes`,
		);
	const reached: number[] = [];
	for (let q = 0; q < questions.length; q++)
		for (let claim = claimStart[q] as number; claim < (claimStart[q + 1] as number); claim++) {
			const given = valueClass[claimValue[claim] as number] as number;
			for (let value = valueStart[q] as number; value < (valueStart[q + 1] as number); value++)
				reached.push(((claimSource[claim] as number) * K + (valueClass[value] as number)) * K + given);
		}
	const rank = new Int32Array(size);
	for (const cell of reached) rank[cell] = 1;
	const cells: number[] = [];
	rank.forEach((is, cell) => {
		if (is === 0) return;
		rank[cell] = cells.length;
		cells.push(cell);
	});
	return { cells: Int32Array.from(cells), cellOf: Int32Array.from(reached, (cell) => rank[cell] as number) };
}

/** Tables and class shares from the posteriors, in place. */
function maximise(
	{ questions, valueStart, valueClass, claimStart }: Answers,
	posterior: Float64Array,
	smoothing: number,
	{ cells, cellOf }: Reachable,
	chance: Float64Array,
	classShare: Float64Array,
): void {
	const K = classShare.length;
	chance.fill(smoothing);
	classShare.fill(0);
	let at = 0;
	for (let q = 0; q < questions.length; q++) {
		const [from, to] = [valueStart[q] as number, valueStart[q + 1] as number];
		for (let value = from; value < to; value++) {
			const k = valueClass[value] as number;
			classShare[k] = (classShare[k] as number) + (posterior[value] as number) / questions.length;
		}
		for (let claim = claimStart[q] as number; claim < (claimStart[q + 1] as number); claim++)
			for (let value = from; value < to; value++) {
				const cell = cellOf[at++] as number;
				chance[cell] = (chance[cell] as number) + (posterior[value] as number);
			}
	}
	// The cells of one row stand together; those that no answer reaches add their smoothing to its sum.
	for (let first = 0, end = 0; first < cells.length; first = end) {
		const next = (Math.floor((cells[first] as number) / K) + 1) * K;
		let sum = 0;
		while (end < cells.length && (cells[end] as number) < next) sum += chance[end++] as number;
		sum += smoothing * (K - (end - first));
		for (let cell = first; cell < end; cell++) chance[cell] = sum > 0 ? (chance[cell] as number) / sum : 1 / K;
	}
}

/** Posteriors from tables and class shares, in place; gives the log likelihood. */
function expect(
	{ questions, valueStart, valueClass, claimStart }: Answers,
	{ cellOf }: Reachable,
	chance: Float64Array,
	classShare: Float64Array,
	posterior: Float64Array,
): number {
	const [logs, logShare] = [chance.map(Math.log), classShare.map(Math.log)];
	let [logLikelihood, at] = [0, 0];
	for (let q = 0; q < questions.length; q++) {
		const [from, to] = [valueStart[q] as number, valueStart[q + 1] as number];
		for (let value = from; value < to; value++) posterior[value] = logShare[valueClass[value] as number] as number;
		for (let claim = claimStart[q] as number; claim < (claimStart[q + 1] as number); claim++)
			for (let value = from; value < to; value++)
				posterior[value] = (posterior[value] as number) + (logs[cellOf[at++] as number] as number);
		logLikelihood += normalise(posterior, from, to);
	}
	return logLikelihood;
}

/** The whole tables: in the cells that no answer reaches what smoothing leaves them, or 1 / K where a row has no answer. */
function complete(
	{ sources }: Answers,
	{ cells }: Reachable,
	chance: Float64Array,
	smoothing: number,
	K: number,
): Float64Array {
	const confusion = new Float64Array(sources.length * K * K).fill(1 / K);
	for (let first = 0, end = 0; first < cells.length; first = end) {
		const row = Math.floor((cells[first] as number) / K) * K;
		let sum = 0;
		while (end < cells.length && (cells[end] as number) < row + K) sum += chance[end++] as number;
		const rest = smoothing > 0 ? (1 - sum) / (K - (end - first)) : 0;
		const isEmpty = smoothing === 0 && Math.abs(sum - (end - first) / K) < 1e-12 && end - first < K;
		if (!isEmpty) confusion.fill(rest, row, row + K);
		for (let cell = first; cell < end; cell++) confusion[cells[cell] as number] = chance[cell] as number;
	}
	return confusion;
}
