import type { Privilege } from './privilege.ts';

export const root: Privilege = {
	namespaces: ['--mount', '--propagation', 'private'],
};
