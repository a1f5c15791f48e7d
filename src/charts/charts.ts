/** Every chart by its name: each takes a dossier, and options where it has any. */
export * from "./frequency/charts.js";
export * from "./location/charts.js";
export * from "./reliability/charts.js";
