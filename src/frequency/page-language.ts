/** Marks of a language in an address, and its ISO 639 code; Dari is set apart from the Persian of Iran. */
const marks: Readonly<Record<string, string>> = {
	en: "en",
	english: "en",
	fa: "fa",
	farsi: "fa",
	persian: "fa",
	dari: "prs",
	prs: "prs",
	ps: "ps",
	pashto: "ps",
	ar: "ar",
	arabic: "ar",
	ru: "ru",
	tr: "tr",
	ur: "ur",
	urdu: "ur",
};

/**
 * The language that the address of a page names, as the first label of its host or as a part of its path;
 * `null` for the many addresses that name none. What language the text is in nobody looked up.
 *
 * @example
 * languageOfPage("https://asriran.com/fa/news/792810") // → "fa"
 * languageOfPage("https://www.anews.com.tr/world") // → null
 */
export function languageOfPage(url: string | null): string | null {
	const [, host = "", path = ""] = /^https?:\/\/(?:www\.)?([^/]*)(.*)$/.exec(url ?? "") ?? [];
	const parts = [host.split(".")[0] ?? "", ...path.split(/[/?#]/)];
	const named = parts.flatMap((part) => marks[part.toLowerCase()] ?? []);
	return named[0] ?? null;
}
