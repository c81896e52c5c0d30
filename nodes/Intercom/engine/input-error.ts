/**
 * Bad input, found before any request is sent. The engine adds the item's index and makes the
 * NodeOperationError that n8n shows.
 */
export class InputError extends Error {
	/** What the user can do about it, one or two sentences. */
	readonly hint?: string;

	/**
	 * @param message what is wrong, naming the parameter in single quotes
	 * @param hint what to do about it
	 */
	constructor(message: string, hint?: string) {
		super(message);
		this.name = 'InputError';
		this.hint = hint;
	}
}
