/** A line for each file of the one folder that the other does not have byte for byte. */
export declare function drifted(committed: string, drawn: string): string[];
