import { type Exporter, editionOf } from "./exporter.js";

/**
 * The tables as CSV with `datapackage.json` (Data Package v2), the codebook for programs: a data folder that the kit reads
 * again. Numbers are in their shortest form.
 */
export const datapackage: Exporter = {
	id: "datapackage",
	what: "the tables as CSV with datapackage.json: a data folder again",
	ending: null,
	write: (source) => {
		const { descriptor, tables, others, dossier } = source;
		const files: Record<string, string | Uint8Array> = { ...tables, ...others };
		const filter = dossier.filter === undefined ? "" : ` Filter: ${dossier.filter.text}.`;
		const described = {
			...descriptor,
			description: `${descriptor.description ?? ""}${filter} Data ${dossier.fingerprint}.`,
			edition: editionOf(source),
			resources: descriptor.resources.filter(({ path }) => path in files),
		};
		return { files: { ...files, "datapackage.json": `${JSON.stringify(described, null, "\t")}\n` }, notes: [] };
	},
};
