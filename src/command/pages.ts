import { readFileSync } from "node:fs";
import type { Edition } from "../pages/citation.js";
import { incidentBrowser } from "../pages/incident-browser.js";
import { incidentPages } from "../pages/incident-page.js";
import type { Dossier } from "../records/records.js";
import { kitVersion } from "./manifest.js";

/** Writes a file of the folder of charts and keeps its name for the manifest. */
export type Put = (file: string, content: string) => void;

/** The pages that people open: the incident browser, and one page for every incident. */
export function writePages(dossier: Dossier, put: Put): void {
	const made = edition();
	for (const [file, text] of incidentPages(dossier, made)) put(file, text);
	put("incidents.html", incidentBrowser(dossier, made, readFileSync(browserScript, "utf8")));
}

/** Built by `.setup.mjs` from `src/pages/browser`. */
const browserScript = new URL("../../dist/pages/browser/incidents.js", import.meta.url);

/** Version and release day of the kit, as `CITATION.cff` has them. */
function edition(): Edition {
	const text = readFileSync(new URL("../../CITATION.cff", import.meta.url), "utf8");
	const released = /^date-released: "?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1] ?? "";
	return { version: kitVersion, released };
}
