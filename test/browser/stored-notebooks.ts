import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));

/** The notebooks of this checkout, to be read: a test that saves works on a copy. */
export const notebooks = readdirSync(folder)
	.filter((name) => name.endsWith(".ipynb"))
	.map((name) => ({ name, path: join(folder, name) }));

export const plotlyType = "application/vnd.plotly.v1+json";

/** What a stored notebook holds of each of its charts, by the name of the form. */
export const storedCharts = (path: string): Readonly<Record<string, unknown>>[] =>
	(JSON.parse(readFileSync(path, "utf8")).cells as { readonly outputs?: { readonly data?: object }[] }[])
		.flatMap(({ outputs = [] }) => outputs.map(({ data = {} }) => data))
		.filter((data) => plotlyType in data) as Record<string, unknown>[];
