import { admin } from './admin';
import { article } from './article';
import { collection } from './collection';
import { contact } from './contact';
import { content } from './content';
import { contentSnippet } from './contentSnippet';
import { customAction } from './customAction';
import { dataAttribute } from './dataAttribute';
import { event } from './event';
import { helpCenter } from './helpCenter';
import { internalArticle } from './internalArticle';
import { message } from './message';
import { note } from './note';
import { segment } from './segment';
import { subscriptionType } from './subscriptionType';
import { tag } from './tag';
import { team } from './team';
import { visitor } from './visitor';
import type { ResourceSamples } from './workspace';

/** The samples of every resource, by its value. */
export const samples: Record<string, ResourceSamples> = {
	admin,
	article,
	collection,
	contact,
	content,
	contentSnippet,
	customAction,
	dataAttribute,
	event,
	helpCenter,
	internalArticle,
	message,
	note,
	segment,
	subscriptionType,
	tag,
	team,
	visitor,
};
