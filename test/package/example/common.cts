// The same from CommonJS: TypeScript makes each import a `require`.
import { charts, type DossierFilter, type Figure, filterDossier, loadDossier, plot, restyle, saveFigure } from "border-incidents";
import { toDataFrame } from "border-incidents/danfojs";
import { type CountRow, countIncidents } from "border-incidents/frequency";
import { type LocatedIncident, locateIncidents } from "border-incidents/location";
import { type AccuracyRow, accuracyBy } from "border-incidents/reliability";
import { type Interval, wilson } from "border-incidents/statistics";
import { type TruthMethod, truthMethods } from "border-incidents/truth";

const asked: DossierFilter = { frontier: "af-ir", from: "2021-07-01" };
const dossier = filterDossier(loadDossier(), asked);
const rows: readonly CountRow[] = countIncidents(dossier, { by: "month" }).rows;
const figure: Figure = restyle(charts.incidentsPerPeriod(dossier), { title: "How often" });
const own: Figure = plot({ title: "Mine", data: [{ x: [1], y: [2] }] });
const height: number | undefined = figure.layout.height;
const save: (figure: Figure, file: string) => Promise<void> = saveFigure;
export const results: readonly [LocatedIncident | undefined, Interval, TruthMethod | undefined, unknown] = [
	locateIncidents(dossier).incidents[0],
	wilson(1, 2),
	truthMethods[0],
	(row: AccuracyRow) => [row, accuracyBy, save],
];

// @ts-expect-error a wrong column name fails before anything runs
export const wrong = dossier.incidents.map(({ day }) => day);
// @ts-expect-error and so does a wrong word of a filter
export const unknown: DossierFilter = { kind: "armed_clsh" };

toDataFrame(rows).then(
	({ columns }) => columns,
	(error: Error) =>
		process.stdout.write(`${JSON.stringify([figure.title, own.id, typeof height, error.message])}\n`),
);
