import { isDay } from "../calendar/days.js";
import { readAs } from "../load/alike.js";
import { plainCell } from "./plain-text.js";

/** An outlet that an event was coded from, with the day of its article. */
export interface Article {
	readonly outlet: string;
	/** `null` where UCDP gives no day that can be tied to this outlet. */
	readonly day: string | null;
	/** How many articles of this outlet and day there are. */
	readonly count: number;
	/** Headline of the first of them, where it can be told. */
	readonly headline: string | null;
}

/** What UCDP says about where an event was reported. */
export interface SourceCells {
	readonly source_office: string;
	readonly source_date: string;
	readonly source_headline: string;
	readonly source_article: string;
}

/** A citation begins with its outlet; a name has at most so many characters. */
const longestName = 100;

/**
 * The outlets of an event: since about 2013 in a column of their own, before that at the beginning of a citation, up to
 * the first comma, digit, quote or bracket. The lists of days and headlines are used where they are as long as that of
 * the outlets: a headline can have a semicolon itself.
 *
 * @example
 * articlesOf({ source_office: "", source_date: "", source_headline: "", source_article: "AP, 2008-05-29, \"3 killed" }) // → [{ outlet: "AP", day: null }]
 */
export function articlesOf({ source_office, source_date, source_headline, source_article }: SourceCells): Article[] {
	const offices = listOf(source_office);
	if (offices.length === 0) {
		const outlet = plainCell(/^[\s"]*([^,\d"“(;]+)/.exec(source_article)?.[1]);
		return outlet === null || outlet.length > longestName ? [] : [{ outlet, day: null, count: 1, headline: null }];
	}
	const [days, headlines] = [listOf(source_date), listOf(source_headline)];
	const articles = new Map<string, { outlet: string; day: string | null; count: number; headline: string | null }>();
	for (const [index, office] of offices.entries()) {
		const outlet = plainCell(office);
		if (outlet === null) continue;
		const written = days.length === offices.length ? (days[index] ?? "") : "";
		const day = isDay(written) && written > "1900" && written < "2200" ? written : null;
		const key = JSON.stringify([readAs(outlet), day]);
		const there = articles.get(key);
		if (there) there.count++;
		else {
			const headline = headlines.length === offices.length ? plainCell(headlines[index]) : null;
			articles.set(key, { outlet, day, count: 1, headline });
		}
	}
	return [...articles.values()];
}

const listOf = (cell: string): string[] => (cell.trim() === "" ? [] : cell.split(";").map((part) => part.trim()));
