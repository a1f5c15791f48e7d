import { createHash } from "node:crypto";
import { freeId, idPart, incidentId } from "../records/ids.js";
import type { GeoPrecision } from "../records/records.js";
import type { RowCells } from "./importer.js";
import type { MappedRow } from "./mapped-row.js";
import type { Mapping } from "./mapping.js";
import { ownTables } from "./own-tables.js";
import { type NewClaim, TableBuilder } from "./table-builder.js";

/** Rows on one event, in the order of the file. */
export type Event = readonly [MappedRow, ...MappedRow[]];

/** The row with the earliest first day; of several the one with the shortest span, then the first. */
export const earliestOf = (event: Event): MappedRow =>
	event.reduce((best, row) =>
		row.first < best.first || (row.first === best.first && row.last < best.last) ? row : best,
	);

/** What most rows say; of equally frequent the first. */
function mostFrequent<Row, Value>(rows: readonly Row[], of: (row: Row) => Value | null): Value | null {
	const counts = new Map<Value, number>();
	for (const row of rows) {
		const value = of(row);
		if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const most = Math.max(...counts.values());
	return [...counts].find(([, n]) => n === most)?.[0] ?? null;
}

interface Location {
	readonly place: string | null;
	readonly point: MappedRow["point"];
	readonly geo_precision: GeoPrecision;
}

/** The place that most rows with a point give; without a point the one that most rows name. */
export function locationOf(event: Event): Location {
	const key = (row: MappedRow) => JSON.stringify([placeName(row), row.point, row.geo_precision]);
	const placed = event.filter(({ point }) => point !== null);
	const found = mostFrequent(placed, key);
	const row = placed.find((each) => key(each) === found);
	if (row !== undefined) return { place: placeName(row), point: row.point, geo_precision: row.geo_precision };
	const place = mostFrequent(event, placeName);
	const isProvince = event.some((each) => each.geo_precision === "province");
	const hasProvince = event.some((each) => each.text("af_province") !== null || each.text("ir_province") !== null);
	return { place, point: null, geo_precision: isProvince || hasProvince ? "province" : "border" };
}

const placeName = (row: MappedRow): string | null => row.text("place") ?? row.text("town");

/** Slugs for names, each its own, whatever letters it has. */
class Slugs {
	readonly #byName = new Map<string, string>();
	readonly #taken: Set<string>;

	constructor(taken: Iterable<string> = []) {
		this.#taken = new Set(taken);
	}

	of(key: string, name: string): string {
		const there = this.#byName.get(key);
		if (there !== undefined) return there;
		const plain = name
			.normalize("NFKD")
			.replace(/[\p{M}'’]/gu, "")
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, "-")
			.slice(0, 80)
			.replace(/^-+|-+$/g, "");
		const base = plain === "" ? `name-${createHash("sha256").update(name).digest("hex").slice(0, 10)}` : plain;
		const slug = freeId(base, (id) => this.#taken.has(id));
		this.#taken.add(slug);
		this.#byName.set(key, slug);
		return slug;
	}
}

/** Kilometres within which a place is known, by its precision. */
const precisionKm: Readonly<Record<GeoPrecision, number>> = {
	exact: 1,
	locality: 5,
	district: 25,
	province: 200,
	border: 1000,
};

/** Turns events into rows of the tables. */
export class EventBuilder {
	readonly #mapping: Mapping;
	readonly #prefix: string;
	readonly #asReports: boolean;
	readonly #builder: TableBuilder;
	readonly #places = new Map<string, RowCells<"places">>();
	readonly #placeSlugs: Slugs;
	readonly #slugs = new Slugs();
	#unnamed = 0;
	#unread = 0;

	constructor(mapping: Mapping, prefix: string, asReports: boolean) {
		const { sources, places } = ownTables();
		this.#mapping = mapping;
		this.#prefix = prefix;
		this.#asReports = asReports;
		this.#builder = new TableBuilder(sources);
		this.#placeSlugs = new Slugs(places.map(({ place_id }) => place_id));
	}

	get notes(): readonly string[] {
		return [
			...(this.#unnamed === 0
				? []
				: [`Rows without a source: ${this.#unnamed}. They are incidents or parts of one, and make no claim.`]),
			...(this.#unread === 0
				? []
				: [
						`Numbers that could not be read, or whose range contradicts them: ${this.#unread}. The notes of these claims have what is written.`,
					]),
		];
	}

	tables(observation: RowCells<"observation">) {
		const places = [...this.#places.values()];
		return { ...this.#builder.tables(observation), ...(places.length === 0 ? {} : { places }) };
	}

	add(event: Event): void {
		const { first, last, date_precision } = earliestOf(event);
		const location = locationOf(event);
		const text = (name: Parameters<MappedRow["text"]>[0]) => mostFrequent(event, (row) => row.text(name));
		const kind = mostFrequent(event, (row) => row.kind) ?? "other";
		const { place, geo_precision } = location;
		const facts = { date_start: first, date_precision, place: place ?? "", kind };
		const named =
			event[0].id === null ? incidentId(facts) : `${this.#prefix}-${idPart(event[0].id) || hash(event[0].id)}`;
		const incident_id = freeId(named, (id) => this.#builder.hasIncident(id));
		this.#builder.incident({
			incident_id,
			date_start: first,
			date_end: last === first ? null : last,
			date_precision,
			kind,
			aggregate: false,
			place,
			af_province: text("af_province"),
			af_district: text("af_district"),
			ir_province: text("ir_province"),
			ir_county: text("ir_county"),
			lat: location.point?.lat ?? null,
			lon: location.point?.lon ?? null,
			geo_precision,
			side_a: text("side_a"),
			side_b: text("side_b"),
			summary: text("summary") ?? summaryOf(event, place),
		});
		this.#claims(incident_id, event);
	}

	#claims(incident_id: string, event: Event): void {
		const reports = event.flatMap((row) => {
			const { outlet, carrier, day } = row.source;
			if (outlet === null) {
				if (this.#mapping.fields.source ?? this.#mapping.fields.citation) this.#unnamed++;
				return [];
			}
			const source_id = this.#builder.source(outlet, row.source_kind === null ? {} : { kind: row.source_kind });
			const reported_by = this.#builder.source(carrier, { kind: "aggregator" });
			const base = { source_id, stance: "asserts", published_on: day, url: row.url } as const;
			return [{ row, claim: { ...base, reported_by: reported_by === source_id ? null : reported_by } }];
		});
		const ask = (
			key: string,
			type: "boolean" | "count" | "category",
			text: string,
			of: (row: MappedRow) => Partial<NewClaim> | null,
		) =>
			this.#builder.question(
				incident_id,
				{ key, type, text },
				reports.flatMap(({ row, claim }): NewClaim[] => {
					const answer = of(row);
					return answer === null ? [] : [{ ...claim, ...answer }];
				}),
			);
		ask("occurred", "boolean", "Did it happen?", () => ({ value: true }));
		for (const { key, text } of this.#mapping.numbers)
			ask(key, "count", text, ({ numbers }) => {
				const found = numbers.find((each) => each.key === key);
				if (found === undefined) return null;
				if (found.note !== null) this.#unread++;
				return { value: found.value, value_min: found.low, value_max: found.high, note: found.note };
			});
		if (!this.#asReports) return;
		ask("other:date", "category", "On which day did it happen?", ({ first, last, date_precision }) => ({
			value: date_precision === "day" || first === last ? first : `${first}/${last}`,
		}));
		ask("other:place", "category", "Where did it happen?", (row) => this.#placeAnswer(row));
		ask("other:town", "category", "In which town did it happen?", (row) => this.#nameAnswer(row.text("town")));
		ask("other:party", "category", "Who was the first party named?", (row) => this.#nameAnswer(row.text("side_a")));
	}

	#nameAnswer(name: string | null): Partial<NewClaim> | null {
		return name === null ? null : { value: this.#slugs.of(name, name), note: name };
	}

	/** A place by its name and point; it gets a row in places.csv where its country is known. */
	#placeAnswer(row: MappedRow): Partial<NewClaim> | null {
		const name = placeName(row);
		if (name === null) return null;
		const { point, country, geo_precision } = row;
		const slug = this.#placeSlugs.of(JSON.stringify([name, point, geo_precision, country]), name);
		if (country !== null && !this.#places.has(slug))
			this.#places.set(slug, {
				place_id: slug,
				name,
				kind: "locality",
				country: [country],
				lat: point?.lat ?? null,
				lon: point?.lon ?? null,
				coord_status: point === null ? "unknown" : "third_party_point",
				precision_km: point === null ? null : precisionKm[geo_precision],
				source: "imported",
				note: "Point and precision as in the imported file.",
			});
		return { value: slug, note: name };
	}
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 10);

function summaryOf(event: Event, place: string | null): string {
	const where = place === null ? "" : ` at ${place}`;
	return event.length === 1 ? `One report of an event${where}.` : `${event.length} reports of an event${where}.`;
}
