import { ExplainedError } from '../client/explained-error';

/**
 * Bad input, found before any request is sent. The engine adds the item's index and makes the
 * NodeOperationError that n8n shows. Its message names the parameter in single quotes.
 */
export class InputError extends ExplainedError {
	/** @param hint what to do about it, one or two sentences */
	constructor(message: string, hint?: string) {
		super(message, hint);
		this.name = 'InputError';
	}
}
