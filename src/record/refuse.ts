import { KnownError } from '../text/known-error.ts';
import { currentFormat, program } from './header.ts';

/** Makes the errors for a file that cannot be replayed. */
export type Refuse = {
	notRecording(): KnownError;
	otherFormat(format: number): KnownError;
	/** @param field the place in the header, such as `uid` */
	wrongHeader(field: string): KnownError;
	/** @param what is wrong with the line, such as `is not a JSON object` */
	wrongLine(line: number, what: string): KnownError;
};

/** @param file its name, where it has one */
export function refuse(file: string | undefined): Refuse {
	const named = file === undefined ? 'recording' : `recording ${file}`;
	return {
		notRecording: () =>
			new KnownError(
				`${file ?? 'This'} is not a recording: the first line of one says which format it has.`,
				{ fix: `Make one with \`${program} run --record FILE\`.` },
			),
		otherFormat: (format) =>
			new KnownError(
				`This ${named} has format ${format}, and this version reads format ${currentFormat}.`,
				{ fix: `Replay it with \`npx ${program}@latest replay FILE\`.` },
			),
		wrongHeader: (field) =>
			new KnownError(`The ${named} is damaged: its first line has no usable \`${field}\`.`, {
				fix: 'Record the run again.',
			}),
		wrongLine: (line, what) =>
			new KnownError(`The ${named} is damaged: line ${line} ${what}.`, {
				fix: 'Record the run again, or remove that line.',
			}),
	};
}
