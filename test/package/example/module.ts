// A stranger's ES module: counts, and a chart as plain data.
import {
	countIncidents,
	coverage,
	type Figure,
	incidentsPerPeriod,
	loadDossier,
	peaks,
	provenanceOf,
	seeded,
} from "border-incidents";
import { toDataFrame } from "border-incidents/danfojs";

const dossier = loadDossier();
const byMonth = countIncidents(dossier, { by: "month" });
const byPrecision = countIncidents(dossier, { by: "month", group: "date_precision" });
const watched = coverage(dossier, { by: "month" });
const [peak] = peaks(byMonth, seeded(1));
const figure: Figure = incidentsPerPeriod(byMonth, byPrecision, watched, peak, provenanceOf(dossier));
const height: number | undefined = figure.layout.height;

// @ts-expect-error a wrong column name fails before anything runs
export const wrong = dossier.incidents.map(({ day }) => day);

toDataFrame(byMonth.rows).then(
	({ columns }) => columns,
	(error: Error) => process.stdout.write(`${JSON.stringify([figure.title, typeof height, error.message])}\n`),
);
