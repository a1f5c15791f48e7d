/** Weights of sources from the loss of each and the number of its claims. */
export type Weigh = (loss: Float64Array, claims: Int32Array) => Float64Array;

/** Added to every source's loss, so that one without error has no infinite weight. */
export const leastLoss = 1e-6;
