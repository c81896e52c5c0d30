import { describe, expect, it } from '@jest/globals';
import type { INode, INodeParameters } from 'n8n-workflow';
import { usePlayground } from './support/playground';
import { chain, intercomNode, mapping, node, START } from './support/workflows';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
/** The conversation that the search found, for all nodes behind it. */
const found = byId("={{ $('Search').first().json.id }}");

describe('a conversation on its way through a help desk', () => {
	const playground = usePlayground();

	it('is found, read, answered with a file, tagged, assigned, snoozed, made a ticket and closed', async () => {
		const { client, credential, emulator } = playground();
		const { state } = emulator;
		const [contact] = state.contacts.values();
		const [team] = state.teams.values();
		const tag = [...state.tags.values()].at(0);
		const ticketType = [...state.ticketTypes.values()].find(({ name }) => name === 'Complaint');
		const { fields } = await client.mapperFields({
			nodeType: 'n8n-nodes-intercom.intercom',
			path: 'parameters.attributes',
			methodName: 'getTicketAttributes',
			parameters: {
				authentication: 'accessToken',
				resource: 'conversation',
				operation: 'convertToTicket',
				ticketTypeId: byId(String(ticketType?.id)),
			},
			credential,
		});
		const step = (name: string, operation: string, parameters: INodeParameters): INode =>
			intercomNode(name, credential, { resource: 'conversation', operation, ...parameters });
		const steps = [
			step('Create', 'create', {
				contactId: byId(contact.id),
				body: 'My lamp flickers. A refund, please!',
			}),
			step('Search', 'search', {
				filterBy: 'formula',
				formula: "state = 'open' AND source.body CONTAINS 'refund'",
			}),
			step('Transcript', 'getTranscript', { conversationId: found }),
			node(
				'File',
				'n8n-nodes-base.convertToFile',
				{
					operation: 'toText',
					sourceProperty: 'transcript',
					binaryPropertyName: 'form',
					options: { fileName: 'transcript.md' },
				},
				{ typeVersion: 1.1 },
			),
			step('Reply', 'reply', {
				conversationId: found,
				body: 'Please check what we noted',
				additionalFields: { attachmentFields: 'form' },
			}),
			step('Tag', 'addTag', { conversationId: found, tagId: byId(String(tag?.id)) }),
			step('Assign', 'assign', {
				conversationId: found,
				assignTo: 'team',
				teamId: byId(String(team.id)),
			}),
			step('Snooze', 'snooze', {
				conversationId: found,
				snoozedUntil: '={{ $now.plus({ days: 1 }).toISO() }}',
			}),
			step('Ticket', 'convertToTicket', {
				conversationId: found,
				ticketTypeId: byId(String(ticketType?.id)),
				attributes: mapping(fields, {
					_default_title_: 'Lamp flickers',
					'Order number': 'Order 12',
					Quantity: '2',
				}),
			}),
			step('Close', 'close', { conversationId: found }),
		];
		const workflow = await client.createWorkflow(chain('Help desk', ...steps));

		const { status, error, runData } = await client.runWorkflow(workflow, START);

		expect(error).toBeUndefined();
		expect(status).toBe('success');
		const output = (name: string) => runData[name][0].data?.main[0]?.[0]?.json ?? {};
		const stored = state.conversations.get(String(output('Search').id));
		expect(output('Transcript').transcript).toContain('My lamp flickers. A refund, please!');
		expect(stored?.tags.map(({ id }) => id)).toEqual([tag?.id]);
		expect(stored?.team_assignee_id).toBe(Number(team.id));
		const files = stored?.parts.flatMap(({ attachments }) => attachments ?? []) ?? [];
		expect(files.map(({ name }) => name)).toEqual(['transcript.md']);
		expect(state.files.get(String(files[0].file_id))?.data.toString()).toBe(
			output('Transcript').transcript,
		);
		expect(state.tickets.get(String(output('Ticket').id))?.attributes).toMatchObject({
			_default_title_: 'Lamp flickers',
			'Order number': 'Order 12',
			Quantity: 2,
		});
		expect(stored?.parts.map(({ part_type: type }) => type)).toEqual(
			expect.arrayContaining(['comment', 'assignment', 'snoozed', 'close']),
		);
		expect(stored?.state).toBe('closed');
	});
});
