/**
 * The entry point: load, filter, chart, show. The measures behind the charts are in `border-incidents/frequency`,
 * `/location`, `/reliability`, `/truth` and `/statistics`.
 *
 * In the examples of this documentation `dossier` holds six invented incidents (test/fixtures/six-incidents in the
 * repository), so that every result can be counted by hand; `loadDossier()` reads the kit's own data. A printed object
 * shows some of its entries only.
 */

export { catalogue } from "./charts/catalogue.js";
export type { CatalogueEntry } from "./charts/catalogue-entry.js";
export * as charts from "./charts/charts.js";
export { type Figure, plain, type TableRow } from "./charts/parts/frame.js";
export { type ClaimTableRow, claimTable, type IncidentTableRow, incidentTable } from "./claims/tables.js";
export { plainMarkdown } from "./draw/markdown.js";
export { type PlotOptions, plot } from "./draw/plot.js";
export { restyle, type Style } from "./draw/restyle.js";
export { saveFigure, toHtml, toPng, toSvg, writeFigure } from "./draw/save.js";
export * as summary from "./entry/summary.js";
export { loadDossier } from "./load/dossier.js";
export { filterDossier } from "./load/filter.js";
export type { DossierFilter } from "./load/filter-options.js";
export { DossierError, type Problem } from "./load/problem.js";
export { type NotebookOutput, notebookOutput } from "./notebook/show.js";
export { type TableOptions, tableHtml } from "./notebook/table.js";
export { NotEnoughDataError } from "./records/not-enough-data.js";
export type * from "./records/records.js";
export * as wordLists from "./records/word-lists.js";
