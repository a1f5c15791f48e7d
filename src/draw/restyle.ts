import { deepMap } from "../charts/parts/deep-map.js";
import { colours, type Figure, layOut, withFilter } from "../charts/parts/frame.js";
import { unknownWord } from "../records/nearest.js";

/** What a reader may change of a figure that is made already. */
export interface Style {
	/** What it shows, as a sentence; must not be empty. */
	readonly title?: string;
	/** The filter of the dossier, where there is one, stands after it. */
	readonly subtitle?: string;
	/** Pixels across and down, words included. */
	readonly width?: number;
	/** Pixels down, words included; no less than the words need. */
	readonly height?: number;
	/**
	 * Colours as `#rrggbb`: a list that takes the place of those of the data, in the order in which they occur, or one
	 * for each name of the kit's colours (`taliban`, `iran_state`, `incident`, …).
	 */
	readonly colors?: readonly string[] | Readonly<Record<string, string>>;
	/** Pixels of an axis label (12); the other words follow. */
	readonly fontSize?: number;
}

const entries = [
	"title",
	"subtitle",
	"width",
	"height",
	"colors",
	"fontSize",
] as const satisfies readonly (keyof Style)[];
/** A drawing that is smaller shows nothing. */
const leastDrawing = 60;

/**
 * The same figure with other words, colours or of another size; the one given stays as it is. Numbers, caption, notes
 * and source stay too.
 *
 * @throws RangeError `unknown style: colour (did you mean colors?)`, `width is too small for this chart: 90 (at least 148)`
 * @example
 * restyle(charts.borderMap(dossier), { title: "Where it happened" }).title // → "Where it happened"
 */
export function restyle(figure: Figure, style: Style): Figure {
	for (const name of Object.keys(style))
		if (!(entries as readonly string[]).includes(name)) throw unknownWord("style", name, entries);
	if (style.title?.trim() === "") throw new RangeError("title is empty: a chart says what it shows");
	const { room } = figure;
	const fontSize = within("fontSize", style.fontSize ?? room.fontSize, 6, 40);
	const scale = fontSize / room.fontSize;
	const grown = (pixels: number) => Math.round(pixels * scale);
	// What stands to the right is a part of the drawing, not a label.
	const margin = { l: grown(room.margin.l), r: room.margin.r, t: grown(room.margin.t), b: grown(room.margin.b) };
	const width = within("width", style.width ?? room.width, margin.l + margin.r + leastDrawing, 10_000);
	const change = changeOf(figure, style.colors);
	const recoloured = <Part>(part: Part): Part =>
		deepMap(part, (value, path) => scaled(change(value), path, scale)) as Part;
	const laid = layOut({
		...figure,
		title: style.title ?? figure.title,
		subtitle: style.subtitle === undefined ? figure.subtitle : withFilter(style.subtitle, room.filter),
		data: recoloured(figure.data),
		layout: recoloured(figure.layout),
		room: { ...room, width, margin, fontSize },
	});
	if (style.height === undefined) return laid;
	const words = (laid.layout.height ?? 0) - room.plotHeight;
	const height = within("height", style.height, words + leastDrawing, 10_000);
	return layOut({ ...laid, room: { ...laid.room, plotHeight: height - words } });
}

function within(name: string, value: number, least: number, most: number): number {
	if (!Number.isFinite(value)) throw new RangeError(`${name} is not a number of pixels: ${value}`);
	if (value < least) throw new RangeError(`${name} is too small for this chart: ${value} (at least ${least})`);
	if (value > most) throw new RangeError(`${name} is too large: ${value} (at most ${most})`);
	return Math.round(value);
}

/** Sizes of letters below `font`, `tickfont`, `textfont` grow with the rest. */
const scaled = (value: unknown, path: readonly string[], scale: number): unknown =>
	scale !== 1 && typeof value === "number" && path.at(-1) === "size" && /font$/i.test(path.at(-2) ?? "")
		? Math.round(value * scale * 10) / 10
		: value;

const hex = /^#[0-9a-f]{6}$/i;

function changeOf(figure: Figure, colors: Style["colors"]): (value: unknown) => unknown {
	if (colors === undefined) return (value) => value;
	const pairs = Array.isArray(colors) ? pairsOfList(figure, colors) : pairsOfNames(colors as Record<string, string>);
	for (const [, wanted] of pairs)
		if (!hex.test(wanted)) throw new RangeError(`not a colour: ${wanted} (write it as #d55e00)`);
	const exact = new Map(pairs.map(([old, wanted]) => [old.toLowerCase(), wanted]));
	// A paler shade of a colour is written with its part of opacity.
	const paler = pairs.map(([old, wanted]) => [rgbOf(old), rgbOf(wanted)] as const);
	return (value) => {
		if (typeof value !== "string") return value;
		const same = exact.get(value.toLowerCase());
		if (same !== undefined) return same;
		const parts = /^rgba\(([^)]*),([^,)]*)\)$/.exec(value);
		const shade = paler.find(([old]) => old === parts?.[1]?.replaceAll(" ", ""));
		return shade ? `rgba(${shade[1]},${parts?.[2]})` : value;
	};
}

function pairsOfNames(colors: Readonly<Record<string, string>>): [string, string][] {
	const names = Object.keys(colours);
	return Object.entries(colors).map(([name, wanted]) => {
		if (!names.includes(name)) throw unknownWord("colour name", name, names);
		return [colours[name as keyof typeof colours], wanted];
	});
}

function pairsOfList(figure: Figure, colors: readonly string[]): [string, string][] {
	const found = new Set<string>();
	deepMap(figure.data, (value, path) => {
		const isColour = path.some((key) => /^(marker|line|fill|font|outline)?colou?r$/i.test(key));
		if (isColour && typeof value === "string" && hex.test(value)) found.add(value.toLowerCase());
		return value;
	});
	if (colors.length > found.size)
		throw new RangeError(`${colors.length} colours for a chart whose data have ${found.size}`);
	return [...found].slice(0, colors.length).map((old, index) => [old, colors[index] as string]);
}

const rgbOf = (colour: string): string =>
	[1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16)).join(",");
