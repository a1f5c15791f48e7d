import type { ClaimTimeline } from "../../reliability/questions/claim-timeline.js";
import { countLabel, wordFor } from "../parts/labels.js";
import { shorten } from "../parts/text.js";

/** Letters of a title, at most, and on one line. */
const [longestTitle, oneLine] = [90, 82];
/** Letters of an answer in a title. */
const longestAnswer = 24;

/** The verdict in words: `yes (confirmed)`, `contested`, `unresolved (best supported: yes)`. */
export function verdictLabel({ verdict_status, verdict }: Pick<ClaimTimeline, "verdict_status" | "verdict">): string {
	const isResolved = verdict_status === "confirmed" || verdict_status === "refuted";
	if (verdict === null) return verdict_status;
	if (isResolved) return `${verdict} (${verdict_status})`;
	return `${verdict_status} (best supported: ${verdict})`;
}

/** The question and how many original sources give which answer: the longest form that fits on one line. */
export function timelineTitle({ text, answers, rows }: ClaimTimeline): string {
	const given = answers.filter(({ answer, original_sources }) => answer !== "no answer" && original_sources > 0);
	const forms = findings(given, rows.length);
	const fitting = forms.find((finding) => text.length + 1 + finding.length <= oneLine);
	const finding = fitting ?? (forms.at(-1) as string);
	return `${shorten(text, longestTitle - finding.length - 1)} ${finding}`;
}

/** What the original sources say, in forms from long to short. */
function findings(given: ClaimTimeline["answers"], claims: number): readonly string[] {
	const [first, second] = given;
	const say = (count: number) => wordFor(count, "says", "say");
	const short = (answer: string) => shorten(answer, longestAnswer);
	if (first === undefined) return [`No original source answers (n = ${claims})`];
	const named = ["original source", "source"].map(
		(noun) => `${countLabel(first.original_sources, noun)} ${say(first.original_sources)} ${short(first.answer)}`,
	);
	if (second === undefined) return named;
	if (given.length === 2) {
		const other = `${second.original_sources} ${say(second.original_sources)} ${short(second.answer)}`;
		return named.map((each) => `${each}, ${other}`);
	}
	if (first.original_sources === second.original_sources) return [`${given.length} answers, none leads`];
	return named.map((each) => `${each}; ${given.length - 1} other answers`);
}

/** Every answer with its original sources and reports, as a list in a sentence. */
export function answersLabel({ answers }: Pick<ClaimTimeline, "answers">): string {
	return answers
		.map(
			({ answer, original_sources, reports }) =>
				`${answer} from ${countLabel(original_sources, "original source")} in ${countLabel(reports, "report")}`,
		)
		.join("; ");
}
