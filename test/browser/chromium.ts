import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/Applications/Chromium.app/Contents/MacOS"];

/** The system's Chromium, or the one that `CHROMIUM_PATH` names; `null` where there is none. */
export const chromiumPath: string | null =
	[process.env.CHROMIUM_PATH ?? "", ...names.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
		isExecutable,
	) ?? null;

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return path !== "";
	} catch {
		return false;
	}
}
