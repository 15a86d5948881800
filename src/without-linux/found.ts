/**
 * What can run Linux programs on this machine, as far as it answered; tools that are not installed
 * are not listed.
 */
export type FoundLinux = {
	readonly engines: readonly ContainerTool[];
	readonly machines: readonly LinuxMachine[];
	/** Programs that start a container tool's virtual machine. */
	readonly starters: readonly ('colima' | 'orb')[];
};

/** A tool that runs containers from images, with a Linux kernel of its own. */
export type ContainerTool = {
	readonly tool: 'docker' | 'podman';
	readonly state: ContainerToolState;
};

/** What a container tool is ready for. */
export type ContainerToolState =
	| 'ready'
	/** It is installed, and its virtual machine or service does not run. */
	| 'stopped'
	/** Podman's virtual machine has not been made yet. */
	| 'empty'
	/** It took too long to answer. */
	| 'silent'
	/** Docker on Windows runs Windows containers at the moment, and no Linux ones. */
	| 'not-linux';

/** A whole Linux system, in which commands can be typed. */
export type LinuxMachine = {
	readonly tool: LinuxMachineTool;
	readonly name: string;
	readonly state: 'running' | 'stopped' | 'no-kernel';
	/** The version of its Node.js, without the `v`; undefined where it has none, or was not asked. */
	readonly node: string | undefined;
};

/** A program that keeps Linux machines. */
export type LinuxMachineTool = 'lima' | 'orbstack' | 'multipass' | 'wsl';
