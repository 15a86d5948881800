import type { Missing } from '../engine/words/provisions.ts';
import { asRoot, programLine } from './root-advice.ts';
import type { Findings } from './findings.ts';

/**
 * Returns why systemd made no scope for an ordinary user, and what would help; systemd-run(1).
 * @param words What systemd-run printed.
 */
export function explainNoScope(words: string, findings: Findings): Missing {
	const [said = ''] = words.split('\n');
	const { uid } = findings.circumstances.privileges;
	if (/ENOENT/.test(words)) {
		return {
			cause: 'systemd-run, which asks systemd for cgroups of your own, is not installed.',
			fix: asRoot('Run the walkthrough as root', [programLine(findings)], findings),
		};
	}

	if (/connect to (the )?(user scope )?bus/i.test(words)) {
		return findings.circumstances.hasSession
			? {
					cause: `Your systemd, which delegates cgroups to you, does not answer (${said}).`,
					fix: 'Log out and in again; see what it says: `systemctl --user status`.',
				}
			: {
					cause: `No systemd runs for you, which could delegate cgroups: you have no session, as after su, sudo -u or in cron (${said}).`,
					fix: `Log in as this user, by ssh or on a console. ${asRoot('Or start it without a login', [`loginctl enable-linger ${uid}`], findings)}`,
				};
	}

	return {
		cause: `systemd does not delegate a cgroup to you (${said}).`,
		fix: asRoot('Run the walkthrough as root', [programLine(findings)], findings),
	};
}
