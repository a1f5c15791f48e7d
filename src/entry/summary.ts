/** The answer to each of the three questions in at most three sentences, and its numbers. */
export { locationSummary as location } from "../location/summary.js";
