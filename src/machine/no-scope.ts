import type { Missing } from '../../engine/capabilities.ts';
import { asRoot, programLine } from '../as-root.ts';
import type { Situation } from '../situation.ts';

/** Why systemd made no scope for an ordinary user; systemd-run(1). */
export function explainNoScope(words: string, situation: Situation): Missing {
	const [said = ''] = words.split('\n');
	const { uid } = situation.circumstances.privileges;
	if (/ENOENT/.test(words)) {
		return {
			cause: 'systemd-run, which asks systemd for cgroups of your own, is not installed.',
			fix: asRoot('Run the walkthrough as root', [programLine(situation)], situation),
		};
	}

	if (/connect to (the )?(user scope )?bus/i.test(words)) {
		return situation.circumstances.hasSession
			? {
					cause: `Your systemd, which delegates cgroups to you, does not answer (${said}).`,
					fix: 'Log out and in again; see what it says: `systemctl --user status`.',
				}
			: {
					cause: `No systemd runs for you, which could delegate cgroups: you have no session, as after su, sudo -u or in cron (${said}).`,
					fix: `Log in as this user, by ssh or on a console. ${asRoot('Or start it without a login', [`loginctl enable-linger ${uid}`], situation)}`,
				};
	}

	return {
		cause: `systemd does not delegate a cgroup to you (${said}).`,
		fix: asRoot('Run the walkthrough as root', [programLine(situation)], situation),
	};
}
