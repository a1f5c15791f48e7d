import { readFileSync } from "node:fs";
import type { Edition } from "../pages/citation.js";
import { incidentPages } from "../pages/incident-page.js";
import type { Dossier } from "../records/records.js";
import { kitVersion } from "./manifest.js";

/** Writes a file of the folder of charts and keeps its name for the manifest. */
export type Put = (file: string, content: string) => void;

/** The pages that people open: one for every incident. */
export function writePages(dossier: Dossier, put: Put): void {
	for (const [file, text] of incidentPages(dossier, edition())) put(file, text);
}

/** Version and release day of the kit, as `CITATION.cff` has them. */
function edition(): Edition {
	const text = readFileSync(new URL("../../CITATION.cff", import.meta.url), "utf8");
	const released = /^date-released: "?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1] ?? "";
	return { version: kitVersion, released };
}
