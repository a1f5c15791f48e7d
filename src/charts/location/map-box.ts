/** West, south, east and north of a map, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];
