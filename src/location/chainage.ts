import type { BorderLine } from "../records.js";
import { geodesicKm, type Point, pointTowards } from "./geodesic.js";

/** Where a point lies beside the border. */
export interface BorderPosition {
	/** Geodesic distance to the nearest point of the line, 0 or more. */
	readonly distance_km: number;
	/** Kilometres along the line from its northern end to that nearest point. */
	readonly chainage_km: number;
	/** Which country's side of the line the point is on, where the line runs from north to south. */
	readonly side: "AF" | "IR";
}

/** A border line as a ruler: kilometres along it from its northern end. */
export interface Ruler {
	readonly length_km: number;
	/** Distance, position along the line, and side of a point. */
	readonly locate: (point: Point) => BorderPosition;
	/** The point of the line at a chainage, in [longitude, latitude]. */
	readonly at: (chainage_km: number) => Point;
}

/**
 * Makes a ruler of a line that runs from north to south with Afghanistan to the east.
 *
 * Lengths are sums of WGS84 geodesics between the vertices, so they belong to this line: a coarser line
 * is shorter. The nearest point is found on a local plane and refined along the geodesic segment.
 *
 * @throws `a border line needs two points or more: 1`
 */
export function borderRuler(line: BorderLine): Ruler {
	if (line.length < 2) throw new RangeError(`a border line needs two points or more: ${line.length}`);
	const starts = [0];
	for (let index = 1; index < line.length; index++)
		starts.push((starts[index - 1] as number) + geodesicKm(line[index - 1] as Point, line[index] as Point));
	const length_km = starts.at(-1) as number;

	const locate = (point: Point): BorderPosition => {
		const flat = flatAround(point);
		const [index] = nearestSegment(line.map(flat));
		// The plane ranks neighbours within metres of each other wrongly: look at both sides of the best.
		const candidates = [index - 1, index, index + 1].filter((each) => each >= 0 && each < line.length - 1);
		const exact = candidates.map((each) => onSegment(point, line[each] as Point, line[each + 1] as Point, each));
		const best = exact.reduce((nearest, each) => (each.distance_km < nearest.distance_km ? each : nearest));
		return {
			distance_km: best.distance_km,
			chainage_km: (starts[best.index] as number) + best.along_km,
			side: isEast(point, line) ? "AF" : "IR",
		};
	};

	const at = (chainage_km: number): Point => {
		const wanted = Math.min(Math.max(chainage_km, 0), length_km);
		let index = starts.findIndex((start) => start > wanted) - 1;
		if (index < 0) index = line.length - 2;
		return pointTowards(line[index] as Point, line[index + 1] as Point, wanted - (starts[index] as number));
	};
	return { length_km, locate, at };
}

/** Maps degrees to kilometres on a plane that touches at a point. */
function flatAround([lon0, lat0]: Point): (point: Point) => Point {
	const cos = Math.cos((lat0 * Math.PI) / 180);
	return ([lon, lat]) => [(lon - lon0) * 111.32 * cos, (lat - lat0) * 110.9];
}

/** Index of the segment of a plane line nearest to the origin, and its squared distance. */
function nearestSegment(points: readonly Point[]): [index: number, squared: number] {
	let best: [number, number] = [0, Number.POSITIVE_INFINITY];
	for (let index = 0; index + 1 < points.length; index++) {
		const [ax, ay] = points[index] as Point;
		const [bx, by] = points[index + 1] as Point;
		const [dx, dy] = [bx - ax, by - ay];
		const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
		const squared = (ax + along * dx) ** 2 + (ay + along * dy) ** 2;
		if (squared < best[1]) best = [index, squared];
	}
	return best;
}

/** The nearest point of one geodesic segment by golden-section search, to less than a metre. */
function onSegment(point: Point, from: Point, to: Point, index: number) {
	const length = geodesicKm(from, to);
	const distance = (along: number) => geodesicKm(point, pointTowards(from, to, along));
	const ratio = (Math.sqrt(5) - 1) / 2;
	let [low, high] = [0, length];
	while (high - low > 0.0005) {
		const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
		if (distance(left) < distance(right)) high = right;
		else low = left;
	}
	const options = [0, (low + high) / 2, length].map((along_km) => ({
		index,
		along_km,
		distance_km: distance(along_km),
	}));
	return options.reduce((nearest, each) => (each.distance_km < nearest.distance_km ? each : nearest));
}

/**
 * Whether a point lies east of the line: a ray to the west crosses the line an odd number of times. North
 * and south of its ends the line is taken to go on along the meridian.
 */
function isEast([lon, lat]: Point, line: BorderLine): boolean {
	const [first, last] = [line[0] as Point, line.at(-1) as Point];
	const longer: BorderLine = [[first[0], 90], ...line, [last[0], -90]];
	let crossings = 0;
	for (let index = 0; index + 1 < longer.length; index++) {
		const [ax, ay] = longer[index] as Point;
		const [bx, by] = longer[index + 1] as Point;
		if (ay > lat !== by > lat && ax + ((lat - ay) / (by - ay)) * (bx - ax) < lon) crossings++;
	}
	return crossings % 2 === 1;
}
