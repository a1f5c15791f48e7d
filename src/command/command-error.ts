/** What a person asked for cannot be done: the message says so in a sentence, without a stack. */
export class CommandError extends Error {
	override readonly name = "CommandError";
	constructor(
		message: string,
		readonly exitCode: 1 | 2 | 130 = 2,
	) {
		super(message);
	}
}
