import { parseArgs } from 'node:util';
import { CONTROL_PREFIX } from './control';
import { SEND_KINDS, type Delivery } from './webhooks/sender';

const { values } = parseArgs({
	options: {
		/** The address that `npm run emulator` or `npm run editor` printed. */
		emulator: { type: 'string' },
		/** The trigger's test or production URL. */
		url: { type: 'string' },
		/** What happened, e.g. `ticket.created`. */
		topic: { type: 'string' },
		/** `signed` unless given; the others show what a trigger refuses. */
		kind: { type: 'string' },
		/** Id of the notification; the same one twice is a replay. */
		id: { type: 'string' },
	},
});

const usage = `npm run emulator:send -- --emulator <emulator's address> --url <trigger's URL> [--topic TOPIC] [--id ID]
  [--kind ${SEND_KINDS.join('|')}]`;

/** Has a running emulator send one webhook, and prints the answer. */
async function main(): Promise<void> {
	const { emulator, ...request } = values;
	if (emulator === undefined || request.url === undefined) throw new Error(usage);
	const response = await fetch(new URL(`${CONTROL_PREFIX}webhooks/send`, emulator), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(request),
	});
	const answer = await response.text();
	if (!response.ok) throw new Error(`${answer}\n${usage}`);
	const { id, status, answer: said, milliseconds } = JSON.parse(answer) as Delivery;
	console.log(`${id}: ${status ?? 'no answer'} after ${Math.round(milliseconds)} ms ${said}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
