/** A request the emulator received. Times in milliseconds of the real clock. */
export interface RecordedRequest {
	method: string;
	/** Path as sent, percent-encoding included, without the query. */
	path: string;
	query: object;
	/** Headers by lower-case name; the token is redacted. */
	headers: Record<string, unknown>;
	/** Parsed JSON body; undefined when none was sent. */
	body?: unknown;
	/** Operation that took it, such as `GET /contacts/{contact_id}`; undefined when none did. */
	operation?: string;
	/** HTTP status answered; null while open, or when a fault kept the answer back. */
	status: number | null;
	startedAt: number;
	endedAt: number | null;
}

/** A request with its answer. */
export interface Exchange {
	request: RecordedRequest;
	response: {
		status: number;
		headers: Record<string, unknown>;
		/** Parsed JSON; the raw text when it is not JSON; undefined when empty. */
		body?: unknown;
	};
}

/** Called with each exchange, before the answer's first byte leaves. */
export type ExchangeListener = (exchange: Exchange) => void;

/** Keeps every request and tells listeners about every exchange. */
export class Recorder {
	/** All requests since the start or the last clearing, in the order they came. */
	readonly requests: RecordedRequest[] = [];
	private readonly listeners = new Set<ExchangeListener>();

	/** Notes a request that has just come in. */
	open(request: Pick<RecordedRequest, 'method' | 'path' | 'query' | 'headers'>): RecordedRequest {
		const { authorization, ...headers } = request.headers;
		const record: RecordedRequest = {
			...request,
			headers: authorization === undefined ? headers : { ...headers, authorization: '[redacted]' },
			status: null,
			startedAt: Date.now(),
			endedAt: null,
		};
		this.requests.push(record);
		return record;
	}

	/** Notes the answer of a request. */
	close(
		request: RecordedRequest,
		status: number,
		headers: Record<string, unknown>,
		payload: unknown,
	): void {
		request.status = status;
		request.endedAt = Date.now();
		if (this.listeners.size === 0) return;
		const response = { status, headers: { ...headers }, body: parse(payload) };
		for (const listener of this.listeners) listener({ request, response });
	}

	/** Adds a listener; the function returned removes it. */
	onExchange(listener: ExchangeListener): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}
}

function parse(payload: unknown): unknown {
	if (typeof payload !== 'string' || payload === '') return undefined;
	try {
		return JSON.parse(payload);
	} catch {
		return payload;
	}
}
