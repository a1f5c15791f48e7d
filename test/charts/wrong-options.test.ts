import { expect, test } from "vitest";
import { charts, type Dossier, type Figure } from "../../src/index.js";
import { ownDossier } from "../support/own-figures.js";

// What a notebook in JavaScript can pass: every wrong option is answered in words, never with the TypeError of some
// line within.

const judging = ["statement", "circular", "confidence", "announced", "asOf"];
/** The options of every chart that has any. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
	accuracy: ["by", ...judging],
	accuracyByInterest: judging,
	accuracyOverTime: ["by", ...judging.filter((name) => name !== "asOf")],
	agreement: ["by", "statement", "counts"],
	borderMap: ["box"],
	calibration: ["circular", "method"],
	casualtyFigures: ["minimumSides"],
	claimTimeline: ["repeats"],
	corrections: ["changes"],
	corroboration: ["by"],
	dataQuality: ["by"],
	distanceToCrossing: ["nearKm"],
	heatMap: ["bandwidthKm"],
	incidentsAlongBorder: ["panels", "bandwidthKm"],
	incidentsByKind: ["by", "group"],
	incidentsByVerificationStatus: ["by"],
	incidentsPer100Km: ["minimum"],
	incidentsPerPeriod: ["by"],
	leadingAnswerAccuracy: ["days", "circular"],
	namedSources: ["show", ...judging],
	reportingBias: ["circular"],
	reportsPerOriginalSource: ["by"],
	robustness: ["method"],
	seasonality: ["year"],
	shareBySegment: ["minimum"],
	sourceCoverage: ["by"],
	timeToResolution: ["by"],
	truthMethods: ["circular"],
};
type AnyChart = (dossier: Dossier, ...rest: readonly unknown[]) => Figure;
const drawWith = (name: string, options: unknown): Figure => {
	const chart = charts[name as keyof typeof charts] as AnyChart;
	return name === "claimTimeline" ? chart(ownDossier, undefined, options) : chart(ownDossier, options);
};

test("the list has every chart that takes options", () => {
	const withOptions = Object.entries(charts).filter(([, chart]) => /^function \w+\(\w+, .*options/.test(`${chart}`));
	expect(withOptions.map(([name]) => name).sort()).toEqual(Object.keys(optionsOf).sort());
});

test.each(Object.entries(optionsOf))("%s says which option is wrong, and which are known", (name, known) => {
	for (const options of ["year", 7, null, ["by"]])
		expect(() => drawWith(name, options)).toThrow(
			new RangeError(`options must be an object: ${JSON.stringify(options)}`),
		);
	expect(() => drawWith(name, { zzzzzzzzz: 1 })).toThrow(
		new RangeError(`unknown option: zzzzzzzzz (known: ${known.join(", ")})`),
	);
	for (const option of known)
		for (const wrong of ["province", "", -1, Number.NaN, null, {}, ["x"], "__proto__", () => 1])
			expect(() => drawWith(name, { [option]: wrong }), `${option}: ${String(wrong)}`).toThrow(RangeError);
});

test("incidentsByKind asked for a province as a period names the periods", () => {
	expect(() => drawWith("incidentsByKind", { by: "province" })).toThrow(
		/^unknown period: province \(known: day, week, /,
	);
});
