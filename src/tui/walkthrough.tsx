import { render } from 'ink';
import type { Store } from '../engine/run/store.ts';
import { App } from './app.tsx';
import { clipboardSequence } from './clipboard.ts';
import { createController } from './controller.ts';
import { createHandOver, type Suspend } from './hand-over.ts';
import type { Course } from './course.ts';
import { openKeyboard } from './keyboard.ts';
import { readAloud } from './reading/read-aloud.ts';
import type { CourseServices } from './services.ts';

export type WalkthroughOptions = {
	/** False: nothing moves by itself. */
	readonly motion: boolean;
	/** Lines in reading order, each written once, in place of screens. */
	readonly screenReader?: boolean;
	/** Begins with what surprised on an earlier day. */
	readonly reviews: boolean;
	/** A sentence to begin with. */
	readonly notice?: string | undefined;
	/** Aborting it is like the key for quitting. */
	readonly signal: AbortSignal;
};

/**
 * Shows the course, as it is at each moment, until the learner leaves it. The session is closed and the terminal as it was
 * when this settles; it rejects where drawing or cleaning up failed.
 */
export async function runWalkthrough(
	course: Store<Course>,
	services: CourseServices,
	options: WalkthroughOptions,
): Promise<void> {
	const { motion, reviews, notice, signal, screenReader = false } = options;
	let suspend: Suspend | undefined;
	const setSuspend = (given: Suspend) => {
		suspend = given;
	};
	const controller = createController(course, services, {
		handOver: createHandOver(() => suspend),
		copyText: (text) => process.stdout.write(clipboardSequence(text)),
		motion,
		notice,
	});
	if (reviews) {
		controller.review();
	}
	// Before the first frame: Ink does it after, and a key pressed in between would be echoed into it.
	process.stdin.setRawMode(true);
	const app = (
		<App controller={controller} motion={motion} isRead={screenReader} onDrawn={setSuspend} />
	);
	const screen = render(app, {
		stdin: openKeyboard(process.stdin),
		alternateScreen: !screenReader,
		isScreenReaderEnabled: screenReader,
		incrementalRendering: true,
		interactive: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	if (screenReader) {
		readAloud(controller, (text) => process.stdout.write(text));
	}
	signal.addEventListener('abort', controller.leave);
	if (signal.aborted) {
		controller.leave();
	}
	try {
		await Promise.race([controller.left, screen.waitUntilExit()]);
	} finally {
		signal.removeEventListener('abort', controller.leave);
		controller.leave();
		await controller.left.finally(() => {
			screen.unmount();
		});
	}
}
