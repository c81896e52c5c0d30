import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * The choices of an attribute that is true or false. Forms offer them in a drop-down and not as a
 * toggle, because n8n stores `false` for a toggle that nobody touched (resource mapper of n8n 1.123
 * and 2.40): what is left alone could not be told from what is switched off.
 */
export const trueOrFalse: INodePropertyOptions[] = [
	{ name: 'True', value: true },
	{ name: 'False', value: false },
];
