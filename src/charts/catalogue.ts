import { type CatalogueEntry, needing } from "./catalogue-entry.js";
import { frequencyFigures } from "./frequency/list.js";
import { locationFigures } from "./location/list.js";
import { aClaim, anIncident } from "./needs.js";
import { caseFigures, reliabilityFigures } from "./reliability/list.js";
import { evidenceFigures } from "./reliability/list-evidence.js";
import { recordFigures } from "./reliability/list-record.js";
import { truthFigures } from "./reliability/list-truth.js";

/** Every chart of the kit, in the order of the index page. */
export const catalogue: readonly CatalogueEntry[] = [
	...needing([aClaim], caseFigures),
	...needing([anIncident], frequencyFigures),
	...needing([anIncident], locationFigures),
	...needing([aClaim], [...reliabilityFigures, ...recordFigures, ...truthFigures, ...evidenceFigures]),
];
