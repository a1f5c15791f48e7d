/** Words that end in s and follow a 1 as they should: verbs, and nouns that have no other form. */
const notPlural =
	/^(is|has|was|does|lies|lasts|goes|says|gives|keeps|relies|depends|reports|shares|agrees|differs|names|adds|counts|falls|begins|always|times|as|less|this|its|series|species|means|needs|follows|leads|agrees|answers|repeats|supports|contradicts|stands|comes|ends|remains|belongs|covers|happened|us|yes|towards)$/;
/** Verbs of several. */
const several = "are|have|were|do|go|lie|last|say|give|keep|rely|depend|share|agree|differ|name|add|fall|begin|count";

const checks: readonly (readonly [RegExp, string])[] = [
	[/\b(NaN|undefined|null|Infinity)\b|\[object/, "a value that is no word"],
	[/[-−]0(\.0+)?(?![\d.])(?!\d)/, "minus nothing"],
	[/\S {2,}\S/, "two spaces"],
	[/\b0 of 0\b|\bof (the )?0\b(?![.,\d])/, "a share of nothing"],
	[/\(0%\)/, "a share of nothing in brackets"],
	[/\ball 1\b|\bAll 1\b|\bthe 1 \w|\bonly 100%|\bmost often: [.;]|\bTop 0\b/, "a word for many, used for one"],
	[new RegExp(`(?<![\\d.,–-] ?)\\b1 (\\w+ ){0,2}?(?<!to )(${several})\\b`), "a plural verb after one"],
	[/^0 (?!of 1 )(\w+ ){0,3}(is|has)\b/, "a singular verb after none"],
	[/[,;:] *[.;]|\(\)|\.\.(?!\.)|: *$/, "a gap in a sentence"],
];

/** What is wrong with the grammar or the sense of a text that was filled with numbers; none is as it should be. */
export function grammarFaults(text: string): string[] {
	const found = checks.flatMap(([pattern, reason]) => {
		const match = pattern.exec(text);
		return match ? [`${reason}: "${text.slice(Math.max(0, match.index - 30), match.index + 50)}"`] : [];
	});
	const plurals = [...text.matchAll(/(?<![\d.,–:-])(?<!\d )\b1 (?:of (?:its |the )?)?([a-z]+ )?([a-z]+s)\b/g)]
		.filter(
			([, first = "", last = ""]) =>
				!notPlural.test(last) && !notPlural.test(first.trim()) && !/^(of|to|from|or|and|as|is|has|in|on) $/.test(first),
		)
		.map(([words]) => `a plural after 1: "${words}"`);
	return [...found, ...plurals];
}
