import { daysBetween } from "../calendar/days.js";
import { readAs } from "../load/alike.js";
import { countOf } from "../load/cells.js";
import { latinDigits } from "../load/hints.js";
import { visible } from "../load/problem.js";
import type { DatePrecision, GeoPrecision, IncidentKind, SourceKind } from "../records/records.js";
import { wordFor } from "../statistics/number-text.js";
import { type Cited, citedSource } from "./citation.js";
import { ImportError } from "./importer.js";
import { type FieldMap, type FieldName, type Mapping, spanPrecision, wordFields } from "./mapping.js";
import { plainCell, webAddress } from "./plain-text.js";

/** A number that a row reports; with text that is no number, only the text. */
export interface ReportedNumber {
	readonly key: string;
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly note: string | null;
}

/** A row of another table, read by a mapping. */
export interface MappedRow {
	/** `null` where no column has ids: then every row is an incident of its own. */
	readonly id: string | null;
	readonly first: string;
	readonly last: string;
	readonly date_precision: DatePrecision;
	readonly kind: IncidentKind;
	readonly point: { readonly lat: number; readonly lon: number } | null;
	readonly geo_precision: GeoPrecision;
	/** The fields that stay text. */
	readonly text: (name: FieldName) => string | null;
	readonly country: string | null;
	readonly source: Cited;
	readonly source_kind: SourceKind | null;
	readonly url: string | null;
	readonly numbers: readonly ReportedNumber[];
}

/** A row as it was read from a file. */
export interface RawRow {
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
	readonly days?: Readonly<Record<string, string>>;
}

const spreadsheetError = /^#(REF!|NAME\?|VALUE!|N\/A|DIV\/0!|NULL!|NUM!|SPILL!)$/;

/** Reads rows by a mapping, and keeps what is wrong with words and cells until all rows are read. */
export class RowReader {
	readonly #mapping: Mapping;
	/** Words that `values` does not have, by field, with how often they stand. */
	readonly #unmapped = new Map<FieldName, Map<string, number>>();
	readonly #errors: string[] = [];
	/** What could not be used, with the first cell of each kind and how many there are. */
	readonly #unused = new Map<string, { readonly first: string; n: number }>();

	constructor(mapping: Mapping) {
		this.#mapping = mapping;
	}

