import { readFileSync } from "node:fs";
import { contributors, type Edition } from "../pages/citation.js";
import { type FrontParts, frontPage } from "../pages/front-page.js";
import { incidentBrowser } from "../pages/incident-browser.js";
import { incidentFile, incidentPages, missingPage } from "../pages/incident-page.js";
import type { Dossier } from "../records/records.js";
import { errorText } from "./chart-result.js";
import { kitVersion } from "./manifest.js";

/** Writes a file of the folder of charts and keeps its name for the manifest. */
export type Put = (file: string, content: string) => void;

/** What the pages need of a run. */
export interface PagesOfRun extends FrontParts {
	/** Whether the data are the kit's own: else no page says who made them. */
	readonly isOwnData: boolean;
}

/**
 * The pages that people open: the front page, the incident browser, and one page for every incident.
 *
 * @returns why a page could not be made, by its file without its ending; all others are written then
 */
export function writePages(
	dossier: Dossier,
	put: Put,
	{ figures, excluded, isOwnData }: PagesOfRun,
): Readonly<Record<string, string>> {
	const made = { ...edition(), author: isOwnData ? contributors : null };
	const failed: Record<string, string> = {};
	for (const [id, make] of incidentPages(dossier, made)) {
		const text = madeOrReason(make);
		if (typeof text !== "string") failed[`incident/${id}`] = text.reason;
		put(incidentFile(id), typeof text === "string" ? text : missingPage(id, text.reason));
	}
	const browser = madeOrReason(() => incidentBrowser(dossier, made, readFileSync(browserScript, "utf8")));
	if (typeof browser === "string") put("incidents.html", browser);
	else failed.incidents = browser.reason;
	const lacking = { ...excluded, ...failedText(failed) };
	const front = madeOrReason(() => frontPage(dossier, made, { figures, excluded: lacking }));
	if (typeof front === "string") put("index.html", front);
	else failed.index = front.reason;
	return failed;
}

/** Reasons of failures as the front page gives them. */
export const failedText = (failed: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(failed).map(([id, reason]) => [id, `failed (${reason})`]));

/** A page, or why it could not be made. */
function madeOrReason(make: () => string): string | { readonly reason: string } {
	try {
		return make();
	} catch (error) {
		return { reason: errorText(error) };
	}
}

/** Built by `.setup.mjs` from `src/pages/browser`. */
const browserScript = new URL("../../dist/pages/browser/incidents.js", import.meta.url);

/** Version and release day of the kit, as `CITATION.cff` has them. */
function edition(): Omit<Edition, "author"> {
	const text = readFileSync(new URL("../../CITATION.cff", import.meta.url), "utf8");
	const released = /^date-released: "?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1] ?? "";
	return { version: kitVersion, released };
}
