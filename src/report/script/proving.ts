import type { Proof } from '../../lesson/proof.ts';
import { nameFacts } from './comment.ts';

/** Where to look by oneself, as a comment; below `/sys/fs/cgroup` as the terminal `host` of the script sees it. */
export function proving({ path, select, when }: Proof): string {
	const words = select.length === 0 ? '' : ` (${nameFacts(select.join(' '))})`;
	const where = when.length === 0 ? '' : `, where there is ${when.join(' and ')}`;
	return `# To read: ${nameFacts(path)}${words}${where}`;
}
