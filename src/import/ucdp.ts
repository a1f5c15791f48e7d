import { daysBetween } from "../calendar/days.js";
import { readAs } from "../load/alike.js";
import { countOf } from "../load/cells.js";
import type { DatePrecision, GeoPrecision, IncidentKind } from "../records/records.js";
import type { Importer, ImportOptions } from "./importer.js";
import { droppedKind, kindTable, type ProvinceOf, provinceNames, unknownKind } from "./mapping-table.js";
import { nearBorder, tooFar } from "./near-border.js";
import { ObservedDays } from "./observed-days.js";
import { ownTables } from "./own-tables.js";
import { plainCell } from "./plain-text.js";
import { readTables } from "./read-table.js";
import { RowCount } from "./row-count.js";
import { type NewClaim, TableBuilder } from "./table-builder.js";
import { articlesOf } from "./ucdp-sources.js";
import { codeOf, countryNamed, degrees, isoDay } from "./written-cells.js";

const needed = [
	"id",
	"type_of_violence",
	"side_a",
	"side_b",
	"where_prec",
	"latitude",
	"longitude",
	"country",
	"date_prec",
	"date_start",
	"date_end",
	"best",
	"low",
	"high",
] as const;
const optional = [
	"code_status",
	"source_article",
	"source_office",
	"source_date",
	"source_headline",
	"source_original",
	"where_coordinates",
	"adm_1",
	"adm_2",
	"event_clarity",
	"deaths_civilians",
] as const;
type Cells = Readonly<Record<(typeof needed)[number] | (typeof optional)[number], string>>;

/**
 * How finely UCDP knows a place, in the kit's words. 1 is a named place, mostly a village or town; 2 is up to 25 km from
 * one, as a district is; 3 the centre of a district. From 4 on the point is the centre of a province or vaguer.
 */
const geoPrecision: Readonly<Record<string, GeoPrecision>> = { 1: "locality", 2: "district", 3: "district" };
const vague = ["4", "5", "6", "7"];

/** Reads UCDP GED and the UCDP Candidate Events Dataset, as UCDP or the Humanitarian Data Exchange give them. */
export const ucdp: Importer = {
	id: "ucdp",
	what: "UCDP GED: CSV or Parquet",
	read: async (files, options) => {
		const kindOf = await kindTable("ucdp-kinds.csv", ["type_of_violence", "side_a"], options.kinds);
		const provinceOf = await provinceNames();
		const isNear = nearBorder(options);
		const builder = new TableBuilder(ownTables().sources);
		const count = new RowCount();
		const days = new ObservedDays(options);
		const notes = new Set<string>();

		const forms = await readTables(files, { needed, optional }, count, (written) => {
			const row = written as Cells;
			// The Humanitarian Data Exchange puts tags into the second row.
			if (row.id.startsWith("#")) return "that is a row of HXL tags, no event";
			const event = eventOf(row, options, days, isNear);
			if (typeof event === "string") return event;
			if (builder.hasIncident(event.incident_id)) return "with an id that was read already";
			const kind = kindOf(codeOf(row.type_of_violence), "any") ?? kindOf(codeOf(row.type_of_violence), actorOf(row));
			if (kind === undefined) return unknownKind;
			if (kind === null) return droppedKind;
			addEvent(builder, event, kind, row, provinceOf, notes);
			return null;
		});
		return {
			tables: builder.tables(days.row("UCDP")),
			rows: count.rows,
			dropped: count.dropped,
			notes: [
				...forms,
				...notes,
				"UCDP GED is CC BY 4.0: cite Davies, Pettersson and Öberg (2023) and Sundberg and Melander (2013), or the publications that your version names.",
				"UCDP counts organised violence only: a pair of sides enters after 25 deaths in a year. No row here does not mean that nothing happened.",
			],
		};
	},
};

/** The facts of an event, or why it is dropped. */
function eventOf(
	row: Cells,
	options: ImportOptions,
	days: ObservedDays,
	isNear: (lon: number, lat: number) => boolean,
) {
	const id = codeOf(row.id);
	if (!/^\d{1,12}$/.test(id)) return "without an id in digits";
	const [date_start, end] = [isoDay(row.date_start), isoDay(row.date_end)];
	if (date_start === null) return "without a first day as YYYY-MM-DD";
	days.see(date_start);
	const outside = days.outside(date_start);
	if (outside !== null) return outside;
	const where = codeOf(row.where_prec);
	if (vague.includes(where)) return "with a place known to the province only, or less";
	const geo_precision = geoPrecision[where];
	if (geo_precision === undefined) return "without a precision of place from 1 to 7";
	const [lat, lon] = [degrees(row.latitude, 90), degrees(row.longitude, 180)];
	if (lat === null || lon === null) return "without a point";
	if (!isNear(lon, lat)) return tooFar(options);
	const date_end = end !== null && end >= date_start ? end : null;
	const span = date_end === null ? 0 : daysBetween(date_start, date_end);
	const precision = precisionOf(codeOf(row.date_prec), span);
	if (precision === null) return "without a precision of the day from 1 to 5";
	return {
		incident_id: `ucdp-${id}`,
		date_start,
		date_end,
		...precision,
		lat,
		lon,
		geo_precision,
		country: countryNamed(row.country),
	};
}

/** How finely the day is known: never finer than UCDP says, nor than the span that it gives. */
function precisionOf(date_prec: string, span: number): { date_precision: DatePrecision; aggregate: boolean } | null {
	if (date_prec === "1") return { date_precision: "day", aggregate: false };
	if (date_prec === "5" || (span > 31 && /^[234]$/.test(date_prec)))
		return { date_precision: "month", aggregate: true };
	if (date_prec === "4" || (span > 7 && /^[23]$/.test(date_prec))) return { date_precision: "month", aggregate: false };
	return /^[23]$/.test(date_prec) ? { date_precision: "week", aggregate: false } : null;
}

