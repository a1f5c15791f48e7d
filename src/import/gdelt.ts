import { daysBetween } from "../calendar/days.js";
import type { DatePrecision, IncidentKind } from "../records/records.js";
import { type GdeltRow, gdeltFile } from "./gdelt-files.js";
import { ImportError, type Importer, type ImportOptions } from "./importer.js";
import { droppedKind, type KindOf, kindTable, type ProvinceOf, provinceNames } from "./mapping-table.js";
import { nearBorder, tooFar } from "./near-border.js";
import { ObservedDays } from "./observed-days.js";
import { ownTables } from "./own-tables.js";
import { plainCell, webAddress } from "./plain-text.js";
import { RowCount } from "./row-count.js";
import { type NewClaim, TableBuilder } from "./table-builder.js";
import { dayInRange, degrees } from "./written-cells.js";

interface Event {
	readonly row: GdeltRow;
	readonly kind: IncidentKind;
	readonly date_start: string;
	readonly date_precision: DatePrecision;
	readonly lat: number;
	readonly lon: number;
	/** Outlet and day of each report, so that an outlet counts once a day. */
	readonly reports: Map<string, NewClaim>;
}

/** Reads event and mention files of the GDELT Event Database, versions 1.0 and 2.0, in any order. */
export const gdelt: Importer = {
	id: "gdelt",
	what: "GDELT events and mentions: TSV without header, many files",
	read: async (files, options) => {
		const kindOf = await kindTable("gdelt-kinds.csv", ["event_code"], options.kinds);
		const provinceOf = await provinceNames();
		const isNear = nearBorder(options);
		const count = new RowCount();
		const days = new ObservedDays(options);
		const builder = new TableBuilder(ownTables().sources);
		const aggregator = builder.source("GDELT", {
			kind: "aggregator",
			country: "US",
			alignment: "independent",
			url: "https://www.gdeltproject.org",
			note: "A program codes events from news pages; no person reads them.",
		});
		const events = new Map<string, Event>();

		const takeEvent = (row: GdeltRow): string | null => {
			const id = row.GLOBALEVENTID?.trim() ?? "";
			if (!/^\d{1,12}$/.test(id)) return "without an id in digits";
			const event = eventOf(row, options, days, isNear, kindOf);
			if (typeof event === "string") return event;
			if (events.has(id)) return "with an id that was read already";
			events.set(id, event);
			const url = webAddress(row.SOURCEURL);
			const outlet = builder.source(hostOf(url));
			if (outlet !== null)
				addReport(event, {
					source_id: outlet,
					stance: "asserts",
					published_on: packedDay(row.DATEADDED),
					url,
				});
			return null;
		};

		const takeMention = (row: GdeltRow): string | null => {
			const event = events.get(row.GLOBALEVENTID?.trim() ?? "");
			if (event === undefined) return "(a mention) of an event that is not kept";
			const outlet = builder.source(row.MentionSourceName ?? null);
			if (outlet === null) return "(a mention) without an outlet";
			const published_on = packedDay(row.MentionTimeDate);
			if (published_on === null) return "(a mention) without a day";
			const confidence = plainCell(row.Confidence);
			const isAdded = addReport(event, {
				source_id: outlet,
				stance: "repeats",
				published_on,
				url: row.MentionType?.trim() === "1" ? webAddress(row.MentionIdentifier) : null,
				note: confidence !== null && /^\d{1,3}$/.test(confidence) ? `Confidence of the program: ${confidence}%.` : null,
			});
			return isAdded ? null : "(a mention) by an outlet that has a report of the event on that day already";
		};

		// A mention may stand in an earlier file than its event.
		const opened = files.map((file) => ({ file, what: gdeltFile(file).what }));
		for (const { file, what } of opened) if (what === "events") gdeltFile(file).forEach(count, takeEvent);
		for (const { file, what } of opened) if (what === "mentions") gdeltFile(file).forEach(count, takeMention);
		if (opened.every(({ what }) => what === "mentions"))
			throw new ImportError("only files of mentions: they say nothing without the file of their events");

		for (const [id, event] of events) addIncident(builder, `gdelt-${id}`, aggregator, event, provinceOf);
		return {
			tables: builder.tables(days.row("GDELT")),
			rows: count.rows,
			dropped: count.dropped,
			notes: [
				"GDELT is free to use with a citation: the GDELT Project (gdeltproject.org).",
				"A program made these rows from news pages, and one event often has many rows: they measure attention, not how often something happens.",
				'A program dates events by words such as "last month": of those older than a week when they were reported the precision is lowered, and those older than a month are dropped.',
			],
		};
	},
};

