/**
 * Phrases that the kit does not use, each with what to write instead: private words where statistics, conflict data
 * or fact-checking have their own. One list for charts, messages, README and notebooks.
 */
export const bannedPhrases: readonly (readonly [RegExp, string])[] = [
	[/\bborne out\b|\bbears? out\b/i, "supported"],
	[/\btrack[- ]records?\b/i, "accuracy"],
	[/\b(un)?settled?\b|\bsettles\b/i, "resolved, unresolved"],
	[/\borigins?\b/i, "original source"],
	[/\bvoices?\b/i, "source"],
	[/\b(spoke|speaks|speaking|heard|unheard)\b/i, "reported, commented"],
	[/\b(first|last|own|whose|its|their) words?\b|\bword held\b/i, "statement"],
	[/\btolls?\b/i, "casualty figures"],
	[/\bladder\b|\brungs?\b/i, "timeline"],
	[/\btold (apart|of)\b|\bis told\b|\bare told\b|\btells? apart\b/i, "significantly different; reported"],
	[/\bis established\b|\bnone is established\b|\bno difference\b[^.]*\bestablished\b/i, "no significant difference"],
	[/\bbursts?\b/i, "clustering"],
	[/\bdealt\b|\bchange places\b|\bdrawn again\b/i, "permuted, resampled"],
	[/\btaught\b/i, "verdicts given"],
	[/\bleft out\b|\bleaves? out\b|\bleave-outs?\b|\bleft-outs?\b/i, "excluded"],
	[/\bthin\b/i, "low coverage"],
	[/\bwas watching\b|\bwatched\b/i, "source coverage, observed"],
	[/\bstanding\b/i, "verification status"],
	[/\bstretch(es)?\b(?!\.csv)/i, "border segment"],
	[/\bribbon\b/i, "along the border"],
	[/\bfaces? Pakistan\b/i, "on the Iran–Pakistan border"],
	[/\bshut\b/i, "closed"],
	[
		/\bown verdicts?\b|\bcarr(y|ies|ying) (a|the|its) verdicts?\b|\bcarrying verdict/i,
		"circular verdicts; decisive claim",
	],
	[/\bhangs? together\b/i, "are correlated"],
	[/\brelay(s|ed)?\b/i, "repeat"],
	[/\bhindsight\b/i, "as known at the time; as known today"],
	[/\brests? on\b/i, "relies on, depends on"],
	[/\bone by one\b|\bcame one\b/i, "independently"],
	[/\bno intent\b|\bbears?\b|\bbearing\b/i, "depends, supports"],
	[/\bfalls with\b/i, "depends on one source"],
	[/\bspread over\b/i, "apportioned over"],
	[/\bpicture, not\b/i, "illustrative"],
	[/\bthe house\b|\bthe door\b/i, "the project, the entry point"],
	[/\bregime\b|\bmartyr|\badmitted guilt\b|\bcaught\b/i, "a neutral word"],
	[/\bfaults?\b(?!-)/i, "problem, error"],
	[/\b(?<!cannot be )judged\b/i, "resolved, scored, estimated"],
	[/\btall(y|ies)\b/i, "aggregate report"],
	[/\bfragil(e|ity)\b/i, "robustness"],
	[
		/\bthe circle\b|\bone coin\b|\bright by day\b|\btime to truth\b/i,
		"circularity; one-coin; accuracy; time to resolution",
	],
	[/\bhangs?\b|\btold\b(?! you)/i, "depends; reported"],
	[/\b(mend(s|ed|ing)?|doubled)\b/i, "correct, repair; duplicate"],
	[/\d[\s\u00a0]%/, "32%"],
	[/\bp[\s\u00a0]*[=<][\s\u00a0]*\.\d/, "p = 0.56"],
];

/** The banned phrases of a text, each with what to write instead; none is as it should be. */
export const notPlain = (text: string): string[] =>
	bannedPhrases.flatMap(([pattern, instead]) => {
		const found = pattern.exec(text);
		return found
			? [`"${found[0]}" in "${text.slice(Math.max(0, found.index - 40), found.index + 60)}": ${instead}`]
			: [];
	});
