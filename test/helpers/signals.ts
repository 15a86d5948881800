/** Those that ask a run of the tests to end: by Ctrl-C, by another program, by a terminal that is closed. */
export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
