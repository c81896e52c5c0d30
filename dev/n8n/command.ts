import { spawn } from 'node:child_process';

/** What a command needs besides its name and arguments. */
export interface CommandOptions {
	/** Folder it runs in. */
	folder: string;
	/** The whole environment; nothing is inherited. */
	environment: NodeJS.ProcessEnv;
}

/** A command that ended with an exit code other than 0, with all that it printed. */
export class CommandError extends Error {
	constructor(
		commandLine: string,
		reason: string,
		readonly output: string,
	) {
		super(`"${commandLine}" failed: ${reason}\n${output.trimEnd()}`);
		this.name = 'CommandError';
	}
}

/**
 * Runs a command to its end.
 * @returns what it printed to standard output
 * @throws CommandError when it can't be started or ends with an exit code other than 0
 */
export async function runCommand(
	command: string,
	parameters: string[],
	{ folder, environment }: CommandOptions,
): Promise<string> {
	const commandLine = [command, ...parameters].join(' ');
	return await new Promise((resolve, reject) => {
		const child = spawn(command, parameters, {
			cwd: folder,
			env: environment,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let standardOutput = '';
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			standardOutput += text;
			output += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			output += text;
		});
		child.once('error', (error) => reject(new CommandError(commandLine, error.message, output)));
		child.once('close', (code, signal) => {
			if (code === 0) resolve(standardOutput);
			else reject(new CommandError(commandLine, `exit code ${code ?? signal}`, output));
		});
	});
}
