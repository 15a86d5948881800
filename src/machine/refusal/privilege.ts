import type { Missing } from '../../engine/words/provisions.ts';
import type { Circumstances } from '../../kernel/circumstances.ts';
import { asRoot, programLine } from '../root-advice.ts';
import { seemsContained, startForAll } from '../container-flags.ts';
import type { Findings } from '../findings.ts';

/**
 * Returns why no capability can be given up, and what would help.
 * @param mount Why there is no user namespace in which an ordinary user would have one.
 */
export function explainKeptPrivileges(mount: Missing | undefined, findings: Findings): Missing {
	const { circumstances } = findings;
	return circumstances.privileges.uid !== 0 && mount !== undefined
		? mount
		: {
				cause:
					'You are root here, but without CAP_SETPCAP, which it takes to give up the others for good, capabilities(7).',
				fix: seemsContained(circumstances)
					? startForAll(circumstances)
					: 'Start the program from a shell that has all capabilities, such as a fresh login of root.',
			};
}

/** Returns why the user id of somebody else cannot be taken, and what would help. */
export function explainNoOtherUser(mount: Missing | undefined, findings: Findings): Missing {
	return mount !== undefined
		? mount
		: {
				cause:
					'The sandbox is in a user namespace with one user, so that there is nobody else to become, user_namespaces(7).',
				fix:
					findings.circumstances.privileges.uid === 0
						? 'Start the program from a shell that has all capabilities, such as a fresh login of root.'
						: asRoot('Run the walkthrough as root', [programLine(findings)], findings),
			};
}

/**
 * Returns why a process that may gain no privileges cannot show what it is like to gain them;
 * undefined where it may.
 */
export function explainNoNewPrivileges(circumstances: Circumstances): Missing | undefined {
	return circumstances.privileges.noNewPrivileges
		? {
				cause:
					'no_new_privs is set already for this program and all it starts, PR_SET_NO_NEW_PRIVS(2const).',
				fix: seemsContained(circumstances)
					? 'Start the container without the option --security-opt no-new-privileges.'
					: 'Start the program in another terminal, one of a fresh login.',
			}
		: undefined;
}

/**
 * Returns why system calls cannot be made by their numbers, which differ between architectures;
 * undefined where the numbers are known.
 */
export function explainArchitecture({ architecture }: Circumstances): Missing | undefined {
	return ['x86_64', 'aarch64'].includes(architecture)
		? undefined
		: {
				cause: `This is a machine of the kind ${architecture}, and the lessons know the numbers of the system calls of x86_64 and aarch64.`,
				fix: 'Read these steps in the recording, which is of a machine of another kind.',
			};
}
