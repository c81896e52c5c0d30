import type { Resource } from '../../engine/operation';
import { addOption } from './addOption';
import { archive } from './archive';
import { archiveOption } from './archiveOption';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';
import { updateOption } from './updateOption';

/** The fields that a workspace has made for its conversations. */
export const conversationAttribute: Resource = {
	name: 'Conversation Attribute',
	value: 'conversationAttribute',
	operations: [addOption, archive, archiveOption, create, get, getAll, update, updateOption],
};
