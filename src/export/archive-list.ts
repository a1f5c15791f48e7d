import { countLabel } from "../charts/parts/labels.js";
import { unarchivedPages } from "../claims/archived.js";
import { tableCsv } from "../draw/table-csv.js";
import type { Exporter } from "./exporter.js";

/**
 * Pages without a known copy, as the CSV feeder of Bellingcat's auto-archiver reads them: the address is in the first column,
 * which has the name `url`, each page once. The other columns are for people.
 */
export const archiveList: Exporter = {
	id: "archive-list",
	what: "pages without a known archived copy, for auto-archiver",
	ending: ".csv",
	write: ({ dossier }) => {
		const pages = unarchivedPages(dossier);
		const rows = pages.map(({ url, claims }) => ({
			url,
			claims: claims.length,
			first_claim_id: claims[0]?.claim_id ?? null,
			source_id: claims[0]?.reported_by ?? claims[0]?.source_id ?? null,
		}));
		return {
			content: tableCsv(rows, { mark: false, columns: ["url", "claims", "first_claim_id", "source_id"] }),
			notes: [`${countLabel(pages.length, "page")} to archive; write what comes of it into archive.csv.`],
		};
	},
};
