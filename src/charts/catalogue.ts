import type { CatalogueEntry } from "./catalogue-entry.js";
import { frequencyCharts } from "./frequency/list.js";
import { locationCharts } from "./location/list.js";
import { reliabilityCharts } from "./reliability/list.js";

/** Every chart of the kit: the one list that the command line, the front page, README and the tests read. */
export const catalogue: readonly CatalogueEntry[] = [...frequencyCharts, ...locationCharts, ...reliabilityCharts];
