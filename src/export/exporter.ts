import type { Dossier } from "../records/records.js";

/** A table of the codebook for programs, from `datapackage.json`. */
export interface TableDescriptor {
	readonly name: string;
	/** Its file. */
	readonly path: string;
	readonly schema?: {
		readonly fields: readonly { readonly name: string; readonly type: string; readonly description: string }[];
	};
}

/** The codebook for programs. */
export interface DataDescriptor {
	readonly description?: string;
	readonly resources: readonly TableDescriptor[];
}

/** What is exported. */
export interface ExportSource {
	/** Filtered and coarsened as it was asked for. */
	readonly dossier: Dossier;
	/** Every table of it as the text of its file, by file name. */
	readonly tables: Readonly<Record<string, string>>;
	/** Files that go with the tables as they are, such as the border line. */
	readonly others: Readonly<Record<string, Uint8Array>>;
	readonly descriptor: DataDescriptor;
	/** Version of the kit. */
	readonly kit: string;
	/** Who made the data and reached the verdicts; `null` where the kit does not know. */
	readonly author: string | null;
	/** Address of the folder in which the pages of the kit are published, with a slash at its end; `null` where they are not. */
	readonly site: string | null;
}

/** What an export gives: one file, or the files of a folder by their names. */
export type Exported = {
	/** What a reader must know of it, a sentence each. */
	readonly notes: readonly string[];
} & (
	| { readonly content: string | Uint8Array; readonly files?: undefined }
	| { readonly files: Readonly<Record<string, string | Uint8Array>>; readonly content?: undefined }
);

/** A format of other programs that can be written. */
export interface Exporter {
	/** The word on the command line. */
	readonly id: string;
	/** What it gives, for the help. */
	readonly what: string;
	/** How the name of the file must end; `null` for a folder. */
	readonly ending: string | null;
	readonly write: (source: ExportSource) => Exported | Promise<Exported>;
}

/** The edition of the data that an export holds, for formats that have a place for it. */
export const editionOf = ({ dossier, kit }: ExportSource) => ({
	program: `border-incidents ${kit}`,
	data: dossier.fingerprint,
	filter: dossier.filter?.text ?? null,
	observed_from: dossier.observation.observed_from,
	observed_to: dossier.observation.observed_to,
});
