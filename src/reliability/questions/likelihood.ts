/**
 * Words of probability of ICD 203 (Office of the Director of National Intelligence, Analytic Standards, 2015)
 * with the least probability of each. Its bins share their edges; here an edge belongs to the upper word.
 */
export const likelihoodBins = [
	{ word: "almost no chance", from: 0.01 },
	{ word: "very unlikely", from: 0.05 },
	{ word: "unlikely", from: 0.2 },
	{ word: "roughly even chance", from: 0.45 },
	{ word: "likely", from: 0.55 },
	{ word: "very likely", from: 0.8 },
	{ word: "almost certain", from: 0.95 },
] as const;
export type LikelihoodWord = (typeof likelihoodBins)[number]["word"];

/** Fewest resolved forecasts that calibrate a probability. */
export const minimumToCalibrate = 30;

/** A probability that was recalibrated, and on how many resolved forecasts of other incidents. */
export interface CalibratedProbability {
	readonly calibrated: number;
	readonly fitted_on: number;
}

/** A word of probability. */
export interface Likelihood {
	/** `null` where too few forecasts calibrate the probability. */
	readonly word: LikelihoodWord | null;
	/** The directive has no word beyond these limits: the nearest word is given, and must be marked as such. */
	readonly clamped: "below 1%" | "above 99%" | null;
}

/**
 * The word for a calibrated probability, never for a raw posterior. Bins are half-open: 5% to under 20% is
 * very unlikely. The directive's two rows of words are not mixed, and a word of probability is never used in one
 * sentence with a level of confidence, which describes the evidence.
 *
 * @throws `probability not within 0 to 1: 2`
 * @example
 * likelihoodOf({ calibrated: 0.8, fitted_on: 60 }) // → { word: "very likely", clamped: null }
 * likelihoodOf({ calibrated: 0.995, fitted_on: 60 }) // → { word: "almost certain", clamped: "above 99%" }
 * likelihoodOf({ calibrated: 0.8, fitted_on: 12 }) // → { word: null, clamped: null }
 */
export function likelihoodOf({ calibrated, fitted_on }: CalibratedProbability): Likelihood {
	if (!(calibrated >= 0 && calibrated <= 1)) throw new RangeError(`probability not within 0 to 1: ${calibrated}`);
	if (fitted_on < minimumToCalibrate) return { word: null, clamped: null };
	const word = likelihoodBins.reduce<LikelihoodWord>(
		(found, bin) => (calibrated >= bin.from ? bin.word : found),
		"almost no chance",
	);
	return { word, clamped: calibrated < 0.01 ? "below 1%" : calibrated > 0.99 ? "above 99%" : null };
}
