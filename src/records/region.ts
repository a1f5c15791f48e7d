/** West, south, east and north in degrees. */
export interface DegreeBox {
	readonly west: number;
	readonly south: number;
	readonly east: number;
	readonly north: number;
}

/** One side of a border, as texts name it. */
export interface RegionSide {
	/** Code in tables, such as `AF`. */
	readonly code: string;
	/** Name of the country, such as `Afghanistan`; the one of world-atlas, so that a map draws the border once. */
	readonly country: string;
	/** Before a noun: `Afghan`. */
	readonly adjective: string;
	/** What its areas beside the border are called, in the singular: `district`. */
	readonly area: string;
}

/** A border that incidents may be on. */
export interface NamedBorder {
	/** Its code in the column `frontier`. */
	readonly code: string;
	/** Its name, such as `Afghanistan–Iran border`. */
	readonly name: string;
	/** Where its points lie; `null` where any point is taken. */
	readonly box: DegreeBox | null;
}

/** Where a line leads, from its first point to its last. */
export const directions = ["north", "east", "south", "west"] as const;
export type Direction = (typeof directions)[number];

/**
 * The border that a data folder is about: names for texts, codes for tables, boxes for maps. Read from `region.json`.
 */
export interface Region extends NamedBorder {
	/** Where the line leads; `null` where its ends say it. */
	readonly direction: Direction | null;
	/** The country at the first point of the line, and at its last; `null` where none is named. */
	readonly start: string | null;
	readonly end: string | null;
	/** The side left of the line as it runs (columns `af_…`), and the side right of it (columns `ir_…`). */
	readonly sides: readonly [left: RegionSide, right: RegionSide];
	/** The box of maps; `null` where it follows from the line and the points. */
	readonly map: DegreeBox | null;
	/** Names on maps. */
	readonly labels: readonly { readonly text: string; readonly lon: number; readonly lat: number }[];
	/** Other borders, whose incidents are shown and never counted. */
	readonly other_borders: readonly NamedBorder[];
}

/** The code of every border of a region, its own first. */
export const frontiersOf = ({ code, other_borders }: Region): readonly string[] => [
	code,
	...other_borders.map((border) => border.code),
];

/** The name of a border by its code; the code where it has none. */
export const borderName = (region: Region, code: string): string =>
	[region, ...region.other_borders].find((border) => border.code === code)?.name ?? code;

/** The other borders in words; `other borders` where none is named. */
export const otherBordersName = ({ other_borders }: Region): string =>
	other_borders.length === 1 ? (other_borders[0] as NamedBorder).name : "other borders";
