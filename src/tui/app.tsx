import { useInput, useWindowSize } from 'ink';
import { useSyncExternalStore } from 'react';
import { FrameView } from './components/frame.tsx';
import type { Controller } from './controller.ts';
import { frameOf } from './frame.ts';
import { keyName } from './keys.ts';

export type AppProps = {
	readonly controller: Controller;
	/** Whether anything may move. */
	readonly motion: boolean;
};

/** Draws what there is, and passes keys on; it decides and starts nothing. */
export function App({ controller, motion }: AppProps) {
	const size = useWindowSize();
	const model = useSyncExternalStore(controller.subscribe, controller.model);
	useInput((input, key) => {
		const name = keyName(input, key);
		if (name !== undefined) controller.press(name, size);
	});
	return <FrameView frame={frameOf(model, size)} motion={motion} />;
}
