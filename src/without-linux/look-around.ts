import { type ToolAnswer, ask } from './ask.ts';
import type {
	ContainerTool,
	ContainerToolState,
	FoundLinux,
	LinuxMachine,
	LinuxMachineTool,
} from './found.ts';
import { machinePrograms, machineTools } from './machine-tools.ts';

/**
 * Asks every program that could run Linux here what it can do at the moment. Starts nothing and
 * changes nothing.
 */
export async function lookAround(platform: string): Promise<FoundLinux> {
	const tools = machineTools.filter((tool) => tool !== 'wsl' || platform === 'win32');
	const [docker, podman, colima, orb, ...machines] = await Promise.all([
		findDocker(),
		findPodman(),
		ask('colima', ['version']),
		ask('orb', ['version']),
		...tools.map(findMachines),
	]);
	return {
		engines: [docker, podman].filter((engine) => engine !== undefined),
		machines: machines.flat(),
		starters: [
			...(colima.outcome === 'absent' ? [] : ['colima' as const]),
			...(orb.outcome === 'absent' ? [] : ['orb' as const]),
		],
	};
}

async function findDocker(): Promise<ContainerTool | undefined> {
	const answer = await ask('docker', ['version', '--format', '{{.Server.Os}}']);
	return engine('docker', answer, 'stopped');
}

async function findPodman(): Promise<ContainerTool | undefined> {
	const answer = await ask('podman', ['info', '--format', '{{.Host.OS}}']);
	if (answer.outcome !== 'refused') {
		return engine('podman', answer, 'stopped');
	}
	const machines = await ask('podman', ['machine', 'list', '--quiet']);
	return engine('podman', answer, machines.text.trim() === '' ? 'empty' : 'stopped');
}

function engine(
	tool: ContainerTool['tool'],
	{ outcome, text }: ToolAnswer,
	refused: ContainerToolState,
): ContainerTool | undefined {
	if (outcome === 'absent') {
		return undefined;
	}
	if (outcome === 'silent') {
		return { tool, state: 'silent' };
	}
	if (outcome === 'refused') {
		return { tool, state: refused };
	}
	return { tool, state: text.trim() === 'linux' ? 'ready' : 'not-linux' };
}

async function findMachines(tool: LinuxMachineTool): Promise<readonly LinuxMachine[]> {
	const { file, status, list, parse, enter } = machinePrograms[tool];
	if (status && !/running/i.test((await ask(file, status)).text)) {
		return [];
	}
	const { outcome, text } = await ask(file, list);
	const listed = outcome === 'answered' ? parse(text) : [];
	return Promise.all(
		listed.map(async ({ name, state }) => ({
			tool,
			name,
			state,
			node: state === 'running' ? await findNode(file, enter(name)) : undefined,
		})),
	);
}

/**
 * Returns the version of Node.js in a machine, as people have it in their shell there: a version
 * manager puts it in the PATH of interactive shells only.
 */
async function findNode(file: string, enter: readonly string[]): Promise<string | undefined> {
	const { text } = await ask(file, [...enter, 'bash', '-ic', 'node --version']);
	return /^v(\d+\.\d+\.\d+)/m.exec(text)?.[1];
}
