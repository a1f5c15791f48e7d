import { createHash } from "node:crypto";
import { readAs } from "../load/alike.js";
import { ownRegion } from "../load/dossier.js";
import { claimId, freeId, idPart, propositionId } from "../records/ids.js";
import type { Claim, Incident, Proposition, Source } from "../records/records.js";
import type { RowCells, TableRows } from "./importer.js";
import { plainCell } from "./plain-text.js";

/** A claim without its keys; what is not given is blank, and so is a `basis` that is not known: `unknown`. */
export type NewClaim = Pick<Claim, "source_id" | "stance"> &
	Partial<Omit<Claim, "claim_id" | "proposition_id" | "source_id" | "stance">>;

/** A question without its keys and without a verdict: an import invents none. */
export type NewQuestion = Pick<Proposition, "key" | "type" | "text"> & Partial<Pick<Proposition, "categories">>;

/** What a source is beside its name, where that is known. */
export type SourceFacts = Partial<Omit<Source, "source_id" | "name">>;

/** Folding some hundred names costs more than a small import. */
const namesOf = new WeakMap<readonly Source[], ReadonlyMap<string, Source>>();

/**
 * Gathers the rows of an import: it makes ids that the tables can hold, gives a source one row however often it is
 * named, and leaves every question unresolved.
 */
export class TableBuilder {
	readonly #sources = new Map<string, RowCells<"sources">>();
	/** The id of each source by its name, whatever its letter case and spaces. */
	readonly #idByName = new Map<string, string>();
	readonly #known: ReadonlyMap<string, Source>;
	readonly #knownById: ReadonlyMap<string, Source>;
	readonly #incidents = new Map<string, RowCells<"incidents">>();
	readonly #propositions = new Map<string, RowCells<"propositions">>();
	readonly #claims: RowCells<"claims">[] = [];

	/** @param known sources that are coded already: one with the same name is taken as it is, with its institutions */
	constructor(known: readonly Source[] = []) {
		const byName = namesOf.get(known) ?? new Map(known.map((source) => [readAs(source.name), source]));
		namesOf.set(known, byName);
		this.#known = byName;
		this.#knownById = new Map(known.map((source) => [source.source_id, source]));
	}

	/** The id of the source with a name; `null` where the name is blank. Facts count where the source is not known yet. */
	source(name: string, facts?: SourceFacts): string;
	source(name: string | null, facts?: SourceFacts): string | null;
	source(name: string | null, facts: SourceFacts = {}): string | null {
		const plain = plainCell(name);
		if (plain === null) return null;
		const key = readAs(plain);
		const there = this.#idByName.get(key);
		if (there !== undefined) return there;
		const known = this.#known.get(key);
		const source_id = known ? this.#addKnown(known) : this.#addNew(plain, facts);
		this.#idByName.set(key, source_id);
		return source_id;
	}

	#addKnown(source: Source): string {
		if (this.#sources.has(source.source_id)) return source.source_id;
		this.#sources.set(source.source_id, source);
		const parent = source.parent_id === null ? undefined : this.#knownById.get(source.parent_id);
		if (parent) this.#addKnown(parent);
		return source.source_id;
	}

	#addNew(name: string, facts: SourceFacts): string {
		// A name in another script has no slug: its hash stays the same from one export to the next.
		const slug = idPart(name) || `source-${createHash("sha256").update(readAs(name)).digest("hex").slice(0, 10)}`;
		const source_id = freeId(slug, (id) => this.#sources.has(id) || this.#knownById.has(id));
		this.#sources.set(source_id, { kind: "other", alignment: "unknown", collective: false, ...facts, source_id, name });
		return source_id;
	}

	/** Whether there is an incident with this id. */
	hasIncident(incident_id: string): boolean {
		return this.#incidents.has(incident_id);
	}

	/** Adds an incident; texts are made plain. Its id must be new. */
	incident(
		cells: Omit<Incident, "frontier" | "crossing_id"> & Partial<Pick<Incident, "frontier" | "crossing_id">>,
	): void {
		if (this.#incidents.has(cells.incident_id)) throw new RangeError(`incident is there already: ${cells.incident_id}`);
		const texts = ["place", "af_province", "af_district", "ir_province", "ir_county", "side_a", "side_b"] as const;
		const plain = Object.fromEntries(texts.map((column) => [column, plainCell(cells[column])]));
		const summary = plainCell(cells.summary) ?? "No description.";
		this.#incidents.set(cells.incident_id, { frontier: ownRegion().code, ...cells, ...plain, summary });
	}

	/** Adds a question about an incident with its claims, and gives its id. Without a claim there is no question. */
	question(incident_id: string, question: NewQuestion, claims: readonly NewClaim[]): string | null {
		if (claims.length === 0) return null;
		const proposition_id = propositionId(incident_id, question.key);
		const categories = question.type === "category" ? (question.categories ?? categoriesOf(claims)) : [];
		this.#propositions.set(proposition_id, {
			...question,
			proposition_id,
			incident_id,
			categories,
			verdict_status: "unresolved",
		});
		for (const [index, claim] of claims.entries()) {
			const note = plainCell(claim.note);
			this.#claims.push({
				basis: "unknown",
				read: "quoted",
				...claim,
				value: claim.value ?? null,
				note,
				claim_id: claimId(proposition_id, index + 1),
				proposition_id,
			});
		}
		return proposition_id;
	}

	/** How many incidents there are. */
	get size(): number {
		return this.#incidents.size;
	}

	/** All rows; the span of days is that which was searched, not that of the rows. */
	tables(observation: RowCells<"observation">): TableRows {
		return {
			sources: [...this.#sources.values()],
			incidents: [...this.#incidents.values()],
			propositions: [...this.#propositions.values()],
			claims: this.#claims,
			observation: [observation],
		};
	}
}

const categoriesOf = (claims: readonly NewClaim[]): string[] => [
	...new Set(claims.flatMap(({ value }) => (typeof value === "string" ? [value] : []))),
];
