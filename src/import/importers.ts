import { acled } from "./acled.js";
import { gdelt } from "./gdelt.js";
import type { Importer } from "./importer.js";
import { kit } from "./kit.js";
import { reports } from "./reports.js";
import { table } from "./table.js";
import { ucdp } from "./ucdp.js";

/** Every format that can be imported. */
export const importers: readonly Importer[] = [ucdp, acled, gdelt, table, reports, kit];
