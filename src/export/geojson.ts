import { statusOfIncidents } from "../claims/incident-status.js";
import { knownPoint, locateIncidents } from "../location/incidents.js";
import { radiusKm } from "../location/precision.js";
import { type Exporter, editionOf } from "./exporter.js";

/**
 * Every incident as a feature (RFC 7946). A point has the digits that are known; an incident known to its province or only to
 * the border has no point, as the standard has it: `"geometry": null`.
 */
export const geojson: Exporter = {
	id: "geojson",
	what: "incidents as GeoJSON (RFC 7946), with how finely each place is known",
	ending: ".geojson",
	write: (source) => {
		const { dossier } = source;
		const statuses = statusOfIncidents(dossier);
		const sideOf = new Map(
			locateIncidents(dossier).incidents.map(({ incident_id, side_of_line }) => [incident_id, side_of_line]),
		);
		const features = dossier.incidents.map((incident) => {
			const { incident_id, lat, lon, geo_precision, ...columns } = incident;
			const point = knownPoint(incident, dossier);
			return {
				type: "Feature",
				id: incident_id,
				geometry: point === null ? null : { type: "Point", coordinates: point },
				properties: {
					incident_id,
					...columns,
					geo_precision,
					// Of the point that is given: a province has no radius.
					radius_km: point === null ? null : radiusKm[geo_precision],
					side_of_line: sideOf.get(incident_id) ?? null,
					occurred: statuses.get(incident_id) ?? "not_asked",
				},
			};
		});
		const without = features.filter(({ geometry }) => geometry === null).length;
		return {
			content: `${JSON.stringify({ type: "FeatureCollection", edition: editionOf(source), features }, null, 1)}\n`,
			notes: without === 0 ? [] : [`${without} of ${features.length} incidents have no point: their geometry is null.`],
		};
	},
};
