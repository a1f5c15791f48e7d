import { readFileSync } from "node:fs";

/** Version of the kit, as its package names it. */
export const kitVersion: string = JSON.parse(
	readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
).version;
