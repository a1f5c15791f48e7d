import { kindLabels, sourceKindLabels } from "../charts/parts/labels.js";
import { answerLabel } from "../claims/answers.js";
import { statusOfIncidents } from "../claims/incident-status.js";
import { sourcesById } from "../claims/sides.js";
import { hasAnswer } from "../claims/statements.js";
import { knownPoint } from "../location/incidents.js";
import { statusNames } from "../pages/labels.js";
import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier, Incident } from "../records/records.js";
import type { Exporter } from "./exporter.js";

/**
 * The three feeds of TimeMap (Forensic Architecture, and Bellingcat's fork of it): events, sources and associations, with the
 * fields that its schemas allow and no other. Every value of an event is a text. Every claim that gives an answer is a source.
 */
export const timemap: Exporter = {
	id: "timemap",
	what: "events.json, sources.json and associations.json for TimeMap",
	ending: null,
	write: ({ dossier }) => {
		const statuses = statusOfIncidents(dossier);
		const statusOf = ({ incident_id }: Incident) => statuses.get(incident_id) ?? "not_asked";
		const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
		const questions = new Map(dossier.propositions.map((row) => [row.proposition_id, row.text]));
		const names = sourcesById(dossier);
		const answers = dossier.claims.filter(hasAnswer);
		const claimsOf = groupBy(answers, ({ proposition_id }) => incidentOf.get(proposition_id) ?? "");
		const events = dossier.incidents.map((incident) => ({
			id: incident.incident_id,
			description: incident.summary,
			date: usDay(incident.date_start),
			time: "",
			time_precision: incident.date_precision,
			...placeOf(incident, dossier),
			type: kindLabels[incident.kind],
			category: kindLabels[incident.kind],
			associations: [`kind:${incident.kind}`, `occurred:${statusOf(incident)}`],
			sources: (claimsOf.get(incident.incident_id) ?? []).map(({ claim_id }) => claim_id),
			comments: `Place known: ${incident.geo_precision}. Occurred: ${statusNames[statusOf(incident)]}.`,
			time_display:
				incident.date_precision === "day"
					? incident.date_start
					: `some day of the ${incident.date_precision} from ${incident.date_start}`,
		}));
		const sources = Object.fromEntries(
			answers.map((claim: Claim) => {
				const source = names.get(claim.source_id);
				const page = names.get(claim.reported_by ?? claim.source_id);
				return [
					claim.claim_id,
					{
						id: claim.claim_id,
						title: page?.name ?? claim.reported_by ?? claim.source_id,
						paths: [],
						type: source === undefined ? "" : sourceKindLabels[source.kind],
						url: claim.url ?? "",
						description: `${questions.get(claim.proposition_id) ?? ""} ${answerLabel(claim)}`,
						author: source?.name ?? claim.source_id,
						date: claim.published_on ?? "",
						notes: `${claim.stance}; ${claim.basis}`,
					},
				];
			}),
		);
		const associations = [
			...unique(dossier.incidents.map(({ kind }) => kind)).map((kind) =>
				filterOf(`kind:${kind}`, ["Event type", kindLabels[kind]]),
			),
			...unique(dossier.incidents.map(statusOf)).map((status) =>
				filterOf(`occurred:${status}`, ["Occurred", statusNames[status]]),
			),
		];
		const feeds = { "events.json": events, "sources.json": sources, "associations.json": associations };
		return {
			files: Object.fromEntries(
				Object.entries(feeds).map(([name, feed]) => [name, `${JSON.stringify(feed, null, 1)}\n`]),
			),
			notes: ["TimeMap reads these days by its usual format, MM/DD/YYYY."],
		};
	},
};

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

const filterOf = (id: string, path: readonly string[]) => ({
	id,
	title: path.at(-1) ?? "",
	desc: "",
	mode: "FILTER",
	filter_paths: path,
});

const usDay = (day: string): string => `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;

/** Where an event is shown: both coordinates as texts, blank where there is no point. */
function placeOf(incident: Incident, dossier: Dossier) {
	const { place, af_province, ir_province } = incident;
	const [longitude, latitude] = knownPoint(incident, dossier)?.map(String) ?? ["", ""];
	return {
		location: place ?? [af_province, ir_province].filter((name) => name !== null).join(" / "),
		latitude,
		longitude,
	};
}
