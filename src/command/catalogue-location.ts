import { borderMap } from "../charts/border-map.js";
import { borderRibbon } from "../charts/border-ribbon.js";
import { incidentsByProvince } from "../charts/incidents-by-province.js";
import { mapBox } from "../charts/map-layers.js";
import { provenanceOf } from "../charts/provenance.js";
import { countryOutlines, outlinesWithin } from "../load/neighbours.js";
import { countByProvince } from "../location/areas.js";
import { countByChainage } from "../location/bins.js";
import { borderRuler } from "../location/chainage.js";
import { locateIncidents } from "../location/incidents.js";
import type { CatalogueEntry } from "./catalogue-entry.js";

/** Charts of where. */
export const locationFigures: readonly CatalogueEntry[] = [
	{
		id: "border-map",
		draw: (dossier) =>
			borderMap(
				locateIncidents(dossier),
				dossier.border,
				dossier.crossings,
				outlinesWithin(countryOutlines(), mapBox),
				provenanceOf(dossier),
			),
	},
	{
		id: "border-ribbon",
		draw: (dossier) => {
			const ruler = borderRuler(dossier.border);
			const located = locateIncidents(dossier);
			return borderRibbon(
				located,
				countByChainage(located.incidents, ruler.length_km),
				dossier.crossings.map(({ name, lon, lat }) => ({ name, chainage_km: ruler.locate([lon, lat]).chainage_km })),
				ruler.length_km,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "incidents-by-province",
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			return incidentsByProvince(countByProvince(located.incidents), located, provenanceOf(dossier));
		},
	},
];
