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
	const flat = flatLine(line, edges);
	const isLeft = leftOf(line, flat, edges);

	const locate = (point: Point): BorderPosition => {
		const exact = nearEdges(flat, point).map((index) => {
			const { along_km, distance_km } = onEdge(point, edges[index] as Geodesic);
			return { index, along_km, distance_km };
		});
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
		const around = line.map(flatAround(point));
		const reached = around.slice(1).flatMap((to, index) => {
			const [start, end] = [starts[index] as number, starts[index + 1] as number];
			return insideCircle(around[index] as Point, to, distance_km * 1.01).map((t) => start + t * (end - start));
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

/** The line as arrays, in short runs: what is true of the box around a run need not be asked of each of its edges. */
interface FlatLine {
	readonly lons: Float64Array;
	readonly lats: Float64Array;
	/** Length of each edge on the ellipsoid. */
	readonly edgeKm: Float64Array;
	readonly runs: readonly Run[];
}

/** Some edges of the line in a row, from vertex `from` to vertex `to`, and the box around them in degrees. */
interface Run {
	readonly from: number;
	readonly to: number;
	readonly west: number;
	readonly east: number;
	readonly south: number;
	readonly north: number;
}
const edgesPerRun = 24;

function flatLine(line: BorderLine, edges: readonly Geodesic[]): FlatLine {
	const last = line.length - 1;
	const lons = Float64Array.from(line, ([lon]) => lon);
	const lats = Float64Array.from(line, ([, lat]) => lat);
	const runs = Array.from({ length: Math.ceil(last / edgesPerRun) }, (_, index) => {
		const from = index * edgesPerRun;
		const to = Math.min(last, from + edgesPerRun);
		const [ownLons, ownLats] = [lons.subarray(from, to + 1), lats.subarray(from, to + 1)];
		return {
			from,
			to,
			west: Math.min(...ownLons),
			east: Math.max(...ownLons),
			south: Math.min(...ownLats),
			north: Math.max(...ownLats),
		};
	});
	return { lons, lats, edgeKm: Float64Array.from(edges, ({ length_km }) => length_km), runs };
}

/** Farther by so little the plane may rank edges wrongly. */
const reachOf = (nearest: number): number => nearest * 1.01 + 0.01;

/**
 * Edges of the line that may be the nearest to a point, in their order: those nearest on a plane around it, or farther
 * by so little (1 %, 10 m) that the plane may rank them wrongly, less those that are farther by the finer `surfaceKm`.
 */
function nearEdges({ lons, lats, edgeKm, runs }: FlatLine, [lon0, lat0]: Point): number[] {
	const [kmEast, kmNorth] = kmPerDegree(lat0);
	const squared = (east: number, north: number): number => (east * kmEast) ** 2 + (north * kmNorth) ** 2;
	const boxes = runs.map(({ west, east, south, north }) =>
		squared(Math.max(west - lon0, lon0 - east, 0), Math.max(south - lat0, lat0 - north, 0)),
	);
	const first = boxes.indexOf(boxes.reduce((least, each) => Math.min(least, each)));
	let nearest = Number.POSITIVE_INFINITY;
	const found: { readonly index: number; readonly km: number; readonly along: number }[] = [];
	const search = (run: number): void => {
		const { from, to } = runs[run] as Run;
		let ax = ((lons[from] as number) - lon0) * kmEast;
		let ay = ((lats[from] as number) - lat0) * kmNorth;
		for (let index = from; index < to; index++) {
			const bx = ((lons[index + 1] as number) - lon0) * kmEast;
			const by = ((lats[index + 1] as number) - lat0) * kmNorth;
			const [dx, dy] = [bx - ax, by - ay];
			const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
			const km = Math.sqrt((ax + along * dx) ** 2 + (ay + along * dy) ** 2);
			ax = bx;
			ay = by;
			if (km > reachOf(nearest)) continue;
			found.push({ index, km, along });
			if (km < nearest) nearest = km;
		}
	};
	// The nearest box first: most others are then farther than an edge that is already known.
	search(first);
	runs.forEach((_, run) => {
		if (run !== first && (boxes[run] as number) <= reachOf(nearest) ** 2) search(run);
	});
	const near = found.filter(({ km }) => km <= reachOf(nearest)).sort((a, b) => a.index - b.index);
	if (near.length === 1 || nearest > finest) return near.map(({ index }) => index);
	const finer = near.map(({ index, along }) => {
		const at = (of: Float64Array) =>
			(of[index] as number) + along * ((of[index + 1] as number) - (of[index] as number));
		return surfaceKm(lon0, lat0, at(lons), at(lats));
	});
	const least = Math.min(...finer);
	return near.flatMap(({ index }, place) =>
		// An edge is a geodesic: a straight line between its ends runs beside it by less than its square over 8 radii.
		(finer[place] as number) <= least * 1.0005 + 0.005 + (edgeKm[index] as number) ** 2 / 40_000 ? [index] : [],
	);
}

/** Farther away in km, `surfaceKm` is not trusted. */
const finest = 100;

/** Distance of two near points by the radii of the ellipsoid between them: up to 100 km right to a ten-thousandth. */
function surfaceKm(lon0: number, lat0: number, lon: number, lat: number): number {
	const middle = (((lat0 + lat) / 2) * Math.PI) / 180;
	const [equatorKm, squaredEccentricity] = [6378.137, 0.00669438];
	const bulge = 1 - squaredEccentricity * Math.sin(middle) ** 2;
	const across = (equatorKm / Math.sqrt(bulge)) * Math.cos(middle) * (((lon - lon0) * Math.PI) / 180);
	const along = ((equatorKm * (1 - squaredEccentricity)) / bulge ** 1.5) * (((lat - lat0) * Math.PI) / 180);
	return Math.sqrt(across ** 2 + along ** 2);
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
function leftOf(line: BorderLine, flat: FlatLine, edges: readonly Geodesic[]): (point: Point) => boolean {
	const direction = directionOf(line);
	const turn = turns[direction];
	const turned = direction === "south" ? flat : flatLine(line.map(turn), edges);
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
function isEast([lon, lat]: Point, { lons, lats, runs }: FlatLine): boolean {
	const last = lons.length - 1;
	const crosses = (ax: number, ay: number, bx: number, by: number): boolean =>
		ay > lat !== by > lat && ax + ((lat - ay) / (by - ay)) * (bx - ax) < lon;
	const [firstLon, firstLat] = [lons[0] as number, lats[0] as number];
	const [lastLon, lastLat] = [lons[last] as number, lats[last] as number];
	let crossings = Number(crosses(firstLon, 180, firstLon, firstLat)) + Number(crosses(lastLon, lastLat, lastLon, -180));
	for (const { from, to, south, north } of runs) {
		if (lat < south || lat > north) continue;
		for (let at = from; at < to; at++)
			if (crosses(lons[at] as number, lats[at] as number, lons[at + 1] as number, lats[at + 1] as number)) crossings++;
	}
	return crossings % 2 === 1;
}
