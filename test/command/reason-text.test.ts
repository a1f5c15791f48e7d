import { expect, test } from "vitest";
import { lastWords, withoutPaths } from "../../src/command/reason-text.js";

// What Node, V8 and Rust write before a process ends, with the paths of an invented machine.
test.each([
	[
		"file:///home/reader/kit/dist/draw/svg.js:12\n\t\tthrow new TypeError('x is not a function');\n\t\t^\n\nTypeError: x is not a function\n    at draw (file:///home/reader/kit/dist/draw/svg.js:12:9)\n\nNode.js v22.1.0",
		"TypeError: x is not a function",
	],
	[
		"\n<--- Last few GCs --->\n\n[12:0x5]  9000 ms: Mark-Compact 4000 (4100) -> 3999\n\n<--- JS stacktrace --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n----- Native stack trace -----\n\n 1: 0xb8 node::Abort() [/usr/local/bin/node]",
		"FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
	],
	[
		"thread '<unnamed>' panicked at /root/.cargo/registry/src/tiny-skia/src/path.rs:83:17: index out of bounds\nstack backtrace:",
		"thread '<unnamed>' panicked at path.rs:83:17: index out of bounds",
	],
	[
		"Error: Cannot find module 'C:\\Users\\reader\\kit\\node_modules\\jsdom'\n    at x",
		"Error: Cannot find module 'jsdom'",
	],
	["    at draw (/a/b/c.js:1:1)\n 1: 0xb8 node::Abort()", ""],
	["", ""],
])("the reason of %j is one line without trace and paths", (said, reason) => {
	expect(lastWords(said)).toBe(reason);
});

test("what is no path stays as it is", () => {
	for (const text of ["rate and/or count", "3 km/h", "https is 1/2", "a, b"]) expect(withoutPaths(text)).toBe(text);
});
