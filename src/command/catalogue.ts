import type { CatalogueEntry } from "./catalogue-entry.js";
import { frequencyFigures } from "./catalogue-frequency.js";
import { locationFigures } from "./catalogue-location.js";
import { recordFigures } from "./catalogue-record.js";
import { caseFigures, reliabilityFigures } from "./catalogue-reliability.js";

/** Every chart of the kit, in the order of the index page. */
export const catalogue: readonly CatalogueEntry[] = [
	...caseFigures,
	...frequencyFigures,
	...locationFigures,
	...reliabilityFigures,
	...recordFigures,
];
