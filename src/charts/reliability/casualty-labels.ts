const groups: Readonly<Record<string, string>> = {
	iran: "Iranian guards",
	taliban: "Taliban",
	andsf: "Republic's forces",
	civilians: "Civilians",
	total: "All sides",
};
const whole: Readonly<Record<string, string>> = {
	captured_personnel: "Personnel captured",
	posts_captured: "Posts captured",
};

/**
 * What a casualty figure counts, by the key of its question.
 *
 * @example
 * casualtyLabel("killed_civilians") // → "Civilians killed"
 */
export function casualtyLabel(key: string): string {
	const [, verb = "", group = ""] = /^(killed|wounded)_(.+)$/.exec(key) ?? [];
	return (
		whole[key] ?? (verb === "" ? key.replaceAll("_", " ") : `${groups[group] ?? group.replaceAll("_", " ")} ${verb}`)
	);
}

/**
 * A range of reported numbers.
 *
 * @example
 * figureRange(2, null) // → "at least 2"
 */
export const figureRange = (low: number, high: number | null): string =>
	high === null ? `at least ${low}` : low === high ? String(low) : `${low} to ${high}`;
