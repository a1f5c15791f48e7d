/** `border-incidents/truth`: methods that weigh sources and answers against each other. */

export { type AccuOptions, accu } from "../reliability/truth/accu.js";
export { type AnswerRow, type Answers, codeAnswers } from "../reliability/truth/answers.js";
export { averageLog } from "../reliability/truth/average-log.js";
export { catd } from "../reliability/truth/catd.js";
export { crh } from "../reliability/truth/crh.js";
export { type DawidSkeneOptions, dawidSkene } from "../reliability/truth/dawid-skene.js";
export {
	type AnswerOptions,
	answersByOriginalSource,
	type DossierAnswers,
	resolvedAnswers,
	rightAnswers,
} from "../reliability/truth/dossier-answers.js";
export { gtm } from "../reliability/truth/gtm.js";
export { investment } from "../reliability/truth/investment.js";
export { median } from "../reliability/truth/median.js";
export { type MethodAnswer, runMethods } from "../reliability/truth/method-answers.js";
export { compareMethods, type MethodComparison } from "../reliability/truth/method-comparison.js";
export { type TruthMethod, truthMethods } from "../reliability/truth/methods.js";
export { type OneCoinOptions, oneCoin } from "../reliability/truth/one-coin.js";
export { pooledInvestment } from "../reliability/truth/pooled-investment.js";
export { believed, leading, type TruthResult } from "../reliability/truth/result.js";
export { sums } from "../reliability/truth/sums.js";
export { truthFinder } from "../reliability/truth/truth-finder.js";
export { vote } from "../reliability/truth/vote.js";
