import type { Dossier, Stretch } from "../records/records.js";
import { borderRuler } from "./chainage.js";

/** Lengths of a part in km: the first that gives no more than `mostParts`. */
const steps = [10, 25, 50, 100, 250, 500, 1000] as const;
const mostParts = 12;

/**
 * The border segments of a dossier: those of stretches.csv, else equal parts of the line, about 100 km each for a line of
 * 900 km. An equal part has no areas (blank names); its id says where it lies, such as `km-0-103`. None without either.
 *
 * @example
 * segmentsOf(dossier).map(({ stretch_id }) => stretch_id) // → ["upper-one", "lower-two", "end-two"]
 */
export function segmentsOf({ stretches, border }: Pick<Dossier, "stretches" | "border">): readonly Stretch[] {
	if (stretches.length > 0 || border.length === 0) return stretches;
	const ruler = borderRuler(border);
	const step = steps.find((km) => ruler.length_km / km <= mostParts) ?? ruler.length_km / mostParts;
	const parts = Math.max(1, Math.round(ruler.length_km / step));
	const length_km = ruler.length_km / parts;
	const noAreas = { af_province: "", af_district: "", ir_province: "", ir_county: "" };
	return Array.from({ length: parts }, (_, index): Stretch => {
		const [mid_lon, mid_lat] = ruler.at((index + 0.5) * length_km);
		const [from, to] = [index, index + 1].map((edge) => Math.round(edge * length_km));
		return { stretch_id: `km-${from}-${to}`, ...noAreas, length_km: Math.round(length_km * 10) / 10, mid_lat, mid_lon };
	});
}

/** Whether the segments are equal parts of the line, which have no areas. */
export const areEqualParts = ({ stretches, border }: Pick<Dossier, "stretches" | "border">): boolean =>
	stretches.length === 0 && border.length > 0;

/** The name of a border segment: its areas on either side, `Kohsan – Taybad`; of an equal part its kilometres. */
export const segmentName = ({
	segment_id,
	af_district,
	ir_county,
}: {
	readonly segment_id: string;
	readonly af_district: string;
	readonly ir_county: string;
}): string =>
	af_district === "" && ir_county === ""
		? segment_id.replace(/^km-(\d+)-(\d+)$/, "km $1–$2")
		: `${af_district} – ${ir_county}`;
