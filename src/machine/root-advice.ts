import { seemsContained } from './container-flags.ts';
import type { Situation } from './situation.ts';

/** What starts us; `sudo` looks only where the system's own programs are. */
export function programLine({ circumstances }: Situation): string {
	const program = 'npx containers-under-the-hood';
	return circumstances.isNodeInPath ? program : `env "PATH=$PATH" ${program}`;
}

/**
 * A sentence that ends in a line for root to type, in the form that works for whoever reads it.
 * @param lead what comes of it, without a full stop: `Run the walkthrough as root`
 */
export function asRoot(lead: string, commands: readonly string[], situation: Situation): string {
	const { privileges, userNamespaces } = situation.circumstances;
	const hasSudo = situation.tools.get('sudo') !== undefined;
	const plainly = commands.join(' && ');
	const line = hasSudo ? commands.map(withSudo).join(' && ') : `su -c '${plainly}'`;
	if (privileges.uid === 0) {
		return userNamespaces.isOfOneUser
			? `${lead}, after leaving this user namespace, in which you only seem to be root: \`${line}\`.`
			: `${lead}: \`${plainly}\`.`;
	}

	if (!hasSudo && seemsContained(situation.circumstances)) {
		return `${lead} (a container starts you so with the option --user 0): \`${plainly}\`.`;
	}

	return privileges.noNewPrivileges
		? `${lead}, in another terminal, because no_new_privs keeps sudo from working in this one: \`${line}\`.`
		: `${lead}: \`${line}\`.`;
}

/** What is more than a program and its arguments takes a shell that is root's, too. */
const withSudo = (command: string): string =>
	/[;&|>]/.test(command) ? `sudo sh -c '${command}'` : `sudo ${command}`;
