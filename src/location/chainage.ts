import type { BorderLine, Direction } from "../records/records.js";
import { type Geodesic, geodesicBetween, type Point, sightOf } from "./geodesic.js";

/** Where a point lies beside the border. */
export interface BorderPosition {
	/** Geodesic distance to the nearest point of the line, 0 or more. */
	readonly distance_km: number;
	/** Kilometres along the line from its first point to that nearest point. */
	readonly chainage_km: number;
	/** Which side of the line the point is on, looking along the line from its first point to its last. */
	readonly side_of_line: "left" | "right";
	/** The distance with a sign: above 0 on the left side, below 0 on the right. */
	readonly signed_distance_km: number;
}

/** A border line as a ruler: kilometres along it from its first point. */
export interface Ruler {
	/** Length of the whole line. */
	readonly length_km: number;
	/** Distance, position along the line, and side of a point. */
	readonly locate: (point: Point) => BorderPosition;
	/** The point of the line at a chainage, in [longitude, latitude]. */
	readonly at: (chainage_km: number) => Point;
	/**
	 * First and last chainage of what of the line lies within a distance of a point, or of a little more (1 %);
	 * `null` where nothing does.
	 */
	readonly within: (point: Point, distance_km: number) => { readonly from_km: number; readonly to_km: number } | null;
}

/**
 * Makes a ruler of a line.
 *
 * Lengths are sums of WGS84 geodesics between the vertices, so they belong to this line: a coarser line
 * is shorter. The nearest point is found on a local plane and refined along the geodesic edge.
 *
 * @throws `a border line needs two points or more: 1`
 * @example
 * borderRuler(dossier.border).length_km // → 443.65
 */
export function borderRuler(line: BorderLine): Ruler {
	const known = rulers.get(line) ?? makeRuler(line);
	rulers.set(line, known);
	return known;
}

/** Measuring a line costs a geodesic for each of its vertices, and every measure asks for the same line. */
const rulers = new WeakMap<BorderLine, Ruler>();

function makeRuler(line: BorderLine): Ruler {
	if (line.length < 2) throw new RangeError(`a border line needs two points or more: ${line.length}`);
	const edges = line.slice(1).map((to, index) => geodesicBetween(line[index] as Point, to));
	const starts = [0];
	for (const { length_km } of edges) starts.push((starts.at(-1) as number) + length_km);
	const length_km = starts.at(-1) as number;
	const isLeft = leftOf(line);

	const locate = (point: Point): BorderPosition => {
		const exact = nearEdges(line, point).map((index) => ({
			index,
			...onEdge(point, edges[index] as Geodesic),
		}));
		const best = exact.reduce((nearest, each) => (each.distance_km < nearest.distance_km ? each : nearest));
		const side_of_line = isLeft(point) ? "left" : "right";
		return {
			distance_km: best.distance_km,
			chainage_km: (starts[best.index] as number) + best.along_km,
			side_of_line,
			signed_distance_km: side_of_line === "left" ? best.distance_km : 0 - best.distance_km,
		};
	};

	const at = (chainage_km: number): Point => {
		const wanted = Math.min(Math.max(chainage_km, 0), length_km);
		let index = starts.findIndex((start) => start > wanted) - 1;
		if (index < 0) index = line.length - 2;
		return (edges[index] as Geodesic).at(wanted - (starts[index] as number)).point;
	};

	const within = (point: Point, distance_km: number) => {
		const flat = line.map(flatAround(point));
		const reached = flat.slice(1).flatMap((to, index) => {
			const [start, end] = [starts[index] as number, starts[index + 1] as number];
			return insideCircle(flat[index] as Point, to, distance_km * 1.01).map((t) => start + t * (end - start));
		});
		return reached.length === 0 ? null : { from_km: Math.min(...reached), to_km: Math.max(...reached) };
	};
	return { length_km, locate, at, within };
}

/** Where a plane edge enters and leaves the circle around the origin, as shares of its length. */
function insideCircle([ax, ay]: Point, [bx, by]: Point, radius: number): number[] {
	const [dx, dy] = [bx - ax, by - ay];
	const squared = dx * dx + dy * dy;
	if (squared === 0) return Math.hypot(ax, ay) <= radius ? [0, 1] : [];
	const middle = -(ax * dx + ay * dy) / squared;
	const root = middle ** 2 - (ax * ax + ay * ay - radius ** 2) / squared;
	if (root < 0) return [];
	const [enter, leave] = [middle - Math.sqrt(root), middle + Math.sqrt(root)];
	return leave < 0 || enter > 1 ? [] : [Math.max(0, enter), Math.min(1, leave)];
}

