import { sentence } from '../text/sentence.ts';
import { commandOf } from './course.ts';
import type { Services } from './services.ts';
import { leaveLesson, type ShownView, withWindow } from './view.ts';
import type { InstallWindow } from './windows.ts';

/** Runs the installation that the learner was offered and has asked for, and shows it. */
export function install({ model, update, install: perform }: Services): void {
	const suggestion = model.get().course.suggestion;
	if (!suggestion || !perform) {
		return;
	}
	const show = (change: Partial<InstallWindow>) => {
		update((view) =>
			view.window?.kind === 'install' ? withWindow(view, { ...view.window, ...change }) : view,
		);
	};
	const command = commandOf(suggestion);
	const run = async () => {
		let output = '';
		for await (const text of perform(suggestion)) {
			output += text;
			show({ output });
		}
	};

	update((view) => withWindow(view, { kind: 'install', command, output: '', outcome: 'running' }));
	run().then(
		() => {
			show({ outcome: 'installed' });
			// A lesson that is open was planned without the tools.
			update((view) => withListBehind({ ...view, notice: undefined }));
		},
		(error: unknown) => {
			show({ outcome: { why: sentence(error) } });
			update((view) => ({ ...view, notice: undefined }));
		},
	);
}

/** The list, with what the installation has printed over it. */
function withListBehind(view: ShownView): ShownView {
	const { window } = view;
	return withWindow(leaveLesson(view), window?.kind === 'install' ? window : undefined);
}
