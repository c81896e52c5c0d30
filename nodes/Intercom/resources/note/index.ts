import type { Resource } from '../../engine/operation';
import { get } from './get';

/** Notes by ID; they are written and listed with the contact or company they are about. */
export const note: Resource = { name: 'Note', value: 'note', operations: [get] };
