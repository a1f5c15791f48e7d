/** `border-incidents/statistics`: what knows nothing of incidents. */

export { type PooledShare, poolShares } from "../statistics/beta-binomial.js";
export { type CalibrationBin, calibrationBins } from "../statistics/calibration.js";
export { type ChangePoint, changePoint } from "../statistics/change-point.js";
export { type BootstrapOptions, clusterBootstrap } from "../statistics/cluster-bootstrap.js";
export { type Dispersion, dispersion } from "../statistics/dispersion.js";
export { type GroupBias, groupBias, type RangedAnswer } from "../statistics/group-bias.js";
export { kaplanMeier, type Lifetime, medianSurvival, type SurvivalStep } from "../statistics/kaplan-meier.js";
export { cohenKappa, type Kappa } from "../statistics/kappa.js";
export { kernelDensity } from "../statistics/kernel-density.js";
export { type Alpha, krippendorffAlpha, type Ratings } from "../statistics/krippendorff.js";
export { type LogRank, logRank } from "../statistics/log-rank.js";
export { type CountFit, fitCounts } from "../statistics/negative-binomial.js";
export { garwood, type Interval, midP } from "../statistics/poisson.js";
export { seeded } from "../statistics/random.js";
export { compareRates, overdispersedRatio, type RateRatio } from "../statistics/rate-comparison.js";
export {
	brierScore,
	brierSkill,
	type Forecast,
	logScore,
	type MurphyParts,
	murphyParts,
} from "../statistics/scores.js";
export { wilson } from "../statistics/share-interval.js";
export { probabilityHighest } from "../statistics/share-ranks.js";
