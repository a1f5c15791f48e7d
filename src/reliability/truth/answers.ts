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

/** Rows in numbers: places in lists of names that are in the order of their letters. */
interface CodedRows {
	readonly questions: readonly string[];
	readonly sources: readonly string[];
	readonly classes: readonly string[];
	/** Of each row. */
	readonly questionOf: Int32Array;
	readonly sourceOf: Int32Array;
	readonly classOf: Int32Array;
	/** Classes that a question can have besides those claimed. */
	readonly moreOf: (question: number) => Iterable<number>;
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
	const moreOf = (q: number): Iterable<number> => {
		if (candidates === "claimed") return [];
		if (candidates === "all") return classes.keys();
		return (candidates.get(questions[q] as string) ?? []).map((name) => classByName.get(name) as number);
	};
	return layOut({ questions, sources, classes, questionOf, sourceOf, classOf, moreOf });
}

/**
 * Codes the same rows again and again, each time some of them, as `codeAnswers` does: names are put in order once.
 *
 * @param candidates values by question, besides those claimed
 * @returns the answers of some rows, given by their places
 */
export function answerCoder(
	rows: readonly AnswerRow[],
	candidates: ReadonlyMap<string, readonly string[]>,
): (places: readonly number[]) => Answers {
	const [questions, questionOf] = codeNames(rows.map(({ question }) => question));
	const [sources, sourceOf] = codeNames(rows.map(({ source }) => source));
	const [classes, classOf] = codeNames(rows.map(({ value }) => value).concat([...candidates.values()].flat()));
	const classByName = new Map(classes.map((name, index) => [name, index]));
	const more = questions.map((name) => (candidates.get(name) ?? []).map((each) => classByName.get(each) as number));
	// A class that some question can have is in the list whichever rows are coded.
	const always = classOf.subarray(rows.length);
	return (places) => {
		const gathered = (codes: Int32Array) => Int32Array.from(places, (place) => codes[place] as number);
		const [keptQuestions, ownQuestion] = renumbered(gathered(questionOf), questions);
		const [keptSources, ownSource] = renumbered(gathered(sourceOf), sources);
		const [keptClasses, ownClass, newClass] = renumbered(gathered(classOf), classes, always);
		const oldQuestion = new Int32Array(keptQuestions.length);
		places.forEach((place, row) => {
			oldQuestion[ownQuestion[row] as number] = questionOf[place] as number;
		});
		return layOut({
			questions: keptQuestions,
			sources: keptSources,
			classes: keptClasses,
			questionOf: ownQuestion,
			sourceOf: ownSource,
			classOf: ownClass,
			moreOf: (q) => (more[oldQuestion[q] as number] as readonly number[]).map((each) => newClass[each] as number),
		});
	};
}

/** The names that occur, in the same order, the codes among them, and the new code of each old one. */
function renumbered(
	codes: Int32Array,
	names: readonly string[],
	always: Int32Array = new Int32Array(0),
): [readonly string[], Int32Array, Int32Array] {
	const place = new Int32Array(names.length).fill(-1);
	for (const code of codes) place[code] = 0;
	for (const code of always) place[code] = 0;
	const kept = names.filter((_, code) => place[code] === 0);
	let next = 0;
	for (let code = 0; code < names.length; code++) if (place[code] === 0) place[code] = next++;
	return [kept, codes.map((code) => place[code] as number), place];
}

function layOut({ questions, sources, classes, questionOf, sourceOf, classOf, moreOf }: CodedRows): Answers {
	const rows = questionOf.length;
	// Sorting by the least key first: each pass keeps the order of the one before.
	const byValue = countingOrder(
		new Int32Array(rows).map((_, row) => row),
		classOf,
		classes.length,
	);
	const bySource = countingOrder(byValue, sourceOf, sources.length);
	const order = countingOrder(bySource, questionOf, questions.length);

	const claimStart = starts(questionOf, rows, questions.length);
	const valueStart = new Int32Array(questions.length + 1);
	const values: number[] = [];
	const claimValue = new Int32Array(rows);
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
		for (const each of moreOf(q)) offer(each);
		for (const each of own.sort((a, b) => a - b)) {
			valueAt[each] = values.length;
			values.push(each);
		}
		for (let claim = from; claim < to; claim++)
			claimValue[claim] = valueAt[classOf[order[claim] as number] as number] as number;
		valueStart[q + 1] = values.length;
	}
	const claimSource = order.map((row) => sourceOf[row] as number);
	const ends = starts(sourceOf, rows, sources.length);
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
