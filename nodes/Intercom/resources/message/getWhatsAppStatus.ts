import type { Operation } from '../../engine/operation';

export const getWhatsAppStatus = {
	name: 'Get WhatsApp Status',
	value: 'getWhatsAppStatus',
	action: 'Get delivery status of message',
	description: 'Get the delivery status of one WhatsApp message',
	request: 'GET /messages/whatsapp/status',
	parameters: [
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			required: true,
			default: '',
			description: 'The ID of the message from the operation Send',
		},
	],
} satisfies Operation;
