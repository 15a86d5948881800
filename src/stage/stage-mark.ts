import type { Ledger } from './ledger.ts';

/** In the environment of every process of a stage that has no mount namespace of its own: its sandbox. */
export const stageVariable = 'CONTAINERS_UNDER_THE_HOOD';

/** That entry of the environment; undefined for a stage that is known by its mount namespace. */
export const markOf = ({ sandbox, privilege }: Pick<Ledger, 'sandbox' | 'privilege'>) =>
	privilege === 'none' ? `${stageVariable}=${sandbox}` : undefined;
