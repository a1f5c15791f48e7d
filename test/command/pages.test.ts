import { expect, test } from "vitest";
import { writePages } from "../../src/command/pages.js";
import type { Incident } from "../../src/records/records.js";
import { six } from "../six-readings.js";

test("a page that cannot be made is named with its reason, a page in its place says so, and all others are written", () => {
	const dossier = six;
	const broken = (incident: Incident): Incident =>
		Object.defineProperty({ ...incident }, "side_a", {
			get: () => {
				throw new TypeError("<b> is no side");
			},
		});
	const incidents = dossier.incidents.map((row) => (row.incident_id === "b-fire" ? broken(row) : row));
	const pages = new Map<string, string>();
	const failed = writePages({ ...dossier, incidents }, (file, text) => pages.set(file, text), {
		figures: [],
		excluded: { calibration: "too few claims" },
		isOwnData: true,
	});
	expect(failed).toEqual({ "incident/b-fire": "TypeError: <b> is no side" });
	expect([...pages.keys()].sort()).toEqual([
		"incident/a-clash.html",
		"incident/b-fire.html",
		"incident/c-closure.html",
		"incident/d-shooting.html",
		"incident/e-tally.html",
		"incident/f-raid.html",
		"incidents.html",
		"index.html",
	]);
	expect(pages.get("incident/b-fire.html")).toContain("This page could not be made: TypeError: &lt;b&gt; is no side.");
	const front = pages.get("index.html");
	expect(front).toContain("<li>incident/b-fire: failed (TypeError: &lt;b&gt; is no side).</li>");
	expect(front).toContain("<li>calibration: too few claims.</li>");
	expect(pages.get("incident/a-clash.html")).not.toContain("could not be made");
});
