import { assignSegments } from "../../location/areas.js";
import { borderRuler } from "../../location/chainage.js";
import { type LocatedIncident, locateIncidents } from "../../location/incidents.js";
import { type Dossier, frontiersOf } from "../../records/records.js";
import { selectIncidents } from "../../records/selection.js";
import { type Cells, type CellsOf, idsOf } from "./cells.js";

/** Each located incident with its border segment, `null` where it has none. */
function withSegments(dossier: Dossier): (LocatedIncident & { readonly segment_id: string | null })[] {
	const { incidents } = locateIncidents(dossier);
	const assigned = assignSegments(incidents, dossier.stretches, borderRuler(dossier.border).length_km);
	return incidents.map((incident, index) => ({ ...incident, segment_id: assigned[index] ?? null }));
}

/** Distances to a crossing from `low` (excluded) to `high`: of the whole circle, the point, or any part of the circle. */
function within(incidents: readonly LocatedIncident[], low: number, high: number): Cells {
	const fits = (test: (distance: number, radius: number) => boolean) =>
		idsOf(incidents, ({ crossing_distance_km: d, radius_km: r }) => d !== null && r !== null && test(d, r));
	return {
		at_least: fits((d, r) => d - r > low && d + r <= high),
		as_placed: fits((d) => d > low && d <= high),
		at_most: fits((d, r) => d + r > low && d - r <= high),
	};
}

/** What the rows of each chart on location count; a heat map has shares of the highest value, which count none. */
export const locationCells: Readonly<Record<string, CellsOf>> = {
	"incidents-along-border-by-year": (dossier) => {
		const placed = locateIncidents(dossier).incidents.filter(({ chainage_km }) => chainage_km !== null);
		return ({ year }) => ({ n: idsOf(placed, ({ date_start }) => date_start.startsWith(`${year}-`)) });
	},
	"incidents-by-province": (dossier) => {
		const { incidents } = locateIncidents(dossier);
		return ({ country, province }) => ({
			n: idsOf(incidents, (row) => (country === "AF" ? row.af_province : row.ir_province) === province),
		});
	},
	"incidents-per-100-km": (dossier) => {
		const incidents = withSegments(dossier);
		return (row) => ({ n: idsOf(incidents, ({ segment_id }) => segment_id === row.segment_id) });
	},
	"distance-to-crossing": (dossier) => {
		const { incidents } = locateIncidents(dossier);
		return ({ within_km }) => within(incidents, Number.NEGATIVE_INFINITY, Number(within_km));
	},
	"share-by-segment": (dossier, table) => {
		const incidents = withSegments(dossier);
		const named = new Set(table.map(({ segment_id }) => segment_id).filter((id) => id !== null));
		return ({ year, group, segment_id }) => {
			const own = incidents.filter(({ date_start }) => date_start.startsWith(`${year}-`));
			const isIn = (id: string | null) =>
				group === "segment"
					? id === segment_id
					: group === "not_assigned"
						? id === null
						: id !== null && !named.has(id);
			return { n: idsOf(own, (row) => isIn(row.segment_id)), of: idsOf(own) };
		};
	},
	"kinds-by-segment": (dossier) => {
		const incidents = withSegments(dossier);
		return (row) => ({
			n: idsOf(incidents, ({ segment_id, kind }) => segment_id === row.segment_id && kind === row.kind),
		});
	},
	"incidents-by-frontier": (dossier) => {
		const { incidents } = selectIncidents(dossier, undefined, frontiersOf(dossier.region));
		return (row) => {
			const own = incidents.filter(({ kind }) => row.kind === null || kind === row.kind);
			return {
				on_line: idsOf(own, ({ frontier }) => frontier === "af-ir"),
				other_border: idsOf(own, ({ frontier }) => frontier !== "af-ir"),
				both: idsOf(own),
			};
		};
	},
	"crossing-timelines": (dossier) => {
		const { incidents } = locateIncidents(dossier);
		return ({ crossing_id, from_km, to_km }) => {
			if (to_km === null || to_km === undefined) return {};
			const near = incidents.filter(({ nearest_crossing_id }) => nearest_crossing_id === crossing_id);
			// The first ring is a disc: no distance lies below it.
			return within(near, from_km === 0 ? Number.NEGATIVE_INFINITY : Number(from_km), Number(to_km));
		};
	},
};
