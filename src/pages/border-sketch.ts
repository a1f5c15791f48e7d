import { leftward } from "../charts/location/map-box.js";
import { countryOutlines, outlinesWithin } from "../charts/location/outlines.js";
import { pointOf } from "../location/incidents.js";
import { radiusKm } from "../location/precision.js";
import type { Dossier, Incident } from "../records/records.js";
import { html, type Markup } from "./markup.js";

/** West, south, east and north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A small map of the border: how degrees become pixels, and what is drawn on every map of its box. */
export interface BorderSketch {
	readonly width: number;
	readonly height: number;
	/** Pixels from the left and from the top. */
	readonly at: (lon: number, lat: number) => readonly [x: number, y: number];
	readonly pixelsPerKm: number;
	/** Outlines, border, crossings, names of countries and a scale. */
	readonly base: Markup;
	/** Names of crossings, to be drawn over the marks of incidents. */
	readonly names: Markup;
}

const kmPerDegree = 111;
/** Room around the outermost point, in degrees. */
const margin = 0.35;
/** Pixels between two corners of a line: nearer ones do not show. */
const finestPixels = 1.2;

/** Pixels that a letter of a name takes, or a little more. */
const letterPixels = 6.5;

/** Least width of a box for its height, so that the names beside the border have room. */
const leastAspect = 0.75;

/**
 * The box that holds the border and some points, with room around them.
 *
 * @returns `null` where there is nothing to hold
 */
export function boxOf(points: readonly (readonly [lon: number, lat: number])[]): Box | null {
	return points.length === 0 ? null : boxAround(points);
}

function boxAround(points: readonly (readonly [lon: number, lat: number])[]): Box {
	const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
	const smallest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
	const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
	const [south, north] = [smallest(lats) - margin, largest(lats) + margin];
	const middle = (smallest(lons) + largest(lons)) / 2;
	const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const half = Math.max((largest(lons) - smallest(lons)) / 2 + margin, (leastAspect * (north - south)) / shortened / 2);
	return [middle - half, south, middle + half, north];
}

/**
 * A map of a box, longitudes shortened by the cosine of its middle latitude: distances are right to a few per cent,
 * enough for a picture. Every measure uses the ellipsoid instead.
 */
export function borderSketch(
	{ border, crossings, region }: Pick<Dossier, "border" | "crossings" | "region">,
	[west, south, east, north]: Box,
	height: number,
): BorderSketch {
	const perDegree = height / (north - south);
	const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const width = Math.round((east - west) * shortened * perDegree);
	const at = (lon: number, lat: number) => [(lon - west) * shortened * perDegree, (north - lat) * perDegree] as const;
	const pixelsPerKm = perDegree / kmPerDegree;
	const outlines = outlinesWithin(countryOutlines({ region, border }), [west, south, east, north]);
	const path = (line: readonly (readonly [number, number])[]) => pathOf(line.map(([lon, lat]) => at(lon, lat)));
	const [scaleX, scaleY] = [10, height - 12];
	const ends = crossings.map(({ name, lat, lon }) => ({ name, at: at(lon, lat) }));
	const squares = ends.map(
		({ at: [x, y] }) => html`<rect class="crossing" x="${round(x - 3.5)}" y="${round(y - 3.5)}" width="7" height="7"/>`,
	);
	const names = html`${ends.map(({ name, at: [x, y] }) => {
		const isLeft = x > width / 2;
		const room = (isLeft ? x : width - x) - 8;
		// A name of two ends stands in two lines where one line would reach beyond the map.
		const lines = name.length * letterPixels > room ? name.split(/(?<=[–-])/) : [name];
		const place = round(x + (isLeft ? -8 : 8));
		return html`<text class="${isLeft ? "name end" : "name"}" y="${round(y + 4)}">${lines.map(
			(line, index) => html`<tspan x="${place}"${index > 0 && html` dy="13"`}>${line}</tspan>`,
		)}</text>`;
	})}`;
	const [toEast, toNorth] = leftward({ border });
	const [first, second] = (toEast === 0 ? toNorth : -toEast) > 0 ? region.sides : [region.sides[1], region.sides[0]];
	// Of a border from west to east the second country lies below the first.
	const countries =
		toEast === 0
			? html`<text class="country" x="8" y="18">${first.country.toUpperCase()}</text><text class="country end" x="${width - 8}" y="${height - 8}">${second.country.toUpperCase()}</text>`
			: html`<text class="country" x="8" y="18">${first.country.toUpperCase()}</text><text class="country end" x="${width - 8}" y="18">${second.country.toUpperCase()}</text>`;
	const base = html`<path class="outline" d="${outlines.map(path).join("")}"/><path class="border" d="${path(border)}"/>${squares}${border.length === 0 ? null : countries}<path class="scale" d="M${scaleX} ${scaleY}v4h${round(
		100 * pixelsPerKm,
	)}v-4"/><text class="name" x="${scaleX}" y="${scaleY - 4}">100 km</text>`;
	return { width, height, at, pixelsPerKm, base, names };
}

/** The mark of an incident: a dot for an exact place, a ring for a named place, a dashed circle for a district. */
export function placeMark(sketch: BorderSketch, incident: Incident): Markup | null {
	const point = pointOf(incident);
	if (point === null) return null;
	const [x, y] = sketch.at(...point).map(round);
	const { geo_precision } = incident;
	if (geo_precision === "exact")
		return html`<circle class="halo" cx="${x ?? 0}" cy="${y ?? 0}" r="10"/><circle class="dot" cx="${x ?? 0}" cy="${y ?? 0}" r="5"/>`;
	if (geo_precision === "locality") return html`<circle class="ring" cx="${x ?? 0}" cy="${y ?? 0}" r="7"/>`;
	const radius = round((radiusKm[geo_precision] ?? 0) * sketch.pixelsPerKm);
	return html`<circle class="area" cx="${x ?? 0}" cy="${y ?? 0}" r="${radius}"/>`;
}

/** A line as an SVG path, without corners that would not show. */
function pathOf(points: readonly (readonly [number, number])[]): string {
	let [lastX, lastY] = [Number.NEGATIVE_INFINITY, 0];
	return points
		.flatMap(([x, y], index) => {
			const isLast = index === points.length - 1;
			if (!isLast && Math.hypot(x - lastX, y - lastY) < finestPixels) return [];
			[lastX, lastY] = [x, y];
			return [`${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`];
		})
		.join("");
}

/** Pixels to a tenth. */
export const round = (pixels: number): number => Math.round(pixels * 10) / 10;
