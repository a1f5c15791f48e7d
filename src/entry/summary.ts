/** The answer to each of the three questions in at most three sentences, and its numbers. */
export { frequencySummary as frequency } from "../frequency/summary.js";
export { locationSummary as location } from "../location/summary.js";
export { reliabilitySummary as reliability } from "../reliability/summary.js";
