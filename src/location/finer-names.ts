import type { Dossier } from "../records/records.js";

/**
 * A test for names finer than a province: of districts, counties, crossings and every spelling of every place of
 * the gazetteer, as whole words, whatever the case. A name that is a province's as well counts as the province's.
 */
export function finerNames({
	places,
	stretches,
	crossings,
	incidents,
}: Pick<Dossier, "places" | "stretches" | "crossings" | "incidents">): (text: string) => boolean {
	const provinces = new Set(
		[...stretches, ...incidents, ...crossings].flatMap(({ af_province, ir_province }) => [
			normalized(af_province),
			normalized(ir_province),
		]),
	);
	const names = [
		...places.flatMap(({ name, other_names, names_fa }) => [
			name,
			name.replace(/\s*\(.*$/, ""),
			...other_names,
			...names_fa,
		]),
		...[...stretches, ...incidents].flatMap(({ af_district, ir_county }) => [af_district, ir_county]),
		...crossings.flatMap(({ name, af_name, ir_name }) => [name, af_name, ir_name]),
	];
	const known = [...new Set(names.map(normalized))].filter((name) => name !== "" && !provinces.has(name));
	return (text) => {
		const padded = ` ${normalized(text)} `;
		return known.some((name) => padded.includes(` ${name} `));
	};
}

/** Letters and digits in lower case, single blanks for all between: a slug and a title are the same words. */
const normalized = (text: string | null): string =>
	(text ?? "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
