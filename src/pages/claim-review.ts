import { agrees, answerLabel, valueLabel } from "../claims/answers.js";
import { originalSourcesOf } from "../claims/original-source.js";
import { isResolved } from "../claims/resolved.js";
import { hasAnswer } from "../claims/statements.js";
import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier, Proposition, Source } from "../records/records.js";
import { siteOf } from "./markup.js";

/**
 * Reviews of the answers to a resolved question, as `ClaimReview` of schema.org: one for each answer that an original
 * source gives, supported or contradicted by the verdict. An unresolved question has none, for its answer is not known.
 *
 * @param file the page, from the folder of the charts
 * @param author who reached the verdicts; `null` where the kit does not know
 */
export function claimReviews(
	question: Proposition,
	claims: readonly Claim[],
	{ sources, fingerprint }: Pick<Dossier, "sources" | "fingerprint">,
	{ file, author }: { readonly file: string; readonly author: string | null },
): readonly object[] {
	if (!isResolved(question)) return [];
	const { text, verdict_value, verdict_basis, verdict_decided_on } = question;
	const originalSource = originalSourcesOf({ claims });
	const answers = claims
		.filter((claim) => hasAnswer(claim) && originalSource(claim) === claim.source_id)
		.sort((a, b) => compare(a.published_on ?? "9999", b.published_on ?? "9999"));
	return [...groupBy(answers, answerLabel)].map(([answer, given]) => {
		const first = given[0] as Claim;
		const isSupported = agrees(first, verdict_value);
		const pages = given.flatMap(({ url }) => (url !== null && siteOf(url) !== null ? [url] : []));
		return {
			"@context": "https://schema.org",
			"@type": "ClaimReview",
			url: file,
			claimReviewed: `${text} ${answer}`,
			...(author === null ? {} : { author: { "@type": "Organization", name: author } }),
			...(verdict_decided_on === null ? {} : { datePublished: verdict_decided_on }),
			itemReviewed: {
				"@type": "Claim",
				author: [...new Set(given.map(({ source_id }) => source_id))].map((id) =>
					makerOf(sources.find(({ source_id }) => source_id === id)),
				),
				...(first.published_on === null ? {} : { datePublished: first.published_on }),
				...(pages.length === 0
					? {}
					: { appearance: [...new Set(pages)].map((url) => ({ "@type": "CreativeWork", url })) }),
			},
			reviewRating: {
				"@type": "Rating",
				ratingValue: isSupported ? 5 : 1,
				bestRating: 5,
				worstRating: 1,
				alternateName: isSupported ? "Supported by the verdict" : "Contradicted by the verdict",
				ratingExplanation: `Verdict: ${valueLabel(verdict_value)}.${verdict_basis === null ? "" : ` ${verdict_basis}`}`,
			},
			version: fingerprint,
		};
	});
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A journalist or an eyewitness is a person; an official speaks for an institution, and a label for several is none. */
function makerOf(source: Source | undefined): object {
	const isPerson = (source?.kind === "journalist" || source?.kind === "eyewitness") && !source.collective;
	return { "@type": isPerson ? "Person" : "Organization", name: source?.name ?? "unknown" };
}
