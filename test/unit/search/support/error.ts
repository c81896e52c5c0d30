import { InputError } from '../../../../nodes/Intercom/engine/input-error';

/** The InputError that some code throws, as the user reads it; fails when it throws none. */
export function inputErrorOf(code: () => unknown): { message: string; hint?: string } {
	try {
		code();
	} catch (error) {
		if (error instanceof InputError) return { message: error.message, hint: error.hint };
		throw error;
	}
	throw new Error('Expected an InputError, but nothing was thrown');
}
