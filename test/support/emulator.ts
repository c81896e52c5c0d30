import { startEmulator } from '../../dev/emulator';
import type { Emulator, EmulatorOptions, Exchange } from '../../dev/emulator';
import { Contract, formatViolation } from '../contract/contract';
import type { Violation } from '../contract/contract';
import { howToGetDescription, loadDescription } from '../contract/description';
import type { StoredCredential } from './credentials-helper';

/** An emulator whose every exchange is held against Intercom's description. */
export interface CheckedEmulator extends Emulator {
	/** A credential of this package that reaches the emulator; fields may be overridden. */
	credentials(overrides?: Record<string, unknown>): StoredCredential;
	/** The description's names of operations that took a request without any violation and answered 2xx; may be cleared. */
	readonly accepted: Set<string>;
	/** Hands over the violations so far and forgets them, for tests that provoke some. */
	takeViolations(): Violation[];
	/**
	 * Asserts that all exchanges since the last call agreed with the description. Call it in `afterEach`.
	 *
	 * @throws Error listing what did not
	 */
	assertClean(): void;
}

/** Null once it is known that there is no description. */
let contract: Contract | null | undefined;

function loadContract(): Contract | null {
	if (contract !== undefined) return contract;
	const description = loadDescription();
	if (description === undefined) console.warn(howToGetDescription);
	contract = description === undefined ? null : new Contract(description);
	return contract;
}

/** Starts an emulator that checks every request and every answer; without a description it only emulates. */
export async function startCheckedEmulator(options?: EmulatorOptions): Promise<CheckedEmulator> {
	const checks = loadContract();
	const emulator = await startEmulator(options);
	const accepted = new Set<string>();
	let violations: Violation[] = [];

	const check = ({ request, response }: Exchange) => {
		if (checks === null) return;
		const found = [...checks.checkRequest(request), ...checks.checkResponse(request, response)];
		violations.push(...found);
		const operation = checks.operationOf(request);
		const succeeded = response.status >= 200 && response.status < 300;
		if (operation !== undefined && succeeded && found.length === 0) accepted.add(operation);
	};
	emulator.onExchange(check);

	const takeViolations = () => {
		const taken = violations;
		violations = [];
		return taken;
	};
	return {
		...emulator,
		accepted,
		takeViolations,
		credentials: (overrides = {}) => ({
			type: 'intercomAccessTokenApi',
			data: { accessToken: emulator.token, baseUrl: emulator.url, ...overrides },
		}),
		assertClean: () => {
			const lines = [...new Set(takeViolations().map(formatViolation))];
			if (lines.length > 0) {
				throw new Error(`Not as Intercom's description says:\n${lines.join('\n')}`);
			}
		},
	};
}
