import type { CatalogueEntry } from "./catalogue-entry.js";

/** The chart of a single case. */
export const caseFigures: readonly CatalogueEntry[] = [];

/** Charts of whose word held up. */
export const reliabilityFigures: readonly CatalogueEntry[] = [];
