import type { Dropped } from "./importer.js";

/** Counts the rows that are read and those that are dropped, by reason: each row once. */
export class RowCount {
	#rows = 0;
	readonly #dropped = new Map<string, number>();

	/** A row was read. */
	read(): void {
		this.#rows++;
	}

	/** The row that was read last, or rows that were kept until now, are not part of the tables. */
	drop(reason: string, count = 1): void {
		if (count > 0) this.#dropped.set(reason, (this.#dropped.get(reason) ?? 0) + count);
	}

	get rows(): number {
		return this.#rows;
	}

	/** The reasons, the most frequent first. */
	get dropped(): readonly Dropped[] {
		return [...this.#dropped]
			.map(([reason, count]) => ({ reason, count }))
			.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
	}
}
