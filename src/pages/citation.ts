import type { Dossier } from "../records/records.js";

/** The edition of the kit that made the pages. */
export interface Edition {
	readonly version: string;
	/** Day of its release, `YYYY-MM-DD`. */
	readonly released: string;
	/** Who made the data; `null` for data of a reader's own, of which the kit does not know who made them. */
	readonly author: string | null;
}

/** Who made the kit's own data. */
export const contributors = "border-incidents contributors";

/** How to cite a page, in the forms that people and programs ask for. */
export interface Citation {
	readonly text: string;
	readonly bibtex: string;
	/** Of the Citation Style Language, for Zotero and others. */
	readonly csl: string;
}

/**
 * A citation with the version of the kit and the fingerprint of the data, so that a reader finds the same rows again.
 * Data of a reader's own have no author and no year here: the release of the kit is not theirs.
 *
 * @param file the page, from the folder of the charts
 */
export function citationOf(
	title: string,
	file: string,
	{ version, released, author }: Edition,
	{ fingerprint, filter }: Pick<Dossier, "fingerprint" | "filter">,
): Citation {
	const part = filter === undefined ? "" : `, filter: ${filter.text}`;
	const data = `data ${fingerprint}${part}`;
	const year = released.slice(0, 4);
	const maker = author === null ? "" : `${author} (${year}). `;
	const key = file.replace(/^.*\//, "").replace(/\.html$/, "");
	return {
		text: `${maker}${title}${/[.?!]$/.test(title) ? "" : "."} border-incidents ${version}, ${data}, ${file}.`,
		bibtex: [
			`@misc{border-incidents:${key.replace(/[^\w.:-]/g, "-")},`,
			...(author === null ? [] : [`  author = {{${bibtexText(author)}}},`]),
			`  title = {{${bibtexText(title)}}},`,
			...(author === null ? [] : [`  year = {${year}},`]),
			`  version = {${bibtexText(version)}},`,
			`  note = {border-incidents, ${bibtexText(data)}, ${bibtexText(file)}}`,
			"}",
		].join("\n"),
		csl: JSON.stringify(
			[
				{
					id: `border-incidents:${key}`,
					type: "dataset",
					title,
					...(author === null
						? {}
						: {
								author: [{ literal: author }],
								issued: { "date-parts": [released.split("-").map(Number)] },
							}),
					version,
					note: `${data}, ${file}`,
				},
			],
			null,
			2,
		),
	};
}

const bibtexSigns: Readonly<Record<string, string>> = {
	"\\": "\\textbackslash ",
	"~": "\\textasciitilde ",
	"^": "\\textasciicircum ",
};

/**
 * Text as TeX prints it letter by letter.
 *
 * @example
 * bibtexText("5 % of {A & B}") // → "5 \\% of \\{A \\& B\\}"
 */
export const bibtexText = (text: string): string =>
	text.replace(/[\\~^{}%&#_$]/g, (sign) => bibtexSigns[sign] ?? `\\${sign}`);
