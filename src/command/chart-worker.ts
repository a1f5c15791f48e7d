// A process that draws charts for another one: see chart-workers.ts.
import { catalogue } from "../charts/catalogue.js";
import { MissingPackageError, withDrawing } from "../draw/needed-packages.js";
import { drawOne, loadDrawing } from "./chart-result.js";
import type { FromWorker, Setting, ToWorker } from "./chart-workers.js";

const tell = (message: FromWorker) => process.send?.(message);
let setting: Setting | undefined;

process.on("message", async (message: ToWorker) => {
	if ("dossier" in message) {
		setting = message;
		return;
	}
	const entry = catalogue.find(({ id }) => id === message.id);
	if (!entry || !setting) throw new Error(`${message.id} is not a chart, or its data have not come yet`);
	try {
		tell(await drawOne(entry, setting));
	} catch (error) {
		if (!(error instanceof MissingPackageError)) throw error;
		tell({ kind: "missing", reason: error.message });
	}
});
// The process that asked has ended.
process.on("disconnect", () => process.exit());

// Ready before the data come. What is missing is reported when the first chart is asked for.
await withDrawing(loadDrawing).catch(() => {});
