/** Charts of the evidence behind the answers, for the `charts` namespace. */
export { type AgreementOptions, agreement } from "./agreement.js";
export { type CalibrationOptions, calibration } from "./calibration.js";
export { type CasualtyFiguresOptions, casualtyFigures } from "./casualty-figures.js";
export { type CorroborationOptions, corroboration } from "./corroboration.js";
export { type ReportingBiasOptions, reportingBias } from "./reporting-bias.js";
export { type RobustnessOptions, robustness } from "./robustness.js";
export { type TruthMethodsOptions, truthMethods } from "./truth-methods.js";
