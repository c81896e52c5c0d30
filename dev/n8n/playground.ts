import { randomBytes } from 'node:crypto';
import { CLIENT_SECRET, type Emulator, startEmulator } from '../emulator';
import type { InstalledN8n } from './install';
import { type CredentialReference, N8nClient, type Owner } from './rest';
import { seedSampleContacts } from './sample-contacts';
import { type N8nServer, startN8n } from './server';

/** Type name of the credential that playgrounds use. */
export const CREDENTIAL_TYPE = 'intercomAccessTokenApi';

/** A real n8n with the package, next to an emulated Intercom, and a credential that connects them. */
export interface Playground {
	n8n: N8nServer;
	/** Logged in as the owner. */
	client: N8nClient;
	owner: Owner;
	emulator: Emulator;
	credential: CredentialReference;
	stop(): Promise<void>;
}

/** Variables for an n8n, or what makes them of the emulator that it gets. */
export type Environment = Record<string, string> | ((emulator: Emulator) => Record<string, string>);

/**
 * Starts a playground with an empty n8n and the sample contacts in Intercom.
 * @param n8n the n8n to start
 * @param tarball the packed package
 * @param environment further variables for n8n, also as a function of the emulator
 */
export async function startPlayground(
	n8n: InstalledN8n,
	tarball: string,
	environment: Environment = {},
): Promise<Playground> {
	const emulator = await startEmulator();
	let server: N8nServer | undefined;
	const stop = async () => {
		await server?.stop();
		await emulator.close();
	};
	try {
		seedSampleContacts(emulator);
		server = await startN8n({
			n8n,
			tarball,
			environment: typeof environment === 'function' ? environment(emulator) : environment,
		});
		const client = new N8nClient(server.url, server.major);
		const owner = {
			email: 'owner@example.com',
			firstName: 'Workflow',
			lastName: 'Builder',
			// n8n asks for 8 characters with a digit and a capital letter.
			password: `Pass1-${randomBytes(6).toString('hex')}`,
		};
		await client.setUpOwner(owner);
		const credential = await client.createCredential('Intercom (emulated)', CREDENTIAL_TYPE, {
			accessToken: emulator.token,
			region: 'us',
			baseUrl: emulator.url,
			clientSecret: CLIENT_SECRET,
		});
		return { n8n: server, client, owner, emulator, credential, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
