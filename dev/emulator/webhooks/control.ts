import type { FastifyInstance } from 'fastify';
import { bodyOf, integer, oneOfTexts, openObject, text } from '../body-schema';
import { PAYLOADS } from './items';
import { sendLoad, type LoadRequest } from './load';
import { SEND_KINDS, type SendRequest, type WebhookSender } from './sender';

const common = {
	url: text,
	kind: oneOfTexts(...SEND_KINDS),
	payload: oneOfTexts(...PAYLOADS),
	topic: text,
	item: openObject,
	secret: text,
};

const sendBody = bodyOf({ ...common, id: text, attempt: integer }, ['url']);

const count = { type: 'integer', minimum: 1 } as const;

const loadBody = bodyOf({ ...common, count, perSecond: count }, ['url', 'count', 'perSecond']);

/** Sending webhooks from another process: one with `/send`, many with `/load`. */
export function addWebhookControlRoutes(
	server: FastifyInstance,
	prefix: string,
	sender: WebhookSender,
): void {
	server.post<{ Body: SendRequest }>(
		`${prefix}/webhooks/send`,
		{ schema: { body: sendBody } },
		async ({ body }) => await sender.send(body),
	);
	server.post<{ Body: LoadRequest }>(
		`${prefix}/webhooks/load`,
		{ schema: { body: loadBody } },
		async ({ body }) => await sendLoad(sender, body),
	);
}
