import { createRequire } from "node:module";
import { type InspectOptions, inspect } from "node:util";

/** One output in several forms: the reader's program shows the richest form that it knows. */
export type Bundle = Readonly<Record<string, unknown>>;

/** The part of tslab's `display` that is used here. */
export interface Display {
	/** Shows HTML below the cell. */
	html(content: string): void;
	/** Shows Markdown below the cell. */
	markdown(content: string): void;
	/** Shows content of any media type, such as `image/svg+xml`. */
	raw(mime: string, content: string): void;
}

/** What a notebook hands over: `import * as tslab from "tslab"`. */
export interface Tslab {
	readonly display: Display;
}

type Write = (
	message: { readonly data: Bundle; readonly metadata: object; readonly transient: object },
	isUpdate: boolean,
) => void;

/**
 * Sends several forms of one output in one message to the cell that runs now; `null` outside a kernel, and
 * in one whose inside is not as in tslab 1.0, whose public calls send one form at a time.
 */
export function bundleSender(): ((bundle: Bundle) => void) | null {
	// Among the modules of this process, so that it is the kernel's own copy of tslab and no other.
	for (const [path, module] of Object.entries(createRequire(import.meta.url).cache)) {
		if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path)) continue;
		const write: unknown = module?.exports?.lastWriteDisplayData;
		if (typeof write === "function") return (data) => (write as Write)({ data, metadata: {}, transient: {} }, false);
	}
	return null;
}

/** Errors that whoever wrote the cell can mend, and that say how. */
const readersErrors: readonly string[] = ["RangeError", "DossierError", "NotEnoughDataError"];

/**
 * From now on, such an error is printed as its name and message. What else is printed of an error are lines of the kit
 * and of the kernel, none of the cell: that stays for every other error, which is one of the kit.
 */
export function printErrorsBriefly(): void {
	Object.defineProperty(Error.prototype, inspect.custom, {
		configurable: true,
		writable: true,
		value(this: Error, _depth: number, options: InspectOptions) {
			if (readersErrors.includes(this.name)) return `${this.name}: ${this.message}`;
			return inspect(this, { ...options, customInspect: false });
		},
	});
}
