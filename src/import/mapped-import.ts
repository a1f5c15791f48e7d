import { basename } from "node:path";
import { firstBytes } from "../load/input.js";
import { groupBy } from "../records/group-by.js";
import { type Event, EventBuilder, earliestOf, locationOf } from "./event-builder.js";
import { ImportError, type Imported, type ImportOptions } from "./importer.js";
import { type MappedRow, type RawRow, RowReader } from "./mapped-row.js";
import { type Mapping, mappedColumns } from "./mapping.js";
import { nearBorder, tooFar } from "./near-border.js";
import { ObservedDays } from "./observed-days.js";
import { damagedRow, readTable } from "./read-table.js";
import { RowCount } from "./row-count.js";
import { readWorkbook } from "./workbook.js";

/** How rows become incidents. */
export interface MappedImportOptions {
	/** Before the id of the file, where it has ids: `report` gives `report-civ-0001`. */
	readonly prefix: string;
	/** Whether each row's day, place, town and party become claims too: worth it where several rows report on one event. */
	readonly asReports: boolean;
}

const zip = "PK\u0003\u0004";

/**
 * Makes tables of files that a mapping explains. Rows with one id are reports on one event; without ids every row is an
 * event. Of several rows the event has the earliest first day, the most frequent kind, place and parties, and of equally
 * frequent ones those of the first row.
 *
 * @throws ImportError where a file, a column, a word or a cell cannot be read; nothing is made then
 */
export async function importMapped(
	files: readonly string[],
	options: ImportOptions,
	mapping: Mapping,
	{ prefix, asReports }: MappedImportOptions,
): Promise<Imported> {
	const reader = new RowReader(mapping);
	const count = new RowCount();
	const days = new ObservedDays(options);
	const forms = new Set<string>();
	const rows: MappedRow[] = [];
	for (const file of files) {
		const name = basename(file);
		const take = (raw: RawRow) => {
			count.read();
			const row = reader.read(raw, name);
			if (typeof row === "string") count.drop(row);
			else {
				days.see(row.first);
				rows.push(row);
			}
		};
		const wanted = { needed: mappedColumns(mapping) };
		const isWorkbook = firstBytes(file, 4) === zip;
		if (mapping.sheet !== null && !isWorkbook)
			throw new ImportError(`${name}: is no XLSX workbook, but the mapping names a sheet`);
		const read = isWorkbook
			? { ...(await readWorkbook(file, wanted, mapping.sheet, take)), damaged: 0 }
			: await readTable(file, wanted, take);
		for (let row = 0; row < read.damaged; row++) count.read();
		count.drop(damagedRow, read.damaged);
		for (const form of read.notes) forms.add(`Read as ${form}.`);
	}
	reader.finish();
	const names = files.map((file) => basename(file)).join(", ");
	if (rows.length === 0 && reader.notes.length > 0)
		throw new ImportError([`no row of ${names} can be read`, ...reader.notes].join("\n"));
	const builder = new EventBuilder(mapping, prefix, asReports);
	const isNear = nearBorder(options);
	const testsDistance = options.border !== null && mapping.fields.lat !== undefined;
	for (const event of eventsOf(rows)) {
		const earliest = earliestOf(event);
		const point = locationOf(event).point;
		const reason =
			days.outside(earliest.first) ??
			(!testsDistance
				? null
				: point === null
					? "without a point, so that its distance from the border is not known"
					: isNear(point.lon, point.lat)
						? null
						: tooFar(options));
		if (reason === null) builder.add(event);
		else count.drop(reason, event.length);
	}
	const observation = days.row(names);
	return {
		tables: builder.tables(observation),
		rows: count.rows,
		dropped: count.dropped,
		notes: [
			...forms,
			...reader.notes,
			...(options.border !== null && !testsDistance
				? ["The mapping names no point: rows were not tested for their distance from the border."]
				: []),
			...builder.notes,
		],
	};
}

function eventsOf(rows: readonly MappedRow[]): Event[] {
	const keyed = rows.map((row, index) => ({ row, key: row.id === null ? `row ${index}` : `id ${row.id}` }));
	return [...groupBy(keyed, ({ key }) => key).values()].map((own) => own.map(({ row }) => row) as unknown as Event);
}
