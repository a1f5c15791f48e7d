import type { Figure } from "../charts/parts/frame.js";
import { nOf } from "../charts/parts/labels.js";
import { kitVersion } from "./kit-version.js";

/** Where the numbers of a picture come from, as the file itself says it. */
export interface Origin {
	/** Version of the kit that drew it. */
	readonly kit: string;
	/** Fingerprint of the data; `null` for a figure of the reader's own numbers. */
	readonly data: string | null;
	readonly observed_from: string | null;
	readonly observed_to: string | null;
	/** What the data were filtered by, in words. */
	readonly filter: string | null;
	/** How many of what it shows, as its caption says: `94 incidents`. */
	readonly n: string | null;
}

/** Where the numbers of a figure come from: kept in its SVG and PNG. */
export function originOf({ provenance, caption }: Figure): Origin {
	return {
		kit: kitVersion,
		data: provenance?.fingerprint ?? null,
		observed_from: provenance?.observed_from ?? null,
		observed_to: provenance?.observed_to ?? null,
		filter: provenance?.filter ?? null,
		n: nOf(caption) || null,
	};
}
