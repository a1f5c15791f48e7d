import { borderMap } from "../charts/border-map.js";
import { borderRibbon } from "../charts/border-ribbon.js";
import { distanceToCrossing } from "../charts/distance-to-crossing.js";
import { incidentsByProvince } from "../charts/incidents-by-province.js";
import { incidentsPer100Km } from "../charts/incidents-per-100-km.js";
import { mapBox } from "../charts/map-layers.js";
import { provenanceOf } from "../charts/provenance.js";
import { countryOutlines, outlinesWithin } from "../load/neighbours.js";
import { countByProvince, countByStretch } from "../location/areas.js";
import { countByChainage } from "../location/bins.js";
import { borderRuler } from "../location/chainage.js";
import { countWithin, crossingsAlong } from "../location/crossings.js";
import { locateIncidents } from "../location/incidents.js";
import { toldBy } from "../location/told-by.js";
import type { CatalogueEntry } from "./catalogue-entry.js";
import { aCrossing, aPoint, aStretch } from "./needs.js";

/** How near a crossing the title of its chart asks about, in km. */
const nearKm = 10;

/** Charts of where. */
export const locationFigures: readonly CatalogueEntry[] = [
	{
		id: "border-map",
		needs: [aPoint],
		draw: (dossier) =>
			borderMap(
				locateIncidents(dossier),
				dossier.border,
				crossingsAlong(dossier),
				outlinesWithin(countryOutlines(), mapBox),
				toldBy(dossier),
				provenanceOf(dossier),
			),
	},
	{
		id: "border-ribbon",
		needs: [aPoint],
		draw: (dossier) => {
			const ruler = borderRuler(dossier.border);
			const located = locateIncidents(dossier);
			return borderRibbon(
				located,
				countByChainage(located.incidents, ruler.length_km),
				crossingsAlong(dossier),
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
	{
		id: "incidents-per-100-km",
		needs: [aStretch],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			return incidentsPer100Km(
				countByStretch(located.incidents, dossier.stretches, length_km),
				located,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "distance-to-crossing",
		needs: [aPoint, aCrossing],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const distances = Array.from({ length: 121 }, (_, index) => index / 2);
			return distanceToCrossing(
				countWithin(located.incidents, dossier, distances),
				located,
				nearKm,
				provenanceOf(dossier),
			);
		},
	},
];
