import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** Two checkouts may be tested at the same time. */
const checkout = createHash('sha256')
	.update(fileURLToPath(import.meta.url))
	.digest('hex')
	.slice(0, 4);

/** Where the tests install the program, readable for the ordinary user as well. */
export const installation = `/opt/containers-under-the-hood-tests-${checkout}`;
/** The ordinary user. */
export const learner = `cuth-learner-${checkout}`;
/** Names the test run that may remove it all again. */
export const owner = `${installation}/owner`;
/** Whether the set-up was done before Jest, for several runs of it at once. */
export const isDone = (): boolean => Boolean(process.env['IS_SET_UP']);
