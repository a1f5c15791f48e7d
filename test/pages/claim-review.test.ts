import { expect, test } from "vitest";
import { claimReviews } from "../../src/pages/claim-review.js";
import type { Source } from "../../src/records/records.js";
import { six } from "../six-readings.js";

const at = { file: "incident/a-clash.html", author: "the coders" };

/** Reviews of a question of the six incidents, with one source changed. */
function reviews(
	id: string,
	source = "",
	change: Partial<Source> = {},
	place: Parameters<typeof claimReviews>[3] = at,
) {
	const question = six.propositions.find(({ proposition_id }) => proposition_id === id);
	if (question === undefined) throw new Error(id);
	const claims = six.claims.filter(({ proposition_id }) => proposition_id === id);
	const sources = six.sources.map((row) => (row.source_id === source ? { ...row, ...change } : row));
	// biome-ignore lint/suspicious/noExplicitAny: JSON-LD is read as a program reads it
	return claimReviews(question, claims, { ...six, sources }, place) as any[];
}
const organization = (name: string) => ({ "@type": "Organization", name });

test("six incidents, by hand: one review for each answer of an original source; repeats have no part in it", () => {
	const [no, yes, ...rest] = reviews("a.occurred");
	expect(rest).toEqual([]);
	expect(no).toMatchObject({
		"@type": "ClaimReview",
		claimReviewed: "Was there a clash? no",
		author: organization("the coders"),
		datePublished: "2022-01-15",
		itemReviewed: { author: [organization("Invented State Agency")], datePublished: "2022-01-10" },
		reviewRating: { ratingValue: 1, alternateName: "Contradicted by the verdict" },
	});
	expect(yes).toMatchObject({
		claimReviewed: "Was there a clash? yes",
		itemReviewed: {
			author: ["Invented Spokesman", "Residents, unnamed", "Invented Local Paper", "Invented State Agency"].map(
				organization,
			),
			datePublished: "2022-01-11",
		},
		reviewRating: { ratingValue: 5, alternateName: "Supported by the verdict" },
	});
});

test("a journalist and one eyewitness are persons; several witnesses, officials and media are not", () => {
	const authorOf = (change: Partial<Source>) =>
		reviews("a.occurred", "residents", change)[1].itemReviewed.author.find(
			({ name }: { name: string }) => name === "Residents, unnamed",
		)["@type"];
	expect(authorOf({ collective: true })).toBe("Organization");
	expect(authorOf({ collective: false })).toBe("Person");
	expect(authorOf({ collective: false, kind: "journalist" })).toBe("Person");
	expect(authorOf({ collective: false, kind: "official" })).toBe("Organization");
	expect(authorOf({ collective: false, kind: "wire" })).toBe("Organization");
});

test("an unresolved question has no review, and a reader's own data name no author", () => {
	expect(reviews("a.killed_iran")).toEqual([]);
	expect(reviews("f.initiator")).toEqual([]);
	for (const review of reviews("c.closed", "", {}, { ...at, author: null })) expect(review.author).toBeUndefined();
	expect(reviews("c.closed", "", {}, { ...at, author: null })).toHaveLength(1);
});
