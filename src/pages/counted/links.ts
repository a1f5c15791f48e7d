import type { Figure, TableRow } from "../../charts/parts/frame.js";
import type { FigureLinks } from "../../draw/figure-links.js";
import type { Dossier } from "../../records/records.js";
import { siteOf } from "../markup.js";
import type { Cells, CellsOf } from "./cells.js";
import { frequencyCells } from "./frequency.js";
import { locationCells } from "./location.js";
import { reliabilityCells } from "./reliability.js";

const cellsOfCharts: Readonly<Record<string, CellsOf>> = { ...frequencyCells, ...locationCells, ...reliabilityCells };

/**
 * Where the page of a chart leads: from each number to the incidents that it counts, from each name of an incident, a
 * question or a claim to its incident, and from each name of a source to its page. Only for charts drawn with their
 * defaults, as a run draws them.
 */
export function figureLinks({ id, table }: Figure, dossier: Dossier): FigureLinks {
	const cellsOf = cellsOfCharts[id]?.(dossier, table);
	const incidentOf = incidentOfRows(dossier);
	const pageOf = sourcePages(dossier);
	return {
		counted: table.map((row): Cells => {
			const own = incidentOf(row);
			const cells = Object.entries(cellsOf?.(row) ?? {}).filter(([column]) => column in row);
			const names = own === null ? [] : namesOf(row).map((name) => [name, [own]] as const);
			return Object.fromEntries([...names, ...cells]);
		}),
		sources: table.map(pageOf),
	};
}

/** Columns that name the incident of a row, or a question or a claim on it. */
const namesOf = (row: TableRow) =>
	["incident_id", "proposition_id", "claim_id"].filter((name) => (row[name] ?? null) !== null);

/** The incident of a row of numbers that names one, or a claim or question on one; `null` of any other row. */
function incidentOfRows({ incidents, propositions, claims }: Dossier): (row: TableRow) => string | null {
	const ids = new Set(incidents.map(({ incident_id }) => incident_id));
	const byQuestion = new Map(propositions.map(({ proposition_id, incident_id }) => [proposition_id, incident_id]));
	const byClaim = new Map(claims.map(({ claim_id, proposition_id }) => [claim_id, byQuestion.get(proposition_id)]));
	return ({ incident_id, proposition_id, claim_id }) => {
		if (typeof incident_id === "string" && ids.has(incident_id)) return incident_id;
		return byClaim.get(String(claim_id)) ?? byQuestion.get(String(proposition_id)) ?? null;
	};
}

/** The page behind the source of a row: of its claim, or of the source itself where the row is about no claim. */
function sourcePages({ claims, sources }: Dossier): (row: TableRow) => Readonly<Record<string, string>> {
	const byClaim = new Map(claims.map(({ claim_id, url }) => [claim_id, url]));
	const bySource = new Map(sources.map(({ source_id, url }) => [source_id, url]));
	return (row) => {
		const { claim_id, source_id } = row;
		const url = typeof claim_id === "string" ? byClaim.get(claim_id) : bySource.get(String(source_id));
		const names = ["source", "source_id"].filter((name) => (row[name] ?? null) !== null);
		// Only https is linked: any other address could be a script.
		if (!url || siteOf(url) === null) return {};
		return Object.fromEntries(names.slice(0, 1).map((name) => [name, url]));
	};
}
