const whose: Readonly<Record<string, string>> = {
	iran: "Iranian guards",
	taliban: "Taliban",
	andsf: "Republic's forces",
	civilians: "Civilians",
	total: "All sides",
};
const whole: Readonly<Record<string, string>> = {
	captured_personnel: "Men captured",
	posts_captured: "Posts captured",
};

/**
 * What a toll counts, by the key of its question.
 *
 * @example
 * casualtyLabel("killed_civilians") // → "Civilians killed"
 */
export function casualtyLabel(key: string): string {
	const [, verb = "", who = ""] = /^(killed|wounded)_(.+)$/.exec(key) ?? [];
	return whole[key] ?? (verb === "" ? key.replaceAll("_", " ") : `${whose[who] ?? who.replaceAll("_", " ")} ${verb}`);
}
