import { countLabel } from "../charts/parts/labels.js";
import { tableCsv } from "../draw/table-csv.js";
import type { Dossier } from "../records/records.js";
import { answersByOriginalSource, countExcluded } from "../reliability/truth/dossier-answers.js";
import type { Exported, Exporter } from "./exporter.js";

/** The answers that the kit's own truth methods use: one for each original source and question, repeats collapsed. */
function answers(
	dossier: Dossier,
	columns: readonly [question: string, source: string, value: string],
	order: "task" | "source",
): Exported {
	const { used, excluded } = answersByOriginalSource(dossier);
	const [question, source, value] = columns;
	const rows = used.map((answer) =>
		order === "task"
			? { [question]: answer.question, [source]: answer.source, [value]: answer.value }
			: { [source]: answer.source, [question]: answer.question, [value]: answer.value },
	);
	const reasons = countExcluded(excluded).map(({ reason, n }) => `${n} ${reason.replaceAll("_", " ")}`);
	return {
		content: tableCsv(rows, {
			mark: false,
			columns: order === "task" ? [question, source, value] : [source, question, value],
		}),
		notes: [
			`${countLabel(used.length, "answer")}, one for each original source and question.`,
			...(reasons.length === 0 ? [] : [`${countLabel(excluded.length, "claim")} excluded: ${reasons.join(", ")}.`]),
		],
	};
}

/** Rows (task, worker, label), as crowd-kit reads them. */
export const labels: Exporter = {
	id: "labels",
	what: "answers as task, worker, label, for crowd-kit",
	ending: ".csv",
	write: ({ dossier }) => answers(dossier, ["task", "worker", "label"], "task"),
};

/** Rows (source, variable, value), as Python's truthdiscovery reads them. */
export const triples: Exporter = {
	id: "triples",
	what: "answers as source, variable, value, for truthdiscovery",
	ending: ".csv",
	write: ({ dossier }) => answers(dossier, ["variable", "source", "value"], "source"),
};
