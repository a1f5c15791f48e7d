import type { Data } from "plotly.js-dist";
import type { LocatedIncident } from "../../location/incidents.js";
import type { Dossier } from "../../records/records.js";
import { colours, ink } from "../parts/frame.js";
import { incidentIds } from "../parts/marks.js";
import { type Box, leftward, scaleOf } from "./map-box.js";
import { coarseHover, precisionLabels, type Sources, type Spot, spotHover } from "./map-hover.js";
import { type GeoKey, geoLabels, geoLines, isInside, type Lines, type ProvinceLabel } from "./map-layers.js";

const hatchKm = 7;
/** Ticks of one group in the margin; the count beside them says how many incidents there are. */
const mostTicks = 60;

/**
 * Districts as hatched areas, as wide on the ground as the place is uncertain. `box` is what a detail shows: a number
 * outside of it would be cut off.
 */
export function areaMarks(spots: readonly Spot[], sources: Sources, geo: GeoKey = "geo", box?: Box): Data[] {
	const areas = spots.filter(({ precision }) => precision === "district");
	if (areas.length === 0) return [];
	const place = ({ lon, lat }: Spot, east_km: number, north_km: number) =>
		[lon + east_km / (111.32 * Math.cos((lat * Math.PI) / 180)), lat + north_km / 110.9].map(
			(degrees) => Math.round(degrees * 1e4) / 1e4,
		) as [number, number];
	const rims: Lines = areas.map((spot) =>
		Array.from({ length: 73 }, (_, step) => {
			const angle = (step * Math.PI) / 36;
			return place(spot, spot.radius_km * Math.sin(angle), spot.radius_km * Math.cos(angle));
		}),
	);
	const hatching: Lines = areas.flatMap((spot) => {
		const steps = Math.floor(spot.radius_km / hatchKm);
		return Array.from({ length: 2 * steps + 1 }, (_, step) => {
			const across = (step - steps) * hatchKm;
			const half = Math.sqrt(spot.radius_km ** 2 - across ** 2);
			return [half, -half].map((along) =>
				place(spot, (across + along) * Math.SQRT1_2, (along - across) * Math.SQRT1_2),
			);
		});
	});
	const rim = rims.flatMap((line) => [...line, [null, null] as const]);
	return [
		{
			type: "scattergeo",
			mode: "lines",
			geo,
			lon: rim.map(([lon]) => lon) as number[],
			lat: rim.map(([, lat]) => lat) as number[],
			line: { color: colours.incident, width: 1 },
			fill: "toself",
			fillcolor: "rgba(53, 92, 125, 0.08)",
			hoverinfo: "skip",
			showlegend: false,
		},
		{
			type: "scattergeo",
			mode: "markers",
			geo,
			name: legendLabel(areas, "district"),
			lon: [null],
			lat: [null],
			marker: { size: 15, color: "rgba(53, 92, 125, 0.15)", line: { color: colours.incident, width: 1 } },
			showlegend: geo === "geo",
		},
		geoLines(hatching, "rgba(53, 92, 125, 0.55)", 0.6, geo),
		hoverPoints(areas, sources, geo, box),
	];
}

/** Exact places as dots and villages or towns as rings, larger for more incidents. */
export function pointMarks(spots: readonly Spot[], sources: Sources, geo: GeoKey = "geo"): Data[] {
	return (["locality", "exact"] as const).flatMap((precision): Data[] => {
		const shown = spots.filter((spot) => spot.precision === precision);
		if (shown.length === 0) return [];
		return [
			{
				type: "scattergeo",
				mode: "markers",
				geo,
				name: legendLabel(shown, precision),
				lon: shown.map(({ lon }) => lon),
				lat: shown.map(({ lat }) => lat),
				marker: {
					symbol: precision === "exact" ? "circle" : "circle-open",
					size: shown.map(({ all }) => 10.5 + 3.2 * Math.sqrt(all.length)),
					color: colours.incident,
					opacity: 0.9,
					line: { color: precision === "exact" ? ink.paper : colours.incident, width: precision === "exact" ? 0.5 : 2 },
				},
				customdata: shown.map(({ all }) => incidentIds(all)),
				hovertext: shown.map((spot) => spotHover(spot, sources)),
				hoverinfo: "text",
				showlegend: geo === "geo",
			},
		];
	});
}

const legendLabel = (spots: readonly Spot[], precision: Spot["precision"]): string =>
	`${precisionLabels[precision]} (${spots.reduce((sum, { all }) => sum + all.length, 0)})`;

const isNear = (one: Spot, other: Spot): boolean => Math.hypot(one.lon - other.lon, one.lat - other.lat) < 0.5;

