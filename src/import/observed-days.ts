import { ImportError, type ImportOptions, type RowCells } from "./importer.js";

/**
 * The span of days that a file covers: what was asked for, else from the first to the last day of all its rows, those that
 * were dropped among them, for they were searched as well.
 */
export class ObservedDays {
	#first: string | null = null;
	#last: string | null = null;
	readonly #from: string | null;
	readonly #to: string | null;

	constructor({ from, to }: Pick<ImportOptions, "from" | "to">) {
		this.#from = from;
		this.#to = to;
	}

	/** A row has this day, whether it is kept or not. */
	see(day: string): void {
		if (this.#first === null || day < this.#first) this.#first = day;
		if (this.#last === null || day > this.#last) this.#last = day;
	}

	/** Why a row that begins on a day is not kept; `null` where it is within the days asked for. */
	outside(day: string): string | null {
		if (this.#from !== null && day < this.#from) return `before ${this.#from}`;
		return this.#to !== null && day > this.#to ? `after ${this.#to}` : null;
	}

	/**
	 * The row of observation.csv.
	 *
	 * @throws ImportError where no row has a day and no span was asked for, or where the files end before it or begin after it
	 */
	row(source: string): RowCells<"observation"> {
		const [from, to, first, last] = [this.#from, this.#to, this.#first, this.#last];
		const [observed_from, observed_to] = [from ?? first, to ?? last];
		if (observed_from === null || observed_to === null)
			throw new ImportError("no row has a day: give --from and --to, or another file");
		if (observed_from > observed_to)
			throw new ImportError(
				from === null
					? `the rows begin on ${first}, after --to ${to}`
					: `the rows end on ${last}, before --from ${from}`,
			);
		const ends = [from === null ? "first" : null, to === null ? "last" : null].filter((end) => end !== null);
		const note =
			ends.length === 0
				? `As asked for; read from ${source}.`
				: `The ${ends.join(" and the ")} day of any row read from ${source}.`;
		return { observed_from, observed_to, note };
	}
}
