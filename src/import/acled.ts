import { countOf } from "../load/cells.js";
import type { DatePrecision, GeoPrecision, IncidentKind } from "../records/records.js";
import type { Importer, ImportOptions } from "./importer.js";
import { droppedKind, type KindOf, kindTable, type ProvinceOf, provinceNames, unknownKind } from "./mapping-table.js";
import { nearBorder, tooFar } from "./near-border.js";
import { ObservedDays } from "./observed-days.js";
import { ownTables } from "./own-tables.js";
import { plainCell } from "./plain-text.js";
import { readTables } from "./read-table.js";
import { RowCount } from "./row-count.js";
import { type NewClaim, TableBuilder } from "./table-builder.js";
import { codeOf, countryNamed, dayInRange, degrees, isoDay } from "./written-cells.js";

const needed = [
	"event_id_cnty",
	"event_date",
	"time_precision",
	"event_type",
	"sub_event_type",
	"actor1",
	"actor2",
	"country",
	"latitude",
	"longitude",
	"geo_precision",
	"source",
	"notes",
	"fatalities",
] as const;
const optional = ["admin1", "admin2", "location", "source_scale", "timestamp"] as const;
type Cells = Readonly<Record<(typeof needed)[number] | (typeof optional)[number], string>>;

/**
 * How finely ACLED knows a place: 1 is a town, 2 is near one or a part of a region. 3 is a province, whose point is mostly
 * its capital.
 */
const geoPrecision: Readonly<Record<string, GeoPrecision>> = { 1: "locality", 2: "district" };
/** ACLED gives one day, whatever the precision: no span is made of it. */
const datePrecision: Readonly<Record<string, DatePrecision>> = { 1: "day", 2: "week", 3: "month" };

/** An event that is kept so far; a later version of it may take its place. */
interface Event {
	readonly row: Cells;
	readonly kind: IncidentKind;
	readonly date_start: string;
	readonly date_precision: DatePrecision;
	readonly lat: number;
	readonly lon: number;
	readonly geo_precision: GeoPrecision;
}

/** Reads an export of ACLED. Its rows may not be passed on: the new folder is for its user's own work. */
export const acled: Importer = {
	id: "acled",
	what: "an ACLED export: CSV",
	read: async (files, options) => {
		const kindOf = await kindTable("acled-kinds.csv", ["event_type", "sub_event_type"], options.kinds);
		const provinceOf = await provinceNames();
		const isNear = nearBorder(options);
		const count = new RowCount();
		const days = new ObservedDays(options);
		/** When the newest version of each event was changed last, whether it is kept or not. */
		const versions = new Map<string, number>();
		const events = new Map<string, Event>();

		const forms = await readTables(files, { needed, optional }, count, (written) => {
			const row = written as Cells;
			const id = /^[a-z]{2,4}\d{1,12}$/i.exec(row.event_id_cnty.trim())?.[0]?.toLowerCase();
			if (id === undefined) return "without an id such as IRN1234";
			const version = Number(codeOf(row.timestamp)) || 0;
			const older = versions.get(id);
			if (older !== undefined && !(version > older)) return secondVersion;
			versions.set(id, version);
			if (events.delete(id)) count.drop(secondVersion);
			const event = eventOf(row, options, days, isNear, kindOf);
			if (typeof event === "string") return event;
			events.set(id, event);
			return null;
		});

		const builder = new TableBuilder(ownTables().sources);
		for (const [id, event] of events) addEvent(builder, `acled-${id}`, event, provinceOf);
		return {
			tables: builder.tables(days.row("ACLED")),
			rows: count.rows,
			dropped: count.dropped,
			notes: [
				...forms,
				"ACLED forbids to pass its rows on: keep this folder and its charts' tables to yourself, and cite ACLED (acleddata.com) with the day of your export.",
				"A number of 0 deaths is read as 0 or more: ACLED writes 0 also where the number is not known.",
				"ACLED's files for Afghanistan and Iran are of different regions: a file of one region has one side of the border only.",
			],
		};
	},
};

const secondVersion = "with an id of which another version was read";

