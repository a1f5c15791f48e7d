import { type CatalogueEntry, needing } from "./catalogue-entry.js";
import { evidenceFigures } from "./catalogue-evidence.js";
import { frequencyFigures } from "./catalogue-frequency.js";
import { locationFigures } from "./catalogue-location.js";
import { recordFigures } from "./catalogue-record.js";
import { caseFigures, reliabilityFigures } from "./catalogue-reliability.js";
import { truthFigures } from "./catalogue-truth.js";
import { aClaim, anIncident } from "./needs.js";

/** Every chart of the kit, in the order of the index page. */
export const catalogue: readonly CatalogueEntry[] = [
	...needing([aClaim], caseFigures),
	...needing([anIncident], frequencyFigures),
	...needing([anIncident], locationFigures),
	...needing([aClaim], [...reliabilityFigures, ...recordFigures, ...truthFigures, ...evidenceFigures]),
];
