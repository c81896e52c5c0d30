import type { Emulator } from '../../dev/emulator';
import type { PollState } from '../../nodes/Intercom/triggers/polling/state';
import type { StoredCredential } from '../support/credentials-helper';
import { HostedTrigger } from '../support/trigger';
import { FailedPoll, type Host, type Run } from './host';
import type { Play, Scenario } from './scenario';
import { World } from './world';

interface StoredTrigger {
	'node:Trigger'?: { state?: PollState };
}

/** The compiled node in n8n-core's context, polling the emulator over HTTP. */
class NodeHost implements Host {
	private database = '';

	constructor(
		private readonly trigger: HostedTrigger,
		private readonly beforePoll: () => void,
	) {}

	async activate(): Promise<void> {
		await this.trigger.poll();
		this.database = JSON.stringify(this.trigger.stored);
	}

	get remembered(): number {
		return Object.keys(this.state?.seen ?? {}).length;
	}

	get isBehind(): boolean {
		return this.state?.resume !== undefined;
	}

	private get state() {
		return (this.trigger.stored as StoredTrigger)['node:Trigger']?.state;
	}

	async poll(run: Run, dies: boolean): Promise<boolean> {
		this.beforePoll();
		const items = await this.trigger.poll().catch((error: Error) => {
			if (error.message === 'Intercom refused this action') throw new FailedPoll();
			throw error;
		});
		if (items === null) return false;
		run(items.map((record) => ({ id: String(record.id), at: Number(record.updated_at), record })));
		if (dies) this.restart();
		else this.database = JSON.stringify(this.trigger.stored);
		return false;
	}

	restart(): void {
		this.trigger.stored = JSON.parse(this.database);
	}

	corrupt(damage: (state: PollState | undefined) => unknown): void {
		const stored = this.trigger.stored as StoredTrigger;
		const remembered = { ...stored['node:Trigger'], state: damage(this.state) };
		this.trigger.stored = JSON.parse(JSON.stringify({ ...stored, 'node:Trigger': remembered }));
		this.database = JSON.stringify(this.trigger.stored);
	}
}

/** The whole way: node, client, HTTP, emulator. Slower, so for shorter plays. */
export async function openOverHttp(
	scenario: Scenario,
	emulator: Emulator,
	credentials: StoredCredential,
): Promise<(interrupt: () => void) => Play> {
	const { settings, state } = emulator;
	settings.timezone = scenario.timezone;
	const { most, overlap } = scenario.limits;
	const trigger = new HostedTrigger({
		className: 'IntercomPollingTrigger',
		parameters: {
			resource: 'contact',
			event: scenario.event,
			role: 'lead',
			options: { most, lookBack: overlap / 60 },
		},
		credentials,
		workflowId: `simulation-${scenario.seed}`,
	});
	return (interrupt) => {
		const world = new World({
			state,
			now: () => Date.now() + settings.clockSkewMilliseconds,
			pass: (milliseconds) => {
				settings.clockSkewMilliseconds += Math.round(milliseconds);
			},
		});
		const beforeRequest = () => {
			try {
				interrupt();
			} catch (error) {
				if (!(error instanceof FailedPoll)) throw error;
				emulator.failNext({ kind: 'status', status: 403, match: '/contacts/search' });
			}
			world.reveal();
		};
		// The end of one exchange stands for the beginning of the next.
		emulator.onExchange(beforeRequest);
		return { world, host: new NodeHost(trigger, beforeRequest) };
	};
}