/** Kilometres of a degree of longitude and of latitude, on a plane that touches the globe at a latitude. */
const kmPerDegree = (lat: number): readonly [number, number] => [111.32 * Math.cos((lat * Math.PI) / 180), 110.9];

/** Maps degrees to kilometres on a plane that touches at a point. */
function flatAround([lon0, lat0]: Point): (point: Point) => Point {
	const [kmEast, kmNorth] = kmPerDegree(lat0);
	return ([lon, lat]) => [(lon - lon0) * kmEast, (lat - lat0) * kmNorth];
}

/**
 * Edges of the line that are nearest to a point on a plane around it, or farther by so little (1 %, 10 m)
 * that the plane may rank them wrongly.
 */
function nearEdges(line: BorderLine, [lon0, lat0]: Point): number[] {
	const [kmEast, kmNorth] = kmPerDegree(lat0);
	const distances = new Float64Array(line.length - 1);
	let nearest = Number.POSITIVE_INFINITY;
	let ax = Number.NaN;
	let ay = Number.NaN;
	for (let index = 0; index < line.length; index++) {
		const vertex = line[index] as Point;
		const bx = (vertex[0] - lon0) * kmEast;
		const by = (vertex[1] - lat0) * kmNorth;
		if (index > 0) {
			const dx = bx - ax;
			const dy = by - ay;
			const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
			const distance = Math.sqrt((ax + along * dx) ** 2 + (ay + along * dy) ** 2);
			distances[index - 1] = distance;
			if (distance < nearest) nearest = distance;
		}
		ax = bx;
		ay = by;
	}
	const near: number[] = [];
	for (let index = 0; index < distances.length; index++)
		if ((distances[index] as number) <= nearest * 1.01 + 0.01) near.push(index);
	return near;
}

/** Below this the foot of the perpendicular has been found. */
const metre = 0.001;

/**
 * The nearest point of one geodesic edge of the line, to a metre along it: the foot of the perpendicular is moved by
 * the cosine of the angle still missing to a right one (Karney's geodesics, small triangles).
 */
function onEdge(point: Point, edge: Geodesic) {
	let along_km = edge.length_km / 2;
	let distance_km = Number.NaN;
	for (let round = 0; round < mostRounds; round++) {
		const foot = edge.at(along_km);
		const sight = sightOf(foot.point, point);
		distance_km = sight.distance_km;
		const step = sight.distance_km * Math.cos(((sight.azimuth - foot.azimuth) * Math.PI) / 180);
		const next = Math.min(edge.length_km, Math.max(0, along_km + step));
		if (Math.abs(next - along_km) < metre) break;
		along_km = next;
	}
	return { along_km, distance_km };
}

const mostRounds = 20;

/** Whether a point lies left of a line: east of it, once both are turned by so many right angles that the line leads south. */
function leftOf(line: BorderLine): (point: Point) => boolean {
	const turn = turns[directionOf(line)];
	const turned = line.map(turn);
	return (point) => isEast(turn(point), turned);
}

const turns: Readonly<Record<Direction, (point: Point) => Point>> = {
	south: (point) => point,
	north: ([lon, lat]) => [-lon, -lat],
	east: ([lon, lat]) => [lat, -lon],
	west: ([lon, lat]) => [-lat, lon],
};

/** Where a line leads from its first point to its last, as far as four words can say it. */
export function directionOf(line: BorderLine): Direction {
	const [first, last] = [line[0] as Point, line.at(-1) as Point];
	const [east, north] = [last[0] - first[0], last[1] - first[1]];
	if (Math.abs(north) >= Math.abs(east)) return north > 0 ? "north" : "south";
	return east > 0 ? "east" : "west";
}

/**
 * Whether a point lies east of the line: a ray to the west crosses the line an odd number of times. North
 * and south of its ends the line is taken to go on along the meridian.
 */
function isEast([lon, lat]: Point, line: BorderLine): boolean {
	const last = line.length - 1;
	let crossings = 0;
	for (let index = -1; index <= last; index++) {
		const [ax, ay] = index < 0 ? [(line[0] as Point)[0], 180] : (line[index] as Point);
		const [bx, by] = index === last ? [(line[last] as Point)[0], -180] : (line[index + 1] as Point);
		if (ay > lat !== by > lat && ax + ((lat - ay) / (by - ay)) * (bx - ax) < lon) crossings++;
	}
	return crossings % 2 === 1;
}