	/** The row, or why it is dropped. */
	read(row: RawRow, file: string): MappedRow | string {
		this.#findErrors(row, file);
		const { fields } = this.#mapping;
		const date = this.#day("date", row);
		if (date === null) return this.#bad("date", row, file, `with a day that is not ${formatOf(fields.date)}`);
		const { end, isSure } = this.#end(date, row, file);
		const kind = this.#word("kind", row);
		const precision = this.#word("date_precision", row);
		const geo = this.#word("geo_precision", row);
		const dropped = (
			[
				["kind", kind],
				["date_precision", precision],
				["geo_precision", geo],
			] as const
		).find(([, word]) => word === null);
		if (dropped !== undefined) return `of a ${dropped[0].replaceAll("_", " ")} that the mapping drops`;
		const point = this.#point(row, file);
		const id = fields.id === undefined ? null : plainCell(cellOf(fields.id, row));
		if (fields.id !== undefined && id === null) return "without an id";
		const span = daysBetween(date.first, end) + 1;
		// A word that `values` does not have ends the import later: what stands here then is not used.
		const geo_precision = (geo ?? "border") as GeoPrecision;
		const isCoarse = geo_precision === "province" || geo_precision === "border";
		return {
			id,
			first: date.first,
			last: end,
			date_precision: datePrecision(precision, date, isSure ? span : Number.POSITIVE_INFINITY),
			kind: (kind ?? "other") as IncidentKind,
			point: isCoarse ? null : point,
			geo_precision: point === null && !isCoarse ? "border" : geo_precision,
			text: (name) => plainCell(cellOf(fields[name], row)),
			country: this.#word("country", row) ?? null,
			source: this.#source(row),
			source_kind: (this.#word("source_kind", row) ?? null) as SourceKind | null,
			url: webAddress(cellOf(fields.url, row)),
			numbers: this.#numbers(row),
		};
	}

	/** Counts a cell that cannot be used, and gives the reason back. */
	#bad(name: FieldName, row: RawRow, file: string, reason: string): string {
		const there = this.#unused.get(reason);
		if (there) there.n++;
		else {
			const cell = visible(cellOf(this.#mapping.fields[name], row));
			this.#unused.set(reason, { first: `${file}:${row.line}${cell === "" ? "" : `, "${cell}"`}`, n: 1 });
		}
		return reason;
	}

	/** What could not be used, for a reader to look at. */
	get notes(): readonly string[] {
		return [...this.#unused].map(
			([reason, { first, n }]) =>
				`${n} ${wordFor(n, "row", "rows")} ${reason}${wordFor(n, "", ", the first")}: ${first}.`,
		);
	}

	/** @throws ImportError with all words that the mapping does not have, and all cells with an error of a spreadsheet */
	finish(): void {
		const words = [...this.#unmapped].map(([name, found]) => {
			const list = [...found].sort((a, b) => b[1] - a[1]);
			const shown = list.slice(0, 20).map(([word, n]) => `${word === "" ? "(blank)" : visible(word)} (${n})`);
			const known = wordFields[name as keyof typeof wordFields];
			return `${this.#mapping.file}: columns.${name}.values lacks ${shown.join(", ")}${list.length > 20 ? `, … ${list.length} in all` : ""}; map each, or "*" for all others, to ${known === null ? "a country code" : `one of ${known.join(", ")}`}, or to null to drop such rows`;
		});
		const errors = this.#errors.slice(0, 10);
		const more = this.#errors.length > 10 ? [`… ${this.#errors.length} cells in all`] : [];
		if (words.length + errors.length > 0) throw new ImportError([...errors, ...more, ...words].join("\n"));
	}

	#findErrors({ line, cells }: RawRow, file: string): void {
		for (const [column, cell] of Object.entries(cells))
			if (cell.startsWith("#") && spreadsheetError.test(cell.trim()))
				this.#errors.push(`${file}:${line} ${visible(column)}: an error of the spreadsheet: ${cell.trim()}`);
	}