/** The facts of an event, or why it is dropped. */
function eventOf(
	row: Cells,
	options: ImportOptions,
	days: ObservedDays,
	isNear: (lon: number, lat: number) => boolean,
	kindOf: KindOf,
): Event | string {
	const date_start = acledDay(row.event_date);
	if (date_start === null) return "without a day in a form that ACLED writes";
	days.see(date_start);
	const outside = days.outside(date_start);
	if (outside !== null) return outside;
	const where = codeOf(row.geo_precision);
	if (where === "3") return "with a place known to the province only, or less";
	const geo_precision = geoPrecision[where];
	if (geo_precision === undefined) return "without a precision of place from 1 to 3";
	const [lat, lon] = [degrees(row.latitude, 90), degrees(row.longitude, 180)];
	if (lat === null || lon === null) return "without a point";
	if (!isNear(lon, lat)) return tooFar(options);
	const date_precision = datePrecision[codeOf(row.time_precision)];
	if (date_precision === undefined) return "without a precision of the day from 1 to 3";
	const kind = kindOf(row.event_type, row.sub_event_type);
	if (kind === undefined) return unknownKind;
	if (kind === null) return droppedKind;
	return { row, kind, date_start, date_precision, lat, lon, geo_precision };
}

const months = ["january", "february", "march", "april", "may", "june", "july"].concat([
	"august",
	"september",
	"october",
	"november",
	"december",
]);

/**
 * A day in one of the three forms that ACLED writes: `2021-12-01`, `01 December 2021` or `01-12-2021` with the day first.
 * Any other is not read, for it can be two days.
 *
 * @example
 * acledDay("01 December 2021") // → "2021-12-01"
 */
export function acledDay(cell: string): string | null {
	const iso = isoDay(cell);
	if (iso !== null) return iso;
	const [, day = "", month = "", year = ""] =
		/^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(cell.trim()) ?? /^(\d{2})-(\d{2})-(\d{4})$/.exec(cell.trim()) ?? [];
	const number = /^\d/.test(month) ? month : String(months.indexOf(month.toLowerCase()) + 1);
	return dayInRange(`${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

function addEvent(builder: TableBuilder, incident_id: string, { row, ...event }: Event, provinceOf: ProvinceOf): void {
	const country = countryNamed(row.country);
	const province = country === null ? null : provinceOf(country, row.admin1);
	const [side_a, side_b] = [plainCell(row.actor1), plainCell(row.actor2)];
	const sides = [side_a, side_b].filter((side) => side !== null).join(" and ");
	builder.incident({
		...event,
		incident_id,
		date_end: null,
		aggregate: false,
		place: row.location || null,
		af_province: country === "AF" ? province : null,
		af_district: country === "AF" ? row.admin2 : null,
		ir_province: country === "IR" ? province : null,
		ir_county: country === "IR" ? row.admin2 : null,
		side_a,
		side_b,
		summary: plainCell(row.notes) ?? `ACLED event: ${row.sub_event_type || row.event_type}${sides && `, ${sides}`}.`,
	});
	const acled = builder.source("ACLED", {
		kind: "monitor",
		country: "US",
		alignment: "independent",
		url: "https://acleddata.com",
	});
	const outlets = [
		...new Set(row.source.split(";").flatMap((name) => builder.source(name, factsOf(name)) ?? [])),
	].filter((id) => id !== acled);
	const scale = plainCell(row.source_scale);
	builder.question(incident_id, { key: "occurred", type: "boolean", text: "Did it happen?" }, [
		...outlets.map(
			(source_id): NewClaim => ({ source_id, stance: "asserts", value: true, reported_by: acled, read: "quoted" }),
		),
		{
			source_id: acled,
			stance: "repeats",
			value: true,
			via_source_id: outlets[0] ?? null,
			read: "page",
			note: scale === null ? null : `Scale of the sources by ACLED: ${scale}.`,
		},
	]);
	const deaths = countOf(codeOf(row.fatalities));
	if (deaths === null) return;
	builder.question(incident_id, { key: "killed_total", type: "count", text: "How many people were killed in all?" }, [
		deaths > 0
			? {
					source_id: acled,
					stance: "asserts",
					value: deaths,
					read: "page",
					note: "The most conservative number reported, by ACLED's rules.",
				}
			: {
					source_id: acled,
					stance: "asserts",
					value_min: 0,
					read: "page",
					note: "ACLED gives 0, and writes 0 also where the number is not known.",
				},
	]);
}

/** A label that stands for speakers whom ACLED does not name is no single source. */
const factsOf = (name: string) =>
	/undisclosed|local partner|^twitter$|^facebook$|^telegram$|^whatsapp$/i.test(name.trim())
		? { collective: true, note: "A label of ACLED, not one known source." }
		: {};
