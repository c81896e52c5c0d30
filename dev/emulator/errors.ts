/** One entry of Intercom's error list (2.16 `error` schema). */
export interface ErrorEntry {
	/** Machine-readable code, for example `not_found`. */
	code: string;
	/** Sentence for humans. */
	message: string;
	/** The parameter at fault, where there is one. */
	field?: string;
}

/**
 * An answer other than success, in Intercom's envelope
 * `{type: 'error.list', request_id, errors: [{code, message, field?}]}` (intercom-api.md §7).
 * Handlers throw it; the server turns it into the response.
 */
export class IntercomError extends Error {
	readonly entry: ErrorEntry;

	/**
	 * @param status HTTP status
	 * @param code Intercom's code, or one that starts with `emulator_` for a mistake that only the
	 *   emulator refuses
	 */
	constructor(
		readonly status: number,
		code: string,
		message: string,
		options: {
			/** The parameter at fault. */ field?: string;
			/** Response headers. */ headers?: Record<string, string>;
		} = {},
	) {
		super(message);
		this.headers = options.headers ?? {};
		this.entry = { code, message, ...(options.field ? { field: options.field } : {}) };
	}

	/** Response headers that belong to the error. */
	readonly headers: Record<string, string>;

	/** The response body. */
	body(requestId: string): object {
		return { type: 'error.list', request_id: requestId, errors: [this.entry] };
	}
}

/**
 * The odd one out: `/messages/status` and `/messages/whatsapp/status` answer with a single error
 * instead of a list (2.16 lines 16790-16990).
 */
export class SingleError extends IntercomError {
	override body(requestId: string): object {
		return { type: 'error', request_id: requestId, message: this.message };
	}
}

/** 400 for a value that Intercom does not take (intercom-api.md §7). */
export function parameterInvalid(message: string, field?: string): IntercomError {
	return new IntercomError(400, 'parameter_invalid', message, { field });
}

/** 400 for a missing value (2.16, attach a company: "company not specified"). */
export function parameterNotFound(message: string, field?: string): IntercomError {
	return new IntercomError(400, 'parameter_not_found', message, { field });
}

/** 404 for a contact: Intercom says "User" for leads, too (intercom-api.md §7). */
export function contactNotFound(): IntercomError {
	return new IntercomError(404, 'not_found', 'User Not Found');
}

/** 404 for a company. */
export function companyNotFound(): IntercomError {
	return new IntercomError(404, 'company_not_found', 'Company Not Found');
}

/** 404 for the records that have no code of their own. */
export function resourceNotFound(): IntercomError {
	return new IntercomError(404, 'not_found', 'Resource Not Found');
}