	#day(name: "date" | "last_day" | "published_on", row: RawRow) {
		const field = this.#mapping.fields[name];
		if (field?.column == null) return null;
		const day = row.days?.[field.column];
		if (day !== undefined) return day > "1900" && day < "2200" ? { first: day, last: day } : null;
		return field.read?.(row.cells[field.column] ?? "") ?? null;
	}

	/** The last day; one that cannot be read, or is before the first, is not used, and then the span is not sure. */
	#end(date: { readonly first: string; readonly last: string }, row: RawRow, file: string) {
		const field = this.#mapping.fields.last_day;
		const last = field === undefined ? null : this.#day("last_day", row);
		const without = { end: date.last, isSure: false };
		if (last === null) {
			if (cellOf(field, row).trim() === "") return { ...without, isSure: true };
			this.#bad("last_day", row, file, `with a last day that is not ${formatOf(field)}, which is not used`);
			return without;
		}
		if (last.last >= date.first) return { end: last.last, isSure: true };
		this.#bad("last_day", row, file, "with a last day before the first, which is not used");
		return without;
	}

	/** The word that a cell means; `null` where the mapping drops it, `undefined` where it is not mapped. */
	#word(name: keyof typeof wordFields, row: RawRow): string | null | undefined {
		const field = this.#mapping.fields[name];
		if (field === undefined) return undefined;
		if (field.value !== null) return field.value;
		const cell = plainCell(cellOf(field, row)) ?? "";
		const values = field.values;
		const meant = values?.get(readAs(cell));
		if (meant !== undefined) return meant;
		const known: readonly string[] | null = wordFields[name];
		if (known === null ? /^[A-Z]{2}$/.test(cell) : known.includes(cell)) return cell;
		const others = values?.get("*");
		if (others !== undefined) return others;
		// A country is only used for places: one that is not known is not worth an error.
		if (name === "country" || (name === "source_kind" && cell === "")) return undefined;
		const found = this.#unmapped.get(name) ?? new Map<string, number>();
		this.#unmapped.set(name, found.set(cell, (found.get(cell) ?? 0) + 1));
		return undefined;
	}

	/** The point; `null` where none is written, and where it cannot be read. */
	#point(row: RawRow, file: string): { lat: number; lon: number } | null {
		const { lat, lon } = this.#mapping.fields;
		const cells = [cellOf(lat, row), cellOf(lon, row)].map((cell) => cell.trim());
		if (cells.every((cell) => cell === "")) return null;
		const [north, east] = cells.map((cell) => this.#decimal(cell));
		if (north == null || east == null || Math.abs(north) > 90 || Math.abs(east) > 180) {
			this.#bad(north == null ? "lat" : "lon", row, file, "with a point that cannot be read, which is not used");
			return null;
		}
		return { lat: north, lon: east };
	}

	#decimal(cell: string): number | null {
		const written = latinDigits(cell).trim();
		const plain = this.#mapping.decimal === "," ? written.replace(",", ".") : written;
		return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
	}

	#source(row: RawRow): Cited {
		const { citation, source, reported_by } = this.#mapping.fields;
		const cited = citation === undefined ? null : citedSource(cellOf(citation, row));
		const published = this.#day("published_on", row);
		return {
			outlet: cited?.outlet ?? plainCell(cellOf(source, row)),
			carrier: plainCell(cellOf(reported_by, row)) ?? cited?.carrier ?? null,
			day: (published !== null && published.first === published.last ? published.first : null) ?? cited?.day ?? null,
		};
	}

	#numbers(row: RawRow): ReportedNumber[] {
		return this.#mapping.numbers.flatMap(({ key, column, low, high }): ReportedNumber[] => {
			const cells = [column, low, high].map((name) => (name === null ? "" : (row.cells[name] ?? "").trim()));
			if (cells.every((cell) => cell === "")) return [];
			const read = cells.map((cell) => (cell === "" ? null : countOf(latinDigits(cell).trim())));
			const unread = cells.filter((cell, index) => cell !== "" && read[index] === null);
			const written = [column, low, high].flatMap((name, index) =>
				name === null ? [] : [`${name} ${cells[index] || "blank"}`],
			);
			if (unread.length > 0) return [{ key, ...noNumber, note: `Not read as a number: ${written.join(", ")}.` }];
			return [{ key, ...ordered(read), note: isOrdered(read) ? null : `As written: ${written.join(", ")}.` }];
		});
	}
}

const noNumber = { value: null, low: null, high: null };
type Ends = readonly (number | null)[];

const isOrdered = ([value, low, high]: Ends): boolean =>
	[
		[low, value],
		[value, high],
		[low, high],
	].every(([a, b]) => a == null || b == null || a <= b);

/** A number with its range; one whose ends contradict it keeps the number alone, and its note has all three. */
function ordered(read: Ends): Pick<ReportedNumber, "value" | "low" | "high"> {
	const [value = null, low = null, high = null] = read;
	if (!isOrdered(read)) return { value, low: null, high: null };
	const isOne = value !== null && (low ?? value) === value && (high ?? value) === value;
	return isOne ? { value, low: null, high: null } : { value, low, high };
}

const cellOf = (field: FieldMap | undefined, { cells }: RawRow): string =>
	field === undefined ? "" : (field.value ?? cells[field.column ?? ""] ?? "");

const formatOf = (field: FieldMap | undefined): string => field?.format ?? "a day";

/** How finely the day is known: never finer than what is written. */
function datePrecision(
	word: string | null | undefined,
	date: { readonly first: string; readonly last: string },
	span: number,
): DatePrecision {
	if (date.first !== date.last) return "month";
	if (word === spanPrecision) return span === 1 ? "day" : span <= 7 ? "week" : "month";
	return (word ?? "day") as DatePrecision;
}
