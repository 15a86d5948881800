import { seemsContained } from './container-flags.ts';
import type { Findings } from './findings.ts';

/**
 * Returns the line that starts this program; `sudo` looks only where the system's own programs are.
 */
export function programLine({ circumstances }: Findings): string {
	const program = 'npx containers-under-the-hood';
	return circumstances.isNodeInPath ? program : `env "PATH=$PATH" ${program}`;
}

/**
 * Returns a sentence that ends in a line for root to type, in the form that works for whoever reads
 * it: ``Run the walkthrough as root: `sudo npx …` ``.
 * @param lead What comes of it, without a full stop: `Run the walkthrough as root`.
 */
export function asRoot(lead: string, commands: readonly string[], findings: Findings): string {
	const { privileges, userNamespaces } = findings.circumstances;
	const hasSudo = findings.tools.get('sudo') !== undefined;
	const plainly = commands.join(' && ');
	const line = hasSudo ? commands.map(withSudo).join(' && ') : `su -c '${plainly}'`;
	if (privileges.uid === 0) {
		return userNamespaces.isOfOneUser
			? `${lead}, after leaving this user namespace, in which you only seem to be root: \`${line}\`.`
			: `${lead}: \`${plainly}\`.`;
	}

	if (!hasSudo && seemsContained(findings.circumstances)) {
		return `${lead} (a container starts you so with the option --user 0): \`${plainly}\`.`;
	}

	return privileges.noNewPrivileges
		? `${lead}, in another terminal, because no_new_privs keeps sudo from working in this one: \`${line}\`.`
		: `${lead}: \`${line}\`.`;
}

/**
 * Returns a command for root. One with more than a program and its arguments takes a shell that is
 * root's, too.
 */
const withSudo = (command: string): string =>
	/[;&|>]/.test(command) ? `sudo sh -c '${command}'` : `sudo ${command}`;