const actorOf = ({ side_a }: Cells): string => (/^government of\b/i.test(side_a.trim()) ? "government" : "group");

const types: Readonly<Record<string, string>> = {
	1: "state-based violence",
	2: "non-state violence",
	3: "one-sided violence",
};

function summaryOf(row: Cells): string {
	const what = types[codeOf(row.type_of_violence)] ?? "violence";
	const sides = [row.side_a, row.side_b].map(plainCell).filter((side) => side !== null);
	const where = plainCell(row.where_coordinates);
	return `UCDP event ${codeOf(row.id)}: ${what}, ${sides.join(" and ")}${where === null ? "" : `, ${where}`}.`;
}

type Event = Exclude<ReturnType<typeof eventOf>, string>;

function addEvent(
	builder: TableBuilder,
	{ country, ...event }: Event,
	kind: IncidentKind,
	row: Cells,
	provinceOf: ProvinceOf,
	notes: Set<string>,
): void {
	const province = country === null ? null : provinceOf(country, row.adm_1);
	const part = row.adm_2.replace(/\s+(district|county)$/i, "");
	builder.incident({
		...event,
		kind,
		place: row.where_coordinates || null,
		af_province: country === "AF" ? province : null,
		af_district: country === "AF" ? part : null,
		ir_province: country === "IR" ? province : null,
		ir_county: country === "IR" ? part : null,
		side_a: row.side_a,
		side_b: row.side_b,
		summary: summaryOf(row),
	});
	addClaims(builder, event.incident_id, row, notes);
}

/** Who reported it, and what UCDP made of the reports: that it happened, and how many were killed. */
function addClaims(builder: TableBuilder, incident_id: string, row: Cells, notes: Set<string>): void {
	const ucdp = builder.source("UCDP", {
		kind: "monitor",
		country: "SE",
		alignment: "independent",
		url: "https://ucdp.uu.se",
		note: "Uppsala Conflict Data Program, Uppsala University: codes events from published reports.",
	});
	const articles = articlesOf(row);
	const named = plainCell(row.source_original)?.slice(0, 200).trim() ?? null;
	// An outlet that is named as the original source as well repeats nobody.
	const isOutlet = named !== null && articles.some(({ outlet }) => readAs(outlet) === readAs(named));
	const original =
		named === null || isOutlet
			? null
			: builder.source(named, {
					collective: true,
					note: "Named by UCDP as the original source of a report; a label, not one known speaker.",
				});
	const outlets = articles.map((article) => ({ ...article, source_id: builder.source(article.outlet) }));
	const yes = { value: true, reported_by: ucdp } as const;
	const via = outlets.find(({ source_id }) => source_id !== ucdp)?.source_id ?? original;
	const occurred: NewClaim[] = [
		...(original === null ? [] : [{ ...yes, source_id: original, stance: "asserts" } as const]),
		...outlets
			.filter(({ source_id }) => source_id !== ucdp && source_id !== original)
			.map(({ source_id, day, count, headline }): NewClaim => {
				const note = [count > 1 ? `${count} articles` : null, headline].filter((part) => part !== null).join(": ");
				const stance = original === null ? "asserts" : "repeats";
				return { ...yes, source_id, stance, via_source_id: original, published_on: day, note: note || null };
			}),
		{ source_id: ucdp, stance: "repeats", value: true, via_source_id: via, read: "page", note: remarkOf(row) },
	];
	builder.question(incident_id, { key: "occurred", type: "boolean", text: "Did it happen?" }, occurred);
	const total = deathsClaim(ucdp, row);
	if (total.note != null)
		notes.add("Some low or high numbers of deaths contradict the best one: the notes of these claims have them.");
	builder.question(incident_id, { key: "killed_total", type: "count", text: "How many people were killed in all?" }, [
		total,
	]);
	const civilians = countOf(row.deaths_civilians.trim());
	if (civilians !== null)
		builder.question(incident_id, { key: "killed_civilians", type: "count", text: "How many civilians were killed?" }, [
			{
				source_id: ucdp,
				stance: "asserts",
				value: civilians,
				read: "page",
				note: "Best estimate; UCDP gives no range for it.",
			},
		]);
}

/** UCDP's own remarks on how sure an event is. */
function remarkOf({ event_clarity, code_status }: Cells): string | null {
	const status = plainCell(code_status);
	const remarks = [
		codeOf(event_clarity) === "2" ? "Less clear by UCDP: single events could not be told in the report." : null,
		status === null || status.toLowerCase() === "clear" ? null : `Status by UCDP: ${status}.`,
	].filter((remark) => remark !== null);
	return remarks.length === 0 ? null : remarks.join(" ");
}

/** UCDP's number of deaths with its range. A bound on the wrong side of the best estimate stands in the note alone. */
function deathsClaim(ucdp: string, row: Cells): NewClaim {
	const [low, best, high] = [row.low, row.best, row.high].map((cell) => countOf(cell.trim()));
	const isBelow = (a: number | null | undefined, b: number | null | undefined) => a == null || b == null || a <= b;
	const fits = isBelow(low, best) && isBelow(best, high) && isBelow(low, high);
	const [value_min, value_max] = [isBelow(low, best) ? low : null, isBelow(best, high) ? high : null];
	const note = fits ? null : `UCDP gives low ${row.low}, best ${row.best}, high ${row.high}.`;
	const isRange = isBelow(value_min, value_max);
	return {
		source_id: ucdp,
		stance: "asserts",
		value: best ?? null,
		value_min: isRange ? (value_min ?? null) : null,
		value_max: isRange ? (value_max ?? null) : null,
		read: "page",
		note,
	};
}
