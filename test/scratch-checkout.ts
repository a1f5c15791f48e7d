import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratchFolder, type WhenDone } from "./scratch.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A path that trips whatever splits at spaces or trusts in ASCII. */
export const awkwardName = "مرز ایران و افغانستان (a copy)";

/**
 * A copy of this checkout with the same installed packages, in a path with spaces and Persian letters,
 * so that what a test runs there cannot change this one. It is gone when the test is.
 *
 * @param options `venv: false` leaves out the Python that has JupyterLab
 */
export function scratchCheckout({
	venv = true,
	whenDone,
}: {
	readonly venv?: boolean;
	readonly whenDone?: WhenDone;
} = {}): string {
	const copy = join(scratchFolder(whenDone), awkwardName);
	mkdirSync(join(copy, "node_modules"), { recursive: true });
	for (const name of ["package.json", "README.md", "dist", "data", "notebooks", ".jupyter"])
		cpSync(join(root, name), join(copy, name), {
			recursive: true,
			filter: (path) => !path.includes(".ipynb_checkpoints"),
		});
	// One link a package, because the kit is a package too, and here it is the copy.
	for (const name of readdirSync(join(root, "node_modules")).filter((each) => each !== "border-incidents"))
		symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
	symlinkSync("..", join(copy, "node_modules/border-incidents"), "dir");
	if (venv) symlinkSync(join(root, ".venv"), join(copy, ".venv"), "dir");
	return copy;
}

/** A port that nothing listens to just now. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
