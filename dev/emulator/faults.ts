/** What goes wrong with a request. */
export type FaultKind =
	/** Answers with {@link Fault.status} and {@link Fault.body}, without handling it. */
	| 'status'
	/** Resets the connection before the request is handled. */
	| 'reset'
	/** Handles the request, then resets the connection instead of answering. */
	| 'resetAfter'
	/** Never answers; the connection stays open. */
	| 'timeout'
	/** Answers 200 with nothing in it, without handling the request. */
	| 'emptyBody'
	/** Answers with a gateway's web page (502, or {@link Fault.status}), without handling it. */
	| 'html';

/** A fault to inject into coming requests. */
export interface Fault {
	kind: FaultKind;
	/** Regular expression over `METHOD /path`; default: every request. */
	match?: RegExp | string;
	/** How many requests it hits; default 1. */
	times?: number;
	/** HTTP status; default 500 for `status`, 502 for `html`. */
	status?: number;
	/** JSON body for `status`; default: Intercom's `server_error`. */
	body?: object;
	/** Extra response headers for `status`. */
	headers?: Record<string, string>;
}

/** The faults still to come. */
export class Faults {
	private readonly pending: Array<{ fault: Fault; match: RegExp; left: number }> = [];

	/** Adds a fault behind those already waiting. */
	add(fault: Fault): void {
		this.pending.push({ fault, match: new RegExp(fault.match ?? ''), left: fault.times ?? 1 });
	}

	/** Takes the first waiting fault that matches a request. */
	take(method: string, path: string): Fault | undefined {
		const entry = this.pending.find(({ match }) => match.test(`${method} ${path}`));
		if (!entry) return undefined;
		entry.left -= 1;
		if (entry.left <= 0) this.pending.splice(this.pending.indexOf(entry), 1);
		return entry.fault;
	}

	/** Forgets all faults. */
	clear(): void {
		this.pending.length = 0;
	}
}
