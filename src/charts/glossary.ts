import type { Direction, Region } from "../records/records.js";

/** A word that the kit uses with one meaning. */
export interface GlossaryTerm {
	/** The word, or two that are opposites, in lower case. */
	readonly term: string;
	/** One or two sentences that need no other page. */
	readonly meaning: string;
}

/**
 * Every special word of charts, notebooks and documentation, once, in the order in which a reader needs them. The
 * README and the front page show this list. Where the border and its sides are named, the names are those of the data.
 *
 * @example
 * glossaryOf(dossier.region).find(({ term }) => term === "claim")?.meaning // → "One source's answer to one question on one day."
 */
export const glossaryOf = ({ sides: [left, right], direction, start }: Region): readonly GlossaryTerm[] => [
	{ term: "incident", meaning: "An event on or near the border, or an event that a source says happened." },
	{
		term: "question",
		meaning: "One question about one incident, such as how many people were killed. The tables call it a proposition.",
	},
	{ term: "claim", meaning: "One source's answer to one question on one day." },
	{ term: "source", meaning: "Whoever makes a claim: a news outlet, an institution, an official or a witness." },
	{ term: "original source", meaning: "The source that made a claim first, where others pass the claim on." },
	{ term: "repeat", meaning: "A claim that passes on another source's claim. It is not new evidence." },
	{
		term: "verdict",
		meaning: "The coders' judgement of a question: confirmed, refuted, announced, contested or unresolved.",
	},
	{
		term: "resolved, unresolved",
		meaning: "A question is resolved if its verdict is confirmed or refuted. Otherwise it is unresolved.",
	},
	{
		term: "supported, contradicted",
		meaning: "A claim is supported if it gives the answer of the verdict, and contradicted if it gives another answer.",
	},
	{ term: "accuracy", meaning: "Share of resolved claims that the verdict supports." },
	{ term: "decisive claim", meaning: "A claim that the verdict relies on: without it, the verdict would change." },
	{
		term: "circular verdict",
		meaning: "A verdict that relies on a claim of the source that it would score. Accuracy excludes it by default.",
	},
	{
		term: "verification status",
		meaning: "How sure it is that the incident happened, by the verdict on that question.",
	},
	{
		term: "source coverage",
		meaning:
			"Number of different sources that report in a month. With low coverage, a month without incidents says little.",
	},
	{
		term: "95% interval",
		meaning:
			"Range of values that agree with the data, at the level of 95%. The notes of a chart name its kind: a confidence or a credible interval.",
	},
	{
		term: "clustered, overdispersed",
		meaning:
			"Incidents come in groups, more than independent incidents would. Intervals that allow for this are wider.",
	},
	{
		term: "could be chance",
		meaning: "The difference is not statistically significant if claims or incidents are clustered.",
	},
	{
		term: "border segment",
		meaning: `Part of the border where one ${left.adjective} ${left.area} faces one ${right.adjective} ${right.area}.`,
	},
	{
		term: "chainage",
		meaning: `Distance in km along the border from ${direction === null ? "the first point of its line" : `its ${firstEnds[direction]} end`}${start === null ? "" : `, where ${start} begins`}.`,
	},
];

/** The end at which a line that leads somewhere begins. */
const firstEnds: Readonly<Record<Direction, string>> = {
	south: "northern",
	north: "southern",
	east: "western",
	west: "eastern",
};
