/** Rows of GDELT made by the page of its format: 61 cells for an event of 2.0, 58 for one of 1.0, 16 for a mention. */

interface EventCells {
	readonly id: string;
	readonly day?: string;
	readonly added?: string;
	readonly codes?: readonly [event: string, base: string, root: string];
	readonly place?: readonly [type: string, name: string, country: string, adm1: string, lat: string, lon: string];
	readonly actors?: readonly [string, string];
	readonly url?: string;
}

/** The place of the cells that an importer reads, in the page's numbering from 0. */
const at = {
	...{ day: 1, actor1: 6, actor2: 16, code: 26, base: 27, root: 28 },
	...{ type: 51, name: 52, country: 53, adm1: 54, lat: 56, lon: 57, added: 59, url: 60 },
};

export function eventLine(cells: EventCells, version: 1 | 2 = 2): string {
	const { id, day = "20210709", added = "20210709120000", codes = ["190", "190", "19"] } = cells;
	const { actors = ["AFGHANISTAN", "IRAN"], url = "https://www.example.org/news/1" } = cells;
	const { place = ["4", "Islam Qala, Herat, Afghanistan", "AF", "AF11", "34.66", "61.07"] } = cells;
	const row: string[] = Array.from({ length: 61 }, () => "");
	row[0] = id;
	row[at.day] = day;
	[row[at.actor1], row[at.actor2]] = actors;
	[row[at.code], row[at.base], row[at.root]] = codes;
	[row[at.type], row[at.name], row[at.country], row[at.adm1], row[at.lat], row[at.lon]] = place;
	row[at.added] = added;
	row[at.url] = url;
	// Version 1.0 has no codes of districts: cells 39, 47 and 55.
	return row.filter((_, index) => version === 2 || ![39, 47, 55].includes(index)).join("\t");
}

export const mentionLine = (
	id: string,
	outlet: string,
	time: string,
	url: string,
	type = "1",
	confidence = "80",
): string =>
	[
		id,
		"20210709120000",
		time,
		type,
		outlet,
		url,
		"3",
		"-1",
		"120",
		"160",
		"1",
		confidence,
		"2400",
		"-3.1",
		"",
		"",
	].join("\t");
