/**
 * Text as Markdown shows it letter by letter, in a table too: what comes from data must pass here.
 *
 * @example
 * plainMarkdown("<i>*two*") // → "&lt;i>\\*two\\*"
 */
export const plainMarkdown = (text: string): string =>
	text
		.replace(/[\\`*[\]|~$]/g, "\\$&")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(/\s+/g, " ");
