import type { Missing } from '../../engine/words/provisions.ts';
import type { Capability } from '../../lesson/capability.ts';
import { asRoot, programLine } from '../root-advice.ts';
import { seemsContained, startWith } from '../container-flags.ts';
import type { RefusalEvidence, ExplainRefusal } from './evidence.ts';
import { change } from './settings.ts';

/** A kind of namespace that a step makes, apart from those that the stage is made of. */
export type StepNamespace = keyof typeof kinds;

type Needs = {
	/** Matches the words of a refusal for lack of this capability. */
	readonly words: RegExp;
	readonly capability: Capability;
	readonly since: string;
};

const kinds = {
	user: {
		words: /uid_map|gid_map/,
		capability: 'CAP_SETFCAP',
		since: 'CONFIG_USER_NS',
	},
	net: { words: /RTNETLINK/, capability: 'CAP_NET_ADMIN', since: 'CONFIG_NET_NS' },
	time: {
		words: /timens_offsets/,
		capability: 'CAP_SYS_TIME',
		since: 'CONFIG_TIME_NS, as Linux has it since 5.6',
	},
} as const satisfies Readonly<Record<string, Needs>>;

/**
 * Returns why the kernel refused a namespace of this kind, where a stage works, and what would
 * help.
 */
export function explainKind(kind: StepNamespace, evidence: RefusalEvidence): Missing {
	for (const explain of [byOldUnshare, byItsKernel, byItsLimit, byItsCapability, byItsChroot]) {
		const answer = explain(kind)(evidence);
		if (answer !== undefined) {
			return answer;
		}
	}

	return {
		cause: `The kernel refuses a ${kind} namespace here${evidence.said}.`,
		fix: 'Please report this, with the output of: `npx containers-under-the-hood doctor --json`.',
	};
}

type ExplanationOf = (kind: StepNamespace) => ExplainRefusal;

const byOldUnshare: ExplanationOf = (kind) => (evidence) =>
	/unrecognized option|invalid option/.test(evidence.words)
		? {
				cause: `The unshare of this machine knows no ${kind} namespaces${evidence.said}.`,
				fix: 'Nothing to do here: it takes a newer util-linux, as newer releases of the distribution have it.',
			}
		: undefined;

const byItsKernel: ExplanationOf = (kind) => (evidence) =>
	settingOf(kind) in evidence.circumstances.userNamespaces.limits
		? undefined
		: {
				cause: `This kernel was built without ${kind} namespaces (${kinds[kind].since})${evidence.said}.`,
				fix: 'Nothing to do here: it takes another kernel, such as the one of a current distribution.',
			};

const byItsLimit: ExplanationOf = (kind) => (evidence) =>
	evidence.circumstances.userNamespaces.limits[settingOf(kind)] === 0
		? {
				cause: `Nobody may make ${kind} namespaces here: ${settingOf(kind)} is 0${evidence.said}.`,
				fix: change(`${settingOf(kind)}=10000`, evidence),
			}
		: undefined;

const byItsCapability: ExplanationOf = (kind) => (evidence) => {
	const { circumstances, words, said } = evidence;
	const { capability, words: refusal } = kinds[kind];
	const { uid, effective } = circumstances.privileges;
	if (uid !== 0 || effective.has(capability) || !refusal.test(words)) {
		return undefined;
	}

	return {
		cause: `You are root here, but without ${capability}${said}.`,
		fix: seemsContained(circumstances)
			? startWith(circumstances, capability)
			: 'Start the program from a shell that has all capabilities, such as a fresh login of root.',
	};
};

/**
 * Explains a refusal by a chroot, in which not even root makes a user namespace;
 * user_namespaces(7).
 */
const byItsChroot: ExplanationOf = (kind) => (evidence) =>
	kind === 'user' && evidence.circumstances.root.isChanged === true
		? {
				cause: `You are in a chroot, in which the kernel makes no user namespaces${evidence.said}.`,
				fix: asRoot(
					'Leave it, and start the walkthrough outside',
					[programLine(evidence)],
					evidence,
				),
			}
		: undefined;

const settingOf = (kind: StepNamespace) => `user.max_${kind}_namespaces`;
