import { codeNames, countingOrder, starts } from "./coding.js";

/** One answer of one source to one question, before coding. */
export interface AnswerRow {
	/** Id of the question. */
	readonly question: string;
	/** Id of the source. */
	readonly source: string;
	/** The answer as text. */
	readonly value: string;
}

/**
 * Answers in compact form, for the methods that weigh sources against each other: names are kept once, all
 * else is typed arrays. Claims are in the order of their questions; every array about values is
 * laid out question after question.
 */
export interface Answers {
	/** In the order of their names. */
	readonly questions: readonly string[];
	/** In the order of their names. */
	readonly sources: readonly string[];
	/** Every value that occurs, once: the classes of a method that knows one list for all questions. */
	readonly classes: readonly string[];
	/** The values of question `q` are `valueStart[q]` to `valueStart[q + 1] - 1`. */
	readonly valueStart: Int32Array;
	/** Class of each value. */
	readonly valueClass: Int32Array;
	/** The claims on question `q` are `claimStart[q]` to `claimStart[q + 1] - 1`. */
	readonly claimStart: Int32Array;
	/** Source of each claim. */
	readonly claimSource: Int32Array;
	/** Value of each claim, as an index into `valueClass`. */
	readonly claimValue: Int32Array;
	/** How many claims each source makes. */
	readonly claimsOfSource: Int32Array;
}

/** Which values a question can have. */
export interface CodeOptions {
	/**
	 * `claimed` (default): the values somebody claims for it. `all`: every value of the data, as for one list
	 * of classes. A map: its values by question, besides those claimed.
	 */
	readonly candidates?: "claimed" | "all" | ReadonlyMap<string, readonly string[]>;
}

/**
 * Codes answers in time linear in their number. Questions, sources and values are in the order of their
 * names, and a question's claims in the order of their sources, so that the order of the rows changes no bit
 * of any estimate.
 *
 * @example
 * codeAnswers([{ question: "q", source: "s", value: "yes" }]).classes // → ["yes"]
 */
export function codeAnswers(rows: readonly AnswerRow[], { candidates = "claimed" }: CodeOptions = {}): Answers {
	const more = typeof candidates === "string" ? [] : [...candidates.values()].flat();
	const [questions, questionOf] = codeNames(rows.map(({ question }) => question));
	const [sources, sourceOf] = codeNames(rows.map(({ source }) => source));
	const [classes, classOf] = codeNames(rows.map(({ value }) => value).concat(more));
	const classByName = new Map(classes.map((name, index) => [name, index]));
	// Sorting by the least key first: each pass keeps the order of the one before.
	const byValue = countingOrder(
		new Int32Array(rows.length).map((_, row) => row),
		classOf,
		classes.length,
	);
	const bySource = countingOrder(byValue, sourceOf, sources.length);
	const order = countingOrder(bySource, questionOf, questions.length);

	const claimStart = starts(questionOf, rows.length, questions.length);
	const valueStart = new Int32Array(questions.length + 1);
	const values: number[] = [];
	const claimValue = new Int32Array(rows.length);
	const valueAt = new Int32Array(classes.length);
	const seenBy = new Int32Array(classes.length).fill(-1);
	for (let q = 0; q < questions.length; q++) {
		const own: number[] = [];
		const offer = (each: number) => {
			if (seenBy[each] === q) return;
			seenBy[each] = q;
			own.push(each);
		};
		const [from, to] = [claimStart[q] as number, claimStart[q + 1] as number];
		for (let claim = from; claim < to; claim++) offer(classOf[order[claim] as number] as number);
		if (candidates === "all") for (let each = 0; each < classes.length; each++) offer(each);
		else if (candidates !== "claimed")
			for (const name of candidates.get(questions[q] as string) ?? []) offer(classByName.get(name) as number);
		for (const each of own.sort((a, b) => a - b)) {
			valueAt[each] = values.length;
			values.push(each);
		}
		for (let claim = from; claim < to; claim++)
			claimValue[claim] = valueAt[classOf[order[claim] as number] as number] as number;
		valueStart[q + 1] = values.length;
	}
	const claimSource = order.map((row) => sourceOf[row] as number);
	const ends = starts(sourceOf, rows.length, sources.length);
	const claimsOfSource = ends.subarray(1).map((end, source) => end - (ends[source] as number));
	return {
		questions,
		sources,
		classes,
		valueStart,
		valueClass: Int32Array.from(values),
		claimStart,
		claimSource,
		claimValue,
		claimsOfSource,
	};
}
