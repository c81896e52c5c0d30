import { contact } from './contact';
import { customAction } from './customAction';
import { message } from './message';
import type { ResourceSamples } from './workspace';

/** The samples of every resource, by its value. */
export const samples: Record<string, ResourceSamples> = { contact, customAction, message };
