/**
 * An invented export of ACLED: 200 rows with the traps of the format, since rows of ACLED itself may not be passed on. No row
 * tells of anything that happened; every name is made up.
 */

export const acledColumns = [
	...["event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"],
	...["actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"],
	...["iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"],
	...["source", "source_scale", "notes", "fatalities", "tags", "timestamp"],
] as const;
type Row = Partial<Record<(typeof acledColumns)[number], string>>;

const pad = (number: number) => String(number).padStart(2, "0");
const month = ["January", "February", "March", "April", "May", "June"];

/** The four patterns of the rows without a fault: 25 of each. */
const patterns: readonly ((index: number) => Row)[] = [
	(index) => ({
		event_date: `2021-0${1 + (index % 6)}-${pad(1 + (index % 28))}`,
		event_type: "Battles",
		sub_event_type: "Armed clash",
		fatalities: "3",
		source: "Invented Daily",
	}),
	(index) => ({
		event_date: `${pad(1 + (index % 28))} ${month[index % 6]} 2021`,
		time_precision: "2",
		geo_precision: "2",
		event_type: "Violence against civilians",
		sub_event_type: "Attack",
		source: "Invented Daily; Border Gazette",
	}),
	(index) => ({
		event_date: `${pad(1 + (index % 28))}-0${1 + (index % 6)}-2021`,
		time_precision: "3",
		event_type: "Strategic developments",
		sub_event_type: "Arrests",
		source: "Undisclosed Source; Border Gazette; Invented Daily",
		country: "Iran",
		admin1: "Khorasan-e Razavi",
		admin2: "Taybad",
	}),
	(index) => ({
		event_date: `2022-0${1 + (index % 6)}-${pad(1 + (index % 28))}`,
		geo_precision: "2",
		event_type: "Explosions/Remote violence",
		sub_event_type: "Shelling/artillery/missile attack",
		fatalities: "1",
		source: "Test Agency (TA)",
	}),
];

const sound = (index: number): Row => ({
	event_id_cnty: `AFG${90_000 + index}`,
	event_date: "2021-03-04",
	time_precision: "1",
	event_type: "Battles",
	sub_event_type: "Armed clash",
	actor1: "Invented Guards",
	actor2: "Invented Group",
	country: "Afghanistan",
	admin1: "Hirat",
	admin2: "Kohsan",
	location: "Testabad",
	latitude: "34.66",
	longitude: "61.07",
	geo_precision: "1",
	source: "Invented Daily",
	source_scale: "National",
	notes: `Invented note ${index}.`,
	fatalities: "0",
	timestamp: "1700000000",
	...patterns[index % 4]?.(index),
});

const times = (count: number, make: (index: number) => Row): Row[] =>
	Array.from({ length: count }, (_, index) => make(index));

/** Sixteen rows that are kept, whatever stands in them. */
const odd: readonly Row[] = [
	{ notes: '<img src=x onerror="alert(1)">' },
	{ notes: '=HYPERLINK("http://example.org","open")' },
	{ notes: 'two\nlines; and "quotes"' },
	{ notes: "turned \u202eround\u202c and \u0007bell" },
	{ notes: "متن فارسی" },
	{ notes: "x".repeat(12_000) },
	{ notes: "" },
	{ notes: "lost \ufffd letter" },
	{ source: "" },
	{ source: "Border Gazette; border gazette ;; " },
	{ source: "خبرگزاری ساختگی; وبگاه ساختگی" },
	{ fatalities: "" },
	{ fatalities: "2.0", time_precision: "1.0" },
	{ latitude: "34,66", longitude: "61,07" },
	{ actor2: "", location: "" },
	{ country: "Turkmenistan", admin1: "Mary" },
];

const rows: readonly Row[] = [
	...times(100, sound),
	...times(10, (index) => ({ ...sound(100 + index), geo_precision: "3" })),
	...times(20, (index) => ({ ...sound(110 + index), latitude: "34.53", longitude: "69.17" })),
	...times(8, (index) => ({
		...sound(130 + index),
		...(index % 2 === 0
			? { event_type: "Protests", sub_event_type: "Peaceful protest" }
			: { event_type: "Riots", sub_event_type: "Mob violence" }),
	})),
	...times(4, (index) => ({ ...sound(138 + index), sub_event_type: "Something new" })),
	...times(4, (index) => ({
		...sound(142 + index),
		event_date: ["01/05/2024", "45000", "", "31 February 2021"][index] ?? "",
	})),
	...times(4, (index) => ({ ...sound(146 + index), latitude: ["", "north", "134.66", "34.66.1"][index] ?? "" })),
	...times(3, (index) => ({ ...sound(150 + index), event_id_cnty: ["", "1234", "IRN"][index] ?? "" })),
	// Later versions of the first ten rows, and earlier ones of the next five.
	...times(10, (index) => ({ ...sound(index), timestamp: "1700000999", fatalities: "7" })),
	...times(5, (index) => ({ ...sound(10 + index), timestamp: "1600000000", fatalities: "8" })),
	...times(3, (index) => ({ ...sound(168 + index), time_precision: ["0", "", "9"][index] ?? "" })),
	...times(3, (index) => ({ ...sound(171 + index), geo_precision: ["", "5", "x"][index] ?? "" })),
	// The last cells of these are cut off.
	...times(5, (index) => ({ ...sound(174 + index), tags: "cut" })),
	...times(5, (index) => ({ ...sound(179 + index), event_date: "2019-12-31" })),
	...odd.map((row, index) => ({ ...sound(184), event_id_cnty: `AFG${91_000 + index}`, ...row })),
];

const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The export as text; `delimiter` as in the two forms that ACLED gives. */
export const acledText = (delimiter: "," | ";" = ","): string =>
	[
		acledColumns.join(delimiter),
		...rows.map((row) => {
			const cells = acledColumns.map((column) => quoted(row[column] ?? ""));
			return (row.tags === "cut" ? cells.slice(0, 20) : cells).join(delimiter);
		}),
	].join("\n");
