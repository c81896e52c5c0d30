import type { Resource } from '../engine/operation';
import { contact } from './contact';
import { customAction } from './customAction';
import { message } from './message';

/** Everything the node can do, one line a resource, alphabetical. */
export const resources: Resource[] = [contact, customAction, message];