function hoverPoints(spots: readonly Spot[], sources: Sources, geo: GeoKey, box: Box | undefined): Data {
	return {
		type: "scattergeo",
		mode: "markers+text",
		geo,
		lon: spots.map(({ lon }) => lon),
		lat: spots.map(({ lat }) => lat),
		marker: { size: 4, color: colours.incident },
		// The large map has no room for the numbers of neighbours; the details beside it have.
		text: spots.map((spot) =>
			spot.all.length > 1 && (box ? isInside(spot, box) : !spots.some((other) => other !== spot && isNear(spot, other)))
				? String(spot.all.length)
				: "",
		),
		textposition: "middle right",
		textfont: { size: 12, color: colours.incident },
		customdata: spots.map(({ all }) => incidentIds(all)),
		hovertext: spots.map((spot) => spotHover(spot, sources)),
		hoverinfo: "text",
		showlegend: false,
	};
}

/**
 * Incidents without a point as a rug of ticks in the margins: by province of the left side on its edge, by province of the
 * right side on the other where none is named on the left, and along the south all others.
 */
export function marginRug(
	dossier: Pick<Dossier, "border">,
	coarse: readonly LocatedIncident[],
	box: Box,
	sources: Sources,
	provinces: readonly ProvinceLabel[],
): Data[] {
	const [west, south, east, north] = box;
	const scale = scaleOf(box);
	const pitch = 0.075 * scale;
	const tall = north - south;
	const shown = provinces.filter(({ lat }) => lat > south && lat < north);
	const [toEast] = leftward(dossier);
	// Of a border from west to east no edge is that of one side: all ticks stand along the south.
	const groups = (toEast === 0 ? [] : shown).map(({ side, province, lat }) => {
		const isEastern = (side === "left") === toEast > 0;
		const own = coarse.filter(
			(each) =>
				each.geo_precision === "province" &&
				(side === "left" ? each.af_province === province : each.af_province === null && each.ir_province === province),
		);
		return {
			own,
			lon: isEastern ? east - 0.1 * scale : west + 0.1 * scale,
			lat,
			inward: isEastern ? -1 : 1,
		};
	});
	const inProvinces = groups.flatMap(({ own }) => own);
	const rest = coarse.filter((each) => !inProvinces.includes(each));
	// A group takes its part of the edge at most: its ticks move closer, and beyond a number only their count grows.
	const closer = (count: number, room: number) => Math.min(pitch, room / Math.max(1, count - 1));
	const ticks = [
		...groups.flatMap((group) => {
			const { lon, lat } = group;
			const own = group.own.slice(0, mostTicks);
			const beside = groups
				.filter((each) => each !== group && each.lon === lon)
				.map((each) => Math.abs(each.lat - lat));
			const room = 0.9 * Math.min(...beside, 2 * (lat - south), 2 * (north - lat), tall / 2);
			return own.map((incident, index) => {
				const at = lat + (index - (own.length - 1) / 2) * closer(own.length, room);
				return { incident, from: [lon - 0.09 * scale, at] as const, to: [lon + 0.09 * scale, at] as const };
			});
		}),
		...rest.slice(0, mostTicks).map((incident, index, drawn) => {
			const at = (west + east) / 2 + (index - (drawn.length - 1) / 2) * closer(drawn.length, (east - west) / 2) * 1.2;
			return { incident, from: [at, south + 0.04 * scale] as const, to: [at, south + 0.18 * scale] as const };
		}),
	];
	const counts = groups
		.filter(({ own }) => own.length > 0)
		.map(({ own, lon, lat, inward }) => ({ lon: lon + inward * 0.26 * scale, lat, text: `+ ${own.length}` }));
	const elsewhere = rest.some(({ geo_precision }) => geo_precision === "province") ? " or another province" : "";
	const below = {
		lon: (west + east) / 2,
		lat: south + 0.28 * scale,
		text: `+ ${rest.length} somewhere along the border${elsewhere}`,
	};
	return [
		geoLines(
			ticks.map(({ from, to }) => [from, to]),
			colours.incident,
			1.6,
		),
		geoLabels([...counts, ...(rest.length > 0 ? [below] : [])], { size: 11, color: colours.incident }),
		{
			type: "scattergeo",
			mode: "markers",
			lon: ticks.map(({ from, to }) => (from[0] + to[0]) / 2),
			lat: ticks.map(({ from, to }) => (from[1] + to[1]) / 2),
			marker: { size: 8, opacity: 0 },
			customdata: ticks.map(({ incident }) => incident.incident_id),
			hovertext: ticks.map(({ incident }) => coarseHover(incident, sources)),
			hoverinfo: "text",
			showlegend: false,
		},
	];
}
