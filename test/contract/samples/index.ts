import { admin } from './admin';
import { article } from './article';
import { audience } from './audience';
import { brand } from './brand';
import { collection } from './collection';
import { company } from './company';
import { contact } from './contact';
import { content } from './content';
import { contentSnippet } from './contentSnippet';
import { contentSource } from './contentSource';
import { conversation } from './conversation';
import { conversationAttribute } from './conversationAttribute';
import { customAction } from './customAction';
import { dataAttribute } from './dataAttribute';
import { email } from './email';
import { event } from './event';
import { externalPage } from './externalPage';
import { helpCenter } from './helpCenter';
import { internalArticle } from './internalArticle';
import { job } from './job';
import { macro } from './macro';
import { message } from './message';
import { note } from './note';
import { segment } from './segment';
import { subscriptionType } from './subscriptionType';
import { tag } from './tag';
import { team } from './team';
import { ticket } from './ticket';
import { ticketState } from './ticketState';
import { ticketType } from './ticketType';
import { ticketTypeAttribute } from './ticketTypeAttribute';
import { visitor } from './visitor';
import type { ResourceSamples } from './workspace';

/** The samples of every resource, by its value. */
export const samples: Record<string, ResourceSamples> = {
	admin,
	article,
	audience,
	brand,
	collection,
	company,
	contact,
	content,
	contentSnippet,
	contentSource,
	conversation,
	conversationAttribute,
	customAction,
	dataAttribute,
	email,
	event,
	externalPage,
	helpCenter,
	internalArticle,
	job,
	macro,
	message,
	note,
	segment,
	subscriptionType,
	tag,
	team,
	ticket,
	ticketState,
	ticketType,
	ticketTypeAttribute,
	visitor,
};
