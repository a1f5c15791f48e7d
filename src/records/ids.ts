import { isDay } from "../calendar/days.js";

const longestPart = 60;

/**
 * A name as a part of an id: small Latin letters and digits joined by hyphens, without what stands in brackets or
 * after a comma or slash; empty where it has no Latin letter or digit.
 *
 * @example
 * idPart("Silk Bridge (Pul-e Abrisham)") // → "silk-bridge"
 */
export function idPart(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/\s*[(,/].*$/su, "")
		.replace(/['’ʼ‘\p{M}]/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, longestPart)
		.replace(/^-+|-+$/g, "");
}

/** The first of `id`, `id-2`, `id-3` … that is free. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
	for (let number = 1; ; number++) {
		const next = number === 1 ? id : `${id}-${number}`;
		if (!isTaken(next)) return next;
	}
}

/** The id that the scheme of the tables gives an incident: date, place and kind. */
export function incidentId({
	date_start = "",
	date_precision,
	place,
	af_province,
	ir_province,
	kind = "",
}: Readonly<
	Partial<Record<"date_start" | "date_precision" | "place" | "af_province" | "ir_province" | "kind", string>>
>): string {
	const day = isDay(date_start) ? date_start : "undated";
	const date = date_precision === "month" ? day.slice(0, 7) : day;
	const where = [place, af_province, ir_province].map((name) => idPart(name ?? "")).find((part) => part !== "");
	return [date, where ?? "border", idPart(kind.replaceAll("_", "-")) || "incident"].join("-");
}

/** The id of a question: that of its incident, a dot, and its key without `other:`. */
export const propositionId = (incident: string, key: string): string => `${incident}.${key.replace(/^other:/, "")}`;

/** The id of the n-th claim of a question, counted from 1. */
export const claimId = (proposition: string, number: number): string =>
	`${proposition}.c${String(number).padStart(2, "0")}`;
