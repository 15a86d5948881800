const { OUTER_NETWORK: file } = process.env;

/** The words before a command that give it the machine's network, where the tests have one of their own; nsenter(1). */
export const inOuterNetwork: readonly string[] =
	file === undefined ? [] : ['nsenter', `--net=${file}`];
