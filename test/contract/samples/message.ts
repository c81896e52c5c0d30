import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the message operations. */
export const message: ResourceSamples = {
	getStatuses: async (workspace) => {
		workspace.whatsAppDelivery('77');
		return [{ parameters: { rulesetId: '77' } }];
	},
	getWhatsAppStatus: async (workspace) => [
		{ parameters: { messageId: workspace.whatsAppDelivery('77') } },
	],
	send: async (workspace) => {
		const [user, lead] = [await workspace.user(), await workspace.lead()];
		const recipient = (type: string, id: string) => ({ recipient: [{ type, id }] });
		return [
			{ parameters: { messageType: 'inapp', contactId: byId(user), body: 'Hello' } },
			{
				parameters: {
					messageType: 'email',
					contactId: byId(user),
					subject: 'Your order',
					body: '<p>It is on its way</p>',
					template: 'personal',
					adminId: byId(workspace.admin),
					additionalFields: {
						to: recipient('lead', lead),
						cc: recipient('lead', lead),
						bcc: recipient('lead', lead),
						createdAt: '2026-02-01T00:00:00Z',
						createConversationWithoutContactReply: true,
					},
				},
			},
			{
				parameters: {
					messageType: 'whatsapp',
					phone: '+353871234567',
					whatsAppTemplate: 'order_update',
					components: '[{"type":"BODY","parameters":[{"type":"text","text":"42"}]}]',
					additionalFields: { recipientName: 'First Customer' },
				},
			},
		];
	},
};