/** The facts of an event, or why it is dropped. */
function eventOf(
	row: GdeltRow,
	options: ImportOptions,
	days: ObservedDays,
	isNear: (lon: number, lat: number) => boolean,
	kindOf: KindOf,
): Event | string {
	const date_start = packedDay(row.SQLDATE);
	if (date_start === null) return "without a day as YYYYMMDD";
	const added = packedDay(row.DATEADDED);
	if (added !== null) days.see(added);
	const outside = days.outside(date_start);
	if (outside !== null) return outside;
	const kind = kindOfCodes(kindOf, row);
	if (kind === undefined) return "with a CAMEO code that is not in the table of kinds";
	if (kind === null) return droppedKind;
	const where = row.ActionGeo_Type?.trim() ?? "";
	if (["1", "2", "5"].includes(where)) return "with the centre of a country or province for a place";
	if (where !== "3" && where !== "4") return "without a place";
	const [lat, lon] = [degrees(row.ActionGeo_Lat ?? "", 90), degrees(row.ActionGeo_Long ?? "", 180)];
	if (lat === null || lon === null) return "without a point";
	if (!isNear(lon, lat)) return tooFar(options);
	const late = added === null ? 0 : daysBetween(date_start, added);
	// A program reads "last week", "last month", "last year" and "ten years ago" as days that far back.
	if (late > 31) return "dated more than a month before it was reported";
	const date_precision = late < 7 ? "day" : late < 28 ? "week" : "month";
	// The files cover the days on which reports came in; a kept event can be older by a month.
	days.see(date_start);
	return { row, kind, date_start, date_precision, lat, lon, reports: new Map() };
}

/** By the finest of the three codes that the table has. */
function kindOfCodes(kindOf: KindOf, row: GdeltRow): IncidentKind | null | undefined {
	for (const code of [row.EventCode, row.EventBaseCode, row.EventRootCode]) {
		const kind = kindOf(code?.trim() ?? "");
		if (kind !== undefined) return kind;
	}
	return undefined;
}

/** The day of `YYYYMMDD` or `YYYYMMDDHHMMSS`. */
const packedDay = (cell: string | undefined): string | null => {
	const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(\d{6})?$/.exec(cell?.trim() ?? "") ?? [];
	return dayInRange(`${year}-${month}-${day}`);
};

/** The outlet of an address, as GDELT names it: the host without `www.`. */
function hostOf(url: string | null): string | null {
	try {
		return url === null ? null : new URL(url).hostname.replace(/^www\./, "");
	} catch {
		return null;
	}
}

/** Adds a report where its outlet has none on that day. */
function addReport({ reports }: Event, claim: NewClaim): boolean {
	const key = JSON.stringify([claim.source_id, claim.published_on]);
	if (reports.has(key)) return false;
	reports.set(key, claim);
	return true;
}

function addIncident(
	builder: TableBuilder,
	incident_id: string,
	aggregator: string,
	{ row, reports, ...event }: Event,
	provinceOf: ProvinceOf,
): void {
	const code = (row.ActionGeo_ADM1Code ?? "").trim();
	const country = code.slice(0, 2) === "AF" ? "AF" : code.slice(0, 2) === "IR" ? "IR" : null;
	// A code of FIPS that the table of provinces does not have is no name.
	const name = country === null ? null : provinceOf(country, code);
	const province = name === code ? null : name;
	const [side_a, side_b] = [plainCell(row.Actor1Name), plainCell(row.Actor2Name)];
	const place = plainCell(row.ActionGeo_FullName);
	const sides = [side_a, side_b].filter((side) => side !== null).join(" and ");
	builder.incident({
		...event,
		incident_id,
		date_end: null,
		aggregate: false,
		place,
		af_province: country === "AF" ? province : null,
		af_district: null,
		ir_province: country === "IR" ? province : null,
		ir_county: null,
		geo_precision: "locality",
		side_a,
		side_b,
		summary: `GDELT event ${row.GLOBALEVENTID?.trim()}: CAMEO code ${row.EventCode?.trim()}${sides && `, ${sides}`}${place === null ? "" : `, ${place}`}.`,
	});
	const claims = [...reports.values()].map(
		(report): NewClaim => ({ ...report, value: true, reported_by: aggregator, read: "quoted" }),
	);
	builder.question(incident_id, { key: "occurred", type: "boolean", text: "Did it happen?" }, claims);
}
