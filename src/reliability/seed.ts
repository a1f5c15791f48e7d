import { type Random, seeded } from "../statistics/random.js";

/** Random numbers of every permutation and bootstrap that a chart shows: the same data give the same bytes. */
export const chartRandom = (): Random => seeded(1);
