import { countByProvince, type ProvinceCount } from "../../location/areas.js";
import type { Dossier, RegionSide } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { countLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { plain } from "../parts/text.js";
import { captionOf, countNotes, hoverCard, type Located, locatedOf } from "./located.js";
import { provinceLabels } from "./map-layers.js";

/** What `incidentsByProvince` cannot be drawn without. */
export const incidentsByProvinceNeeds: readonly Need[] = [anIncident];

/**
 * Incidents by the province they name, the left side of the line to the left and the right to the right, from north to
 * south, with 95% interval (Garwood). Each incident counts once on either side; one that names no province there
 * counts as "none named".
 *
 * @throws NotEnoughDataError without an incident
 * @example
 * charts.incidentsByProvince(dossier).table[0] // → { country: "AF", province: "Northland", n: 4 }
 */
export function incidentsByProvince(dossier: Dossier): Figure {
	requireData(dossier, incidentsByProvinceNeeds);
	const { located, sides } = gather(dossier);
	const { left: leftRows, right: rightRows } = sides;
	const [leftSide, rightSide] = dossier.region.sides;
	const sideName = (country: string) => `${(country === leftSide.code ? leftSide : rightSide).adjective} side`;
	const all = [...leftRows, ...rightRows];
	const most = Math.max(...all.map(({ high }) => high)) * 1.4;
	const bars = (rows: readonly ProvinceCount[], axis: "" | "2") => ({
		type: "bar" as const,
		orientation: "h" as const,
		x: rows.map(({ n }) => n),
		y: rows.map(label),
		xaxis: `x${axis}`,
		yaxis: `y${axis}`,
		marker: { color: rows.map(({ province }) => (province === null ? colours.unresolved : colours.incident)) },
		error_x: {
			type: "data" as const,
			symmetric: false,
			array: rows.map(({ n, high }) => high - n),
			arrayminus: rows.map(({ n, low }) => n - low),
			color: ink.text,
			thickness: 1,
			width: 3,
		},
		customdata: rowNumbers(rows, all),
		hovertext: rows.map((row) =>
			hoverCard(
				row.province ?? "No province named",
				["Side of the border", sideName(row.country)],
				["Incidents", `${row.n} of ${located.incidents.length}`],
				["95% interval", `${row.low.toFixed(1)} to ${row.high.toFixed(1)}`],
			),
		),
		hoverinfo: "text" as const,
	});
	const counts = (rows: readonly ProvinceCount[], axis: "x" | "x2") =>
		rows.map((row) => ({
			text: `<b>${row.n}</b> (${row.low.toFixed(0)}–${row.high.toFixed(0)})`,
			xref: axis,
			yref: axis === "x" ? ("y" as const) : ("y2" as const),
			x: row.high,
			y: label(row),
			xshift: axis === "x" ? -5 : 5,
			xanchor: axis === "x" ? ("right" as const) : ("left" as const),
			showarrow: false,
		}));
	const heading = (text: string, x: number, xanchor: "left" | "right") => ({
		text: `<b>${text}</b>`,
		xref: "paper" as const,
		yref: "paper" as const,
		x,
		y: 1,
		xanchor,
		yanchor: "bottom" as const,
		showarrow: false,
		font: { size: 13 },
	});
	const x = { showgrid: true, gridcolor: ink.grid, zeroline: false };
	return frame(
		{
			id: "incidents-by-province",
			subject: "location",
			plotHeight: 44 * Math.max(leftRows.length, rightRows.length) + 10,
			data: [bars(leftRows, ""), bars(rightRows, "2")],
			layout: {
				margin: { l: 96, r: 170, t: 24, b: 44 },
				bargap: 0.3,
				xaxis: { ...x, range: [most, 0], domain: [0, 0.485], title: { text: "incidents", standoff: 4 } },
				yaxis: { autorange: "reversed" },
				xaxis2: {
					...x,
					range: [0, most],
					domain: [0.515, 1],
					anchor: "y2",
					title: { text: "incidents", standoff: 4 },
				},
				yaxis2: { autorange: "reversed", side: "right", anchor: "x2" },
				annotations: [
					heading(plain(sideName(leftSide.code)), 0.485, "right"),
					heading(plain(sideName(rightSide.code)), 0.515, "left"),
					...counts(leftRows, "x"),
					...counts(rightRows, "x2"),
				],
			},
			table: all.map((row) => ({ ...row })),
		},
		{
			title: titleOf(sides, located),
			subtitle:
				"Incidents by the province that reports name on each side, north to south; lines and brackets: 95% interval",
			caption: captionOf(located, "Each counts once on each side: do not add the sides."),
			notes: [
				...countNotes(located),
				...(["left", "right"] as const).map(
					(side) =>
						`${sideName((side === "left" ? leftSide : rightSide).code)}: ${sides[side].map((row) => `${label(row)} ${row.n}`).join(", ")}; together ${sides[side].reduce((sum, { n }) => sum + n, 0)}.`,
				),
				'The interval of a count is a Poisson interval (Garwood), if incidents are independent. The title says "could be chance" if the interval of a lead overlaps with another of its side.',
				"Provinces differ in length of border, population and number of reporters. Counts are not rates.",
			],
			alt: `Bars of incidents by province on both sides of the border, n = ${located.incidents.length}. ${titleOf(sides, located)}.`,
		},
		located.provenance,
	);
}

type Sides = Readonly<Record<"left" | "right", readonly ProvinceCount[]>>;

function gather(dossier: Dossier) {
	const located = locatedOf(dossier);
	const order = provinceLabels(dossier, located.placed, []);
	const rank = ({ country, province }: ProvinceCount): number => {
		if (province === null) return order.length + 1;
		const index = order.findIndex((each) => each.country === country && each.province === province);
		return index < 0 ? order.length : index;
	};
	const counts = countByProvince(located.incidents, dossier.region);
	const [left, right] = dossier.region.sides;
	const side = ({ code: country }: RegionSide) =>
		counts.filter((row) => row.country === country).sort((a, b) => rank(a) - rank(b));
	return { located, sides: { left: side(left), right: side(right) } satisfies Sides };
}

function titleOf(sides: Sides, { incidents }: Located): string {
	const tops = (["left", "right"] as const).flatMap((side) => {
		const named = sides[side].filter(({ province }) => province !== null);
		const most = Math.max(...named.map(({ n }) => n));
		const highest = named.filter(({ n }) => n === most);
		return highest.length === 0 ? [] : [{ side, highest, most }];
	});
	if (tops.length === 0) return `No province is named for ${countLabel(incidents.length, "reported incident")}`;
	// Several provinces of one side may have as many: none of them is the one named most often.
	const names = tops.map(({ highest, most }) =>
		highest.length > 2
			? `${highest.length} provinces (${most} each)`
			: `${highest.map(({ province }) => province).join(" and ")} (${most}${highest.length > 1 ? " each" : ""})`,
	);
	const title = `Named most often: ${names.join("; ")}`;
	const isClear = tops.every(({ side, highest: [first], most }) =>
		sides[side]
			.filter(({ province, n }) => province !== null && n < most)
			.every(({ high }) => first !== undefined && high < first.low),
	);
	const careful = `${title}; could be chance`;
	return isClear || careful.length > 90 ? title : careful;
}

const label = ({ province }: ProvinceCount): string => (province === null ? "none named" : plain(province));
