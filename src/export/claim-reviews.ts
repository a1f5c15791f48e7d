import { claimReviews } from "../pages/claim-review.js";
import { incidentFile } from "../pages/incident-page.js";
import { groupBy } from "../records/group-by.js";
import type { Exporter } from "./exporter.js";

/** Reviews of the answers to every resolved question, as one graph of schema.org's `ClaimReview`. */
export const claimreview: Exporter = {
	id: "claimreview",
	what: "answers to resolved questions as ClaimReview of schema.org (JSON-LD)",
	ending: ".jsonld",
	write: ({ dossier, author, site }) => {
		const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
		const reviews = dossier.propositions.flatMap((question) =>
			claimReviews(question, claims.get(question.proposition_id) ?? [], dossier, {
				file: `${site ?? ""}${incidentFile(question.incident_id)}`,
				author,
			}),
		);
		const graph = reviews.map((review) => {
			const { "@context": _, ...rest } = review as Record<string, unknown>;
			return rest;
		});
		return {
			content: `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 1)}\n`,
			notes: [
				`${graph.length} answers to resolved questions.`,
				...(site === null
					? [
							"The addresses are relative to the folder of the charts; --site gives the address at which it is published.",
						]
					: []),
			],
		};
	},
};
