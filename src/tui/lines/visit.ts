import type { VisitState } from '../../engine/run/state.ts';
import { isUnchanged } from '../../engine/judge/difference.ts';
import { changeLines } from './change.ts';
import type { Line } from './line.ts';
import { hanging, section, sections, span } from './line.ts';

/** The terminals one can go to, one of them chosen. */
export function visitLines(terminals: readonly string[], selected: number, width: number): Line[] {
	return sections(
		terminals.map((terminal, index) => [
			span(index === selected ? '❯ ' : '  ', 'accent'),
			span(terminal, index === selected ? 'heading' : 'plain'),
		]),
		hanging([], 'A shell of your own opens there. `exit` brings you back.', 'dim', width),
	);
}

/** What a visit has changed, and what it broke. */
export function visitedLines(visit: VisitState, width: number): Line[] {
	const { difference } = visit;
	const broken = brokenBy(visit);
	return sections(
		broken.length === 0 ? [] : brokenLines(broken, width),
		isUnchanged(difference)
			? hanging([], 'Nothing has changed while you were there.', 'plain', width)
			: section('What changed while you were there', changeLines(difference, width), width),
		broken.length === 0 && visit.checks.length > 0
			? hanging([span('✓ ', 'good')], 'What the lesson has built is still so.', 'plain', width)
			: [],
	);
}

/** What the lesson relies on and is so no more. */
const brokenBy = ({ checks }: VisitState) => checks.filter(({ held }) => !held);

function brokenLines(broken: VisitState['checks'], width: number): Line[] {
	return [
		...hanging(
			[span('✗ ', 'bad')],
			'The lesson relies on something that is so no more:',
			'heading',
			width,
		),
		...broken.flatMap(({ expectation, seen }) => [
			...hanging([span('  ')], expectation, 'plain', width),
			...hanging([span('    seen: ', 'dim')], seen, 'plain', width),
		]),
		...hanging(
			[span('  ')],
			'Repair builds it anew, on a fresh stage; what else you have made is lost then.',
			'dim',
			width,
		),
	];
}
