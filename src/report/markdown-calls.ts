import type { EventOf } from '../engine/event.ts';
import { type TracedCall, type TracedCommand, writeCall } from '../engine/trace/system-call.ts';
import { moreCalls, noCalls, timesOf } from './call.ts';
import { codeSpan, escapeMarkdown, escapeSentence } from './escape-markdown.ts';
import { describeOrigin, recordedHeading } from './origin.ts';

/** What a step asked of the kernel, as paragraphs of Markdown. */
export function storyOfCalls(trace: EventOf<'traced'>): readonly string[] {
	const { index, commands, on, missing } = trace;
	return [
		`**Under the hood of step ${index + 1}**`,
		...missing.map(({ cause, fix }) => `${escapeSentence(cause)} ${escapeSentence(fix)}`),
		on === undefined ? '' : `**${recordedHeading}:** ${escapeMarkdown(describeOrigin(on))}`,
		...commands.flatMap(storyOfCommand),
	];
}

function storyOfCommand({ terminal, text, calls, more }: TracedCommand): readonly string[] {
	const items = calls.map(itemOf);
	const rest = more > 0 ? [`- ${moreCalls(more)}`] : [];
	return [
		codeSpan(`${terminal}# ${text}`),
		items.length === 0 ? noCalls : [...items, ...rest].join('\n'),
	];
}

function itemOf(call: TracedCall): string {
	const after = [call.page, timesOf(call)].filter((part) => part !== undefined).join(', ');
	return `- ${codeSpan(writeCall(call))}: ${escapeMarkdown(call.meaning)} (${after})`;
}
