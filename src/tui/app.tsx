import { useApp, useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { FrameView } from './components/frame.tsx';
import type { Controller } from './controller.ts';
import { frameOf } from './frame-of-model.ts';
import type { Suspend } from './hand-over.ts';
import { readingSize } from './layout.ts';
import { keyNames } from './key-names.ts';

export type AppProps = {
	readonly controller: Controller;
	/** Whether anything may move. */
	readonly motion: boolean;
	/** What is shown is read in lines, by others than this. */
	readonly isRead?: boolean;
	/** Told how Ink lets go of the terminal. */
	readonly onDrawn?: (suspend: Suspend) => void;
};

/** Draws what there is, and passes keys on; it decides and starts nothing. */
export function App({ controller, motion, isRead = false, onDrawn }: AppProps) {
	const window = useWindowSize();
	const size = isRead ? readingSize : window;
	const { suspendTerminal } = useApp();
	const { setCursorPosition } = useCursor();
	useEffect(() => {
		onDrawn?.(suspendTerminal);
	}, [onDrawn, suspendTerminal]);
	const model = useSyncExternalStore(isRead ? never : controller.subscribe, controller.model);
	useInput((input, key) => {
		for (const name of keyNames(input, key)) {
			controller.press(name, size);
		}
	});
	// Pasted text is not meant as keys: it must not run or end anything.
	usePaste(controller.paste);
	const frame = isRead ? undefined : frameOf(model, size);
	setCursorPosition(frame?.cursor);
	return frame ? <FrameView frame={frame} motion={motion} /> : null;
}

/** What is read is not drawn anew. */
function never(): () => void {
	return () => undefined;
}
