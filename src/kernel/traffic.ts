/** Told how much has left a network namespace, says how many bytes a second do; undefined while it cannot know. */
export type Meter = (namespace: number, sent: number) => number | undefined;

type Reading = { readonly at: number; readonly sent: number };

/** Seconds between the two readings of a measurement. A queue lets bursts through that a shorter time would show. */
const shortest = 0.5;
const longest = 3;

/** Remembers what it was told, from one look at the kernel to the next. */
export function createMeter(clock = () => performance.now() / 1000): Meter {
	const readings = new Map<number, readonly Reading[]>();
	return (namespace, sent) => {
		const at = clock();
		const earlier = (readings.get(namespace) ?? []).filter((one) => at - one.at <= longest);
		readings.set(namespace, [...earlier, { at, sent }]);
		const from = earlier.findLast((one) => at - one.at >= shortest);
		return from && Math.round((sent - from.sent) / (at - from.at));
	};
}
