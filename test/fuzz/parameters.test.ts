import { inspect } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { Contract } from '../contract/contract';
import { howToGetDescription, loadDescription } from '../contract/description';
import { Random } from '../simulation/random';
import { Answers } from './answers';
import { hostileValue } from './hostile-values';
import { runPretended, type Outcome } from './pretended-n8n';
import { allSlots, ordinaryParameters, type Slot } from './slots';
import { faultsOfError, faultsOfRequest, textOf } from './verdict';

const count = Number(process.env.FUZZ_CASES ?? 1_700);
const seed = Number(process.env.FUZZ_SEED ?? 20_260_131);

const description = loadDescription();

/** A custom action may send anything, also what the description does not know. */
function judges({ resource }: Slot): boolean {
	return resource !== 'customAction';
}

function namesOf({ chain, operation }: Slot): string[] {
	return [...chain, ...operation.parameters].map(({ displayName }) => displayName);
}

function shortly(value: unknown): string {
	const text = inspect(value, { depth: 3, breakLength: Infinity });
	return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

if (description === undefined) {
	it.skip(howToGetDescription, () => {});
} else {
	const contract = new Contract(description);
	const answers = new Answers(description, contract);
	const slots = allSlots();

	const run = async (slot: Slot, parameters: Record<string, unknown>): Promise<Outcome> =>
		await runPretended(
			{ resource: slot.resource, operation: slot.operation.value, ...parameters },
			answers,
		);

	const faultsOf = (slot: Slot, hostile: unknown, { requests, thrown }: Outcome): string[] => [
		...requests.flatMap((request) =>
			faultsOfRequest(request, hostile, judges(slot) ? contract : undefined),
		),
		...(thrown === undefined
			? []
			: faultsOfError(thrown, namesOf(slot), hostile, requests.length > 0)),
	];

	describe('Whatever a parameter holds', () => {
		const operations = new Map(
			slots.map((slot) => [`${slot.resource} ${slot.operation.value}`, slot] as const),
		);

		it('ordinary values make requests of every operation', async () => {
			const silent: string[] = [];
			for (const [title, slot] of operations) {
				const plain = ordinaryParameters(slot.resource, slot.operation);
				const { requests, thrown } = await run(slot, plain);
				if (thrown !== undefined || requests.length === 0)
					silent.push(`${title}: ${textOf(thrown)}`);
			}
			expect(silent).toEqual([]);
		});

		it(
			`${count} hostile values give a clear error or a request that Intercom's description accepts`,
			async () => {
				const random = new Random(seed);
				const figures = { cases: 0, refused: 0, requests: 0, violations: 0 };
				const found = new Map<string, string>();
				for (let index = 0; index < count; index += 1) {
					// Every place is tried before any is tried again.
					const slot = index < slots.length ? slots[index] : random.pick(slots);
					const hostile = hostileValue(random);
					const outcome = await run(slot, slot.filledWith(hostile));
					figures.cases += 1;
					figures.requests += outcome.requests.length;
					if (outcome.thrown !== undefined) figures.refused += 1;
					const faults = faultsOf(slot, hostile, outcome);
					figures.violations += faults.length;
					for (const fault of faults)
						found.set(fault.slice(0, 70), `${slot.title} = ${shortly(hostile)}\n\t${fault}`);
				}
				console.info(`Fuzz of parameters: ${JSON.stringify(figures)} in ${slots.length} places`);
				expect([...found.values()].slice(0, 50).join('\n')).toBe('');
			},
			60_000 + 60 * count,
		);
	});
}
