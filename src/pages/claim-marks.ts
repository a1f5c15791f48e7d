import { daysBetween } from "../calendar/days.js";
import { countLabel, dayLabel } from "../charts/parts/labels.js";
import { sideLabels } from "../charts/reliability/labels.js";
import type { Side } from "../claims/sides.js";
import type { ClaimTableRow } from "../claims/tables.js";
import { groupBy } from "../records/group-by.js";
import { round } from "./border-sketch.js";
import { html, type Markup } from "./markup.js";

/** A claim with its number on the page, counted from 1 in the order of the table. */
export interface NumberedClaim extends ClaimTableRow {
	readonly number: number;
}

const pitch = 26;
const laneGap = 24;
const padding = 12;
const axisHeight = 40;
const narrowestDay = 64;
/** Marks beside each other on one day, at most. */
const mostAcross = 4;

interface PlacedClaim extends NumberedClaim {
	readonly x: number;
	readonly y: number;
}

/**
 * Claims on one question as numbered marks: a column for each day with a claim, a row for each answer, and lines from
 * original claims to their repeats. The shape gives the side, a hollow mark is a repeat, a double outline a decisive
 * claim; the table beside it has the same numbers. Columns have equal widths, so gaps are written, not drawn.
 */
export function claimMarks(claims: readonly NumberedClaim[], question: string): Markup {
	const days = [...groupBy(claims, ({ published_on }) => published_on ?? "9999").keys()].sort();
	const lanes = [...groupBy(claims, ({ answer }) => answer).entries()];
	const cells = groupBy(claims, ({ published_on, answer }) => `${published_on ?? "9999"} ${answer}`);
	const countIn = (day: string, answer: string) => cells.get(`${day} ${answer}`)?.length ?? 0;
	const across = days.map((day) =>
		Math.min(mostAcross, Math.ceil(Math.sqrt(Math.max(...lanes.map(([answer]) => countIn(day, answer)))))),
	);
	const widths = across.map((count) => Math.max(narrowestDay, count * pitch + 8));
	const lefts = widths.map((_, index) => padding + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
	let top = 0;
	const rows = lanes.map(([answer]) => {
		const deep = Math.max(...days.map((day, index) => Math.ceil(countIn(day, answer) / (across[index] ?? 1))));
		const row = { answer, top, marksTop: top + laneGap, height: laneGap + deep * pitch + 6 };
		top += row.height;
		return row;
	});
	const placed = rows.flatMap(({ answer, marksTop }) =>
		days.flatMap((day, index) =>
			(cells.get(`${day} ${answer}`) ?? []).map((claim, place): PlacedClaim => {
				const columns = across[index] ?? 1;
				return {
					...claim,
					x: (lefts[index] ?? 0) + pitch / 2 + (place % columns) * pitch,
					y: marksTop + pitch / 2 + Math.floor(place / columns) * pitch,
				};
			}),
		),
	);
	const longestAnswer = Math.max(...rows.map(({ answer }) => answer.length));
	const width = Math.max((lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + padding, Math.min(640, longestAnswer * 8 + 40));
	const height = top + axisHeight;
	const label = `Timeline of ${countLabel(claims.length, "claim")} on the question: ${question} Days run from left to right, answers from top to bottom; the table below has the same numbers.`;
	return html`<svg class="marks" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${rows.map(
	(row) =>
		html`<path class="lane" d="M0 ${row.top + 0.5}H${width}"/><text class="answer" x="${padding}" y="${row.top + 16}">${row.answer}</text>`,
)}
<path class="axis" d="M0 ${top + 0.5}H${width}"/>
${days.map((day, index) => {
	const left = lefts[index] ?? 0;
	const before = days[index - 1];
	const gap = before === undefined || day === "9999" ? 0 : daysBetween(before, day);
	return html`<path class="day" d="M${left - 3.5} 0V${top + 6}"/><text class="tick" x="${left}" y="${top + 18}">${
		day === "9999" ? "no day" : shortDay(day)
	}</text>${gap > 1 ? html`<text class="tick soft" x="${left}" y="${top + 33}">+${countLabel(gap, "day")}</text>` : null}`;
})}
${repeatLines(placed)}
${placed.map(mark)}
</svg>`;
}

/** What the shapes mean, for the claims of one question. */
export function marksLegend(claims: readonly NumberedClaim[]): Markup {
	const sides = (Object.keys(sideLabels) as Side[]).filter((side) => claims.some((claim) => claim.side === side));
	const key = (side: Side) =>
		html`<svg class="key" aria-hidden="true" width="16" height="16" viewBox="-10 -10 20 20"><path class="${side}" d="${shapes[side]}"/></svg>`;
	const has = (test: (claim: NumberedClaim) => boolean, words: string) => (claims.some(test) ? [`; ${words}`] : []);
	return html`${sides.map((side, index) => html`${index > 0 ? " " : ""}<span class="nobreak">${key(side)} ${sideLabels[side]}</span>`)}${has(
		({ stance }) => stance === "repeats",
		"hollow: repeat, with a line from its original source",
	)}${has(({ is_decisive }) => is_decisive, "double outline: decisive claim")}. Columns are days with a claim.`;
}

const shapes: Readonly<Record<Side, string>> = {
	iran_state: "M-9 0A9 9 0 1 1 9 0A9 9 0 1 1 -9 0Z",
	taliban: "M-8.5 -8.5H8.5V8.5H-8.5Z",
	afghan_republic: "M0 -10.5L10.5 8H-10.5Z",
	third_party: "M0 -11L11 0L0 11L-11 0Z",
};

function mark({ x, y, side, stance, is_decisive, number, source }: PlacedClaim): Markup {
	const kind = stance === "repeats" ? `${side} repeat` : side;
	return html`<g transform="translate(${round(x)} ${round(y)})"><title>${number}. ${source}</title>${
		is_decisive ? html`<path class="decisive" d="${shapes[side]}" transform="scale(1.25)"/>` : null
	}<path class="${kind}" d="${shapes[side]}"/><text class="number ${kind}" y="${side === "afghan_republic" ? 6 : 4}">${number}</text></g>`;
}

/** A line from each repeat to the latest earlier claim of the source that it names. */
function repeatLines(placed: readonly PlacedClaim[]): Markup[] {
	return placed.flatMap((repeat) => {
		if (repeat.stance !== "repeats" || repeat.original_source === null) return [];
		const original = placed.findLast(
			(claim) =>
				claim.source === repeat.original_source &&
				claim.stance !== "repeats" &&
				claim.answer === repeat.answer &&
				(claim.published_on ?? "0000") <= (repeat.published_on ?? "9999"),
		);
		if (original === undefined) return [];
		const [x, y] = [(original.x + repeat.x) / 2, Math.min(original.y, repeat.y) - 16];
		return [
			html`<path class="link" d="M${round(original.x)} ${round(original.y)}Q${round(x)} ${round(y)} ${round(repeat.x)} ${round(repeat.y)}"/>`,
		];
	});
}

const shortDay = (day: string): string => {
	const [date = "", month = "", year = ""] = dayLabel(day).split(" ");
	return `${date} ${month.slice(0, 3)} ${year.slice(2)}`;
};
