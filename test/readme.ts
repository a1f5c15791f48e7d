import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The commands of the README under a heading, block by block, without what stands behind `#`. */
export function readmeCommands(heading: string): string[][] {
	const part = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
	return [...part.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) =>
		block
			.split("\n")
			.map((line) => line.replace(/\s+#.*$/, "").trim())
			.filter((line) => line !== ""),
	);
}

/** The TypeScript of the README under a heading. */
export function readmeCode(heading: string): string {
	const part = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
	return /^```ts\n(.*?)^```$/ms.exec(part)?.[1] ?? "";
}
