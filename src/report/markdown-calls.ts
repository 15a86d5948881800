import type { EventOf } from '../engine/words/event.ts';
import { type TracedCall, type TracedCommand, writeCall } from '../engine/words/system-call.ts';
import { createNews, moreCalls, noCalls, placeOf } from './call.ts';
import { codeSpan, escapeMarkdown, escapeSentence } from './escape-markdown.ts';
import { describeOrigin, recordedHeading } from './origin.ts';

/** Returns what a step asked of the kernel, as paragraphs of Markdown. */
export function storyOfCalls(trace: EventOf<'traced'>): readonly string[] {
	const { index, commands, on, missing } = trace;
	const isNews = createNews();
	return [
		`**Under the hood of step ${index + 1}**`,
		...missing.map(({ cause, fix }) => `${escapeSentence(cause)} ${escapeSentence(fix)}`),
		on === undefined ? '' : `**${recordedHeading}:** ${escapeMarkdown(describeOrigin(on))}`,
		...commands.flatMap((command) => storyOfCommand(command, isNews)),
	];
}

function storyOfCommand(
	{ terminal, text, calls, more }: TracedCommand,
	isNews: (call: TracedCall) => boolean,
): readonly string[] {
	const items = calls.map((call) => itemOf(call, isNews(call)));
	const rest = more > 0 ? [`- ${moreCalls(more)}`] : [];
	return [
		codeSpan(`${terminal}# ${text}`),
		items.length === 0 ? noCalls : [...items, ...rest].join('\n'),
	];
}

function itemOf(call: TracedCall, isNews: boolean): string {
	const meaning = isNews ? `: ${escapeMarkdown(call.meaning)}` : '';
	return `- ${codeSpan(writeCall(call))}${meaning} (${placeOf(call)})`;
}
