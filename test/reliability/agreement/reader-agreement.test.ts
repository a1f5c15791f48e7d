import { describe, expect, test } from "vitest";
import type { Dossier, Proposition, VerdictReading, VerdictStatus } from "../../../src/records/records.js";
import { type ReaderAgreement, readerAgreement } from "../../../src/reliability/agreement/reader-agreement.js";
import { seeded } from "../../../src/statistics/random.js";
import { six, sixWithReadings } from "../../six-readings.js";
import { ownDossier } from "../../support/own-figures.js";

type Read = Pick<Dossier, "propositions" | "readings">;
const agreementOf = (dossier: Read) => readerAgreement(dossier, { draws: 200, random: seeded(1) });
const rowOf = ({ rows }: ReaderAgreement, part: string, coefficient: string) =>
	rows.find((row) => row.part === part && row.coefficient === coefficient);

describe("nine readings of six questions, by hand", () => {
	const found = agreementOf(sixWithReadings);

	test("four questions are read twice, one once, one not; two are disputed", () => {
		const { readers, questions, read, read_twice, disputed } = found;
		expect({ readers, questions, read, read_twice, disputed: disputed.map((row) => row.proposition_id) }).toEqual({
			readers: ["reader-1", "reader-2"],
			questions: 6,
			read: 5,
			read_twice: 4,
			disputed: ["a.killed_iran", "b.killed_civilians"],
		});
	});

	test("status: alpha 1 − 7 · 1 / 21 = 2/3; kappa (3/4 − 5/16) / (11/16) = 7/11; four incidents or fewer give no interval", () => {
		const same = {
			part: "status",
			low: null,
			high: null,
			n: 4,
			same: 3,
			incidents: 3,
			excluded: [
				{ reason: "not_read", n: 1 },
				{ reason: "one_reader", n: 1 },
			],
		};
		expect(rowOf(found, "status", "krippendorff_alpha")).toEqual({
			...same,
			coefficient: "krippendorff_alpha",
			reader: null,
			other: null,
			estimate: expect.closeTo(2 / 3, 12),
		});
		expect(rowOf(found, "status", "cohen_kappa")).toEqual({
			...same,
			coefficient: "cohen_kappa",
			reader: "reader-1",
			other: "reader-2",
			estimate: expect.closeTo(7 / 11, 12),
		});
	});

	test("values: both yes twice, so nothing varies; 3 and 4 differ; who names no value is excluded", () => {
		expect(rowOf(found, "boolean value", "krippendorff_alpha")).toMatchObject({
			estimate: null,
			n: 2,
			same: 2,
			excluded: [{ reason: "one_reader", n: 1 }],
		});
		expect(rowOf(found, "count value", "krippendorff_alpha")).toMatchObject({
			estimate: 0,
			n: 1,
			same: 0,
			excluded: [{ reason: "value_not_named", n: 1 }],
		});
		expect(rowOf(found, "category value", "krippendorff_alpha")).toMatchObject({
			estimate: null,
			n: 0,
			excluded: [{ reason: "not_read", n: 1 }],
		});
	});

	test("compared and excluded add up to all questions of the part", () => {
		const ofType = { status: 6, "boolean value": 3, "count value": 2, "category value": 1 };
		for (const { part, n, excluded } of found.rows)
			expect(excluded.reduce((sum, each) => sum + each.n, n)).toBe(ofType[part]);
	});
});

test("without readings there is no row; the count of questions is still there", () => {
	expect(agreementOf(six)).toEqual({ readers: [], questions: 6, read: 0, read_twice: 0, disputed: [], rows: [] });
	const own = ownDossier;
	expect(readerAgreement({ ...own, readings: [] }).rows).toEqual([]);
});

/** One question an incident, or several answered alike, read by two readers. */
function readTwice(first: string, second: string, alike = 1): Read {
	const letters: Readonly<Record<string, VerdictStatus>> = {
		a: "confirmed",
		b: "refuted",
		c: "announced",
		d: "contested",
		e: "unresolved",
	};
	const [question] = six.propositions as [Proposition];
	const units = [...first].flatMap((one, index) =>
		Array.from({ length: alike }, (_, twin) => ({
			id: `${index}.${twin}`,
			incident: `i${index}`,
			said: [one, second[index]],
		})),
	);
	return {
		propositions: units.map(({ id, incident }) => ({ ...question, proposition_id: id, incident_id: incident })),
		readings: units.flatMap(({ id, said }) =>
			said.map(
				(letter, reader): VerdictReading => ({
					proposition_id: id,
					reader: `reader-${reader}`,
					verdict_status: letters[letter ?? ""] as VerdictStatus,
					verdict_value: null,
					verdict_confidence: null,
					read_on: null,
				}),
			),
		),
	};
}

// Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section B: nominal data, two observers.
const [ben, gerry] = ["aabbdcccedda", "babbbccceddd"];

describe("published example (Krippendorff 2011, B: five categories, twelve units)", () => {
	const found = agreementOf(readTwice(ben, gerry));

	test("alpha .692; kappa by hand (108 − 30) / (144 − 30) = 78/114", () => {
		expect(rowOf(found, "status", "krippendorff_alpha")?.estimate).toBeCloseTo(0.692, 3);
		expect(rowOf(found, "status", "cohen_kappa")?.estimate).toBeCloseTo(78 / 114, 12);
		expect(found.disputed).toHaveLength(3);
	});

	test("twelve incidents give an interval around the estimate", () => {
		for (const { low, high, estimate, part } of found.rows)
			if (part === "status") {
				expect(low).toBeLessThan(estimate as number);
				expect(high).toBeGreaterThan(estimate as number);
				expect(high).toBeLessThanOrEqual(1);
			}
	});

	test("three questions answered alike in each incident add no information: kappa keeps its interval", () => {
		const [one, three] = [found, agreementOf(readTwice(ben, gerry, 3))].map((each) =>
			rowOf(each, "status", "cohen_kappa"),
		);
		expect(three?.n).toBe(36);
		expect(three?.low).toBeCloseTo(one?.low as number, 12);
		expect(three?.high).toBeCloseTo(one?.high as number, 12);
	});

	test("neither the order of the rows nor which reader is first matters", () => {
		const { propositions, readings } = readTwice(ben, gerry);
		const turned = agreementOf({ propositions: [...propositions].reverse(), readings: [...readings].reverse() });
		expect(turned.rows).toEqual(found.rows);
		const swapped = agreementOf(readTwice(gerry, ben));
		expect(swapped.rows.map(({ estimate }) => estimate)).toEqual(found.rows.map(({ estimate }) => estimate));
	});
});
