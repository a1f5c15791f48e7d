import { agreementMatrix } from "../charts/agreement-matrix.js";
import type { AgreementSubject } from "../charts/agreement-words.js";
import { provenanceOf } from "../charts/provenance.js";
import { sideWords } from "../charts/reliability-words.js";
import { sourceKindWords } from "../charts/words.js";
import type { Dossier } from "../records.js";
import { agreementOf } from "../reliability/agreement.js";
import { sourceAlphas } from "../reliability/source-alpha.js";
import { seeded } from "../statistics/random.js";
import type { CatalogueEntry } from "./catalogue-entry.js";

/** One seed for all resampling, so that the same data give the same bytes. */
const seed = 2021;

const agreementBy = (by: "side" | "source_kind", subject: AgreementSubject) => (dossier: Dossier) =>
	agreementMatrix(
		agreementOf(dossier, by, seeded(seed)),
		sourceAlphas(dossier, seeded(seed)),
		subject,
		provenanceOf(dossier),
	);

/** Charts of what stands behind an answer. */
export const evidenceFigures: readonly CatalogueEntry[] = [
	{
		id: "agreement-matrix",
		draw: agreementBy("side", { id: "agreement-matrix", groups: "sides", words: sideWords, proper: true }),
	},
	{
		id: "agreement-by-kind",
		draw: agreementBy("source_kind", { id: "agreement-by-kind", groups: "kinds of source", words: sourceKindWords }),
	},
];
