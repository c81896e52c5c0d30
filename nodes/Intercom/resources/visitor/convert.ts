import type { Operation, Parameter } from '../../engine/operation';
import { contactSummary, email, externalId } from '../contact/fields';
import { contactLocator } from '../locators';
import { shownFor, userId, visitorId } from './fields';

const visitorEmail: Parameter = {
	...email,
	displayName: 'Visitor Email',
	name: 'visitorEmail',
	required: true,
	description: 'The email address of the visitor',
};

function named(name: string, parameter: Parameter): Parameter {
	return { ...parameter, required: true, wire: { name } };
}

export const convert = {
	name: 'Convert',
	value: 'convert',
	action: 'Convert visitor',
	description:
		'Turn a visitor into a user or a lead. If that contact exists, the visitor is merged into it. The visitor is gone afterwards.',
	request: 'POST /visitors/convert',
	parameters: [
		{
			displayName: 'Find Visitor By',
			name: 'visitorBy',
			type: 'options',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'ID', value: 'id' },
				{ name: 'User ID', value: 'userId' },
			],
			default: 'userId',
			description: 'How you name the visitor',
			wire: { to: 'none' },
		},
		shownFor('visitorBy', 'userId', named('visitor.user_id', userId)),
		shownFor('visitorBy', 'id', named('visitor.id', visitorId)),
		shownFor('visitorBy', 'email', named('visitor.email', visitorEmail)),
		{
			displayName: 'Convert Into',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Lead', value: 'lead' },
				{ name: 'User', value: 'user' },
			],
			default: 'user',
			description: 'What the visitor becomes',
		},
		{
			displayName: 'Find Contact By',
			name: 'contactBy',
			type: 'options',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'External ID', value: 'externalId' },
				{ name: 'ID', value: 'id', description: 'A contact that exists already' },
			],
			default: 'email',
			description: 'What the contact is known by, or found by if it exists',
			wire: { to: 'none' },
		},
		shownFor('contactBy', 'email', named('user.email', email)),
		shownFor('contactBy', 'externalId', named('user.user_id', externalId)),
		shownFor('contactBy', 'id', named('user.id', contactLocator)),
	],
	simplify: contactSummary,
	record: (_values, body) => `/visitors ${JSON.stringify(body.user)}`,
} satisfies Operation;
