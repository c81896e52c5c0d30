/**
 * An error whose text is written for the user. Whoever shows it adds what only they know, such as
 * the node and the item.
 */
export class ExplainedError extends Error {
	/** What the user can do about it, one or two sentences. */
	readonly hint?: string;

	/**
	 * @param message what happened
	 * @param hint what to do about it
	 */
	constructor(message: string, hint?: string) {
		super(message);
		this.name = 'ExplainedError';
		this.hint = hint;
	}
}
