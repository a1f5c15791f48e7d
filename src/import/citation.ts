import { isDay } from "../calendar/days.js";
import { plainCell } from "./plain-text.js";

/** What a citation says of its source. */
export interface Cited {
	/** Who reported; `null` where the citation names nobody. */
	readonly outlet: string | null;
	/** The service in whose collection the report was read, such as All Africa. */
	readonly carrier: string | null;
	/** Day of the report. */
	readonly day: string | null;
}

/** A name has at most so many characters. */
const longestName = 120;

/**
 * Reads the source from the text of a citation, by one rule:
 *
 * 1. The outlet stands before the first day in brackets, as in `AFP (2011-03-16) Title`. That day is the report's.
 * 2. Brackets at the end of that name hold the service that carried the report: `The Nation (All Africa)`.
 *    A slash says nothing: `Amnesty/HRW` is one name.
 * 3. Without a day in brackets the outlet stands before the first colon, comma, semicolon, quotation mark or bracket.
 *
 * Names that differ in more than letter case and spaces are different sources: `Reuters` and `Reuters News` are two.
 *
 * @example
 * citedSource("The Nation (All Africa) (2008-01-04) Peace Plan") // → { outlet: "The Nation", carrier: "All Africa", day: "2008-01-04" }
 */
export function citedSource(citation: string): Cited {
	const dated = /^(?<name>.*?)\(\s*(?<day>\d{4}-\d{2}-\d{2})\s*\)/su.exec(citation)?.groups;
	if (dated === undefined) {
		const name = plainCell(/^[\s"“”'«]*([^:,;"“”«»()[\]]+)/u.exec(citation)?.[1]);
		return { outlet: name === null || name.length > longestName ? null : name, carrier: null, day: null };
	}
	const name = plainCell(dated.name?.replace(/^[\s("“«]+/u, ""));
	const carried = name === null ? undefined : /^(?<outlet>.*\S)\s*\((?<carrier>[^()]+)\)$/u.exec(name)?.groups;
	const outlet = carried?.outlet ?? name;
	const day = dated.day ?? "";
	return {
		outlet: outlet === null || outlet.length > longestName ? null : outlet,
		carrier: plainCell(carried?.carrier),
		day: isDay(day) && day > "1900" && day < "2200" ? day : null,
	};
}
