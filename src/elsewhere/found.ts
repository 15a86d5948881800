/** What can run Linux programs on this machine, as far as it answered; what is not installed is not here. */
export type Found = {
	readonly engines: readonly Engine[];
	readonly machines: readonly Machine[];
	/** Programs beside an engine that start it. */
	readonly starters: readonly ('colima' | 'orb')[];
};

/** Runs containers from images, with a Linux kernel of its own. */
export type Engine = {
	readonly tool: 'docker' | 'podman';
	readonly state: EngineState;
};

export type EngineState =
	| 'ready'
	/** Installed; the engine itself does not run. */
	| 'stopped'
	/** Podman keeps its engine in a virtual machine, which is not made yet. */
	| 'empty'
	/** It took too long to answer. */
	| 'silent'
	/** Docker on Windows can run Windows containers, or Linux ones. */
	| 'not-linux';

/** A whole Linux system, in which one types commands. */
export type Machine = {
	readonly tool: MachineTool;
	readonly name: string;
	readonly state: 'running' | 'stopped' | 'no-kernel';
	/** The version of its Node.js, without the `v`; undefined where it has none, or was not asked. */
	readonly node: string | undefined;
};

export type MachineTool = 'lima' | 'orbstack' | 'multipass' | 'wsl';
