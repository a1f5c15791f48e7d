import type { ProvinceCount } from "../../location/areas.js";
import type { LocatedIncidents } from "../../location/incidents.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, periodLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";

/** Incidents by province, the Afghan side to the left and the Iranian to the right, with a bar for none named. */
export function incidentsByProvince(
	provinces: readonly ProvinceCount[],
	{ incidents, excluded }: LocatedIncidents,
	provenance: Provenance,
): Figure {
	const side = (country: "AF" | "IR") =>
		provinces.filter((row) => row.country === country).sort((a, b) => order(a) - order(b));
	const [afghan, iranian] = [side("AF"), side("IR")];
	const most = Math.max(...provinces.map(({ n }) => n));
	const top = (rows: readonly ProvinceCount[]) =>
		[...rows].filter(({ province }) => province !== null).sort((a, b) => b.n - a.n)[0];
	const bars = (rows: readonly ProvinceCount[], axis: "" | "2", color: string) => ({
		type: "bar" as const,
		orientation: "h" as const,
		x: rows.map(({ n }) => n),
		y: rows.map(label),
		text: rows.map(({ n }) => String(n)),
		textposition: "outside" as const,
		cliponaxis: false,
		xaxis: `x${axis}`,
		yaxis: `y${axis}`,
		marker: { color: rows.map(({ province }) => (province === null ? colours.unresolved : color)) },
		hovertext: rows.map((row) => `${label(row)}: ${row.n} incidents`),
		hoverinfo: "text" as const,
	});
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
	const rows = Math.max(afghan.length, iranian.length);
	const x = { showgrid: true, gridcolor: ink.grid, zeroline: false };
	return frame(
		{
			id: "incidents-by-province",
			subject: "location",
			plotHeight: 44 * rows + 10,
			data: [bars(afghan, "", colours.incident), bars(iranian, "2", colours.incident)],
			layout: {
				margin: { l: 96, r: 170, t: 24, b: 44 },
				bargap: 0.3,
				xaxis: { ...x, range: [most * 1.15, 0], domain: [0, 0.485], title: { text: "incidents", standoff: 4 } },
				yaxis: { autorange: "reversed" },
				xaxis2: {
					...x,
					range: [0, most * 1.15],
					domain: [0.515, 1],
					anchor: "y2",
					title: { text: "incidents", standoff: 4 },
				},
				yaxis2: { autorange: "reversed", side: "right", anchor: "x2" },
				annotations: [heading("Afghan side", 0.485, "right"), heading("Iranian side", 0.515, "left")],
			},
			table: provinces.map((row) => ({ ...row })),
		},
		{
			title: `Of ${countLabel(incidents.length, "incident")}, ${top(afghan)?.n ?? 0} name ${top(afghan)?.province ?? "no province"} on the Afghan side and ${top(iranian)?.n ?? 0} ${top(iranian)?.province ?? "none"} on the Iranian`,
			subtitle: "Incidents by the province named on each side of the border, north to south",
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}, each counted once on either side. ${excludedLabel(excluded)} A province named says where an incident was told to be, not how many people watch it.`,
			alt: `Incidents by province. Afghan side: ${afghan.map((row) => `${label(row)} ${row.n}`).join(", ")}. Iranian side: ${iranian.map((row) => `${label(row)} ${row.n}`).join(", ")}.`,
		},
		provenance,
	);
}

const northToSouth = ["Herat", "Razavi Khorasan", "Farah", "South Khorasan", "Nimroz", "Sistan and Baluchestan"];

const order = ({ province }: ProvinceCount): number => {
	if (province === null) return northToSouth.length + 1;
	const index = northToSouth.indexOf(province);
	return index < 0 ? northToSouth.length : index;
};

const label = ({ province }: ProvinceCount): string => (province === null ? "none named" : plain(province));
