import type { ReadAt } from './port/kernel-files.ts';

/** What the header of a program says, see elf(5). */
export type Elf = {
	readonly bits: 32 | 64;
	/** `x86-64`, `arm64`, …; `machine 8` for one that has no name here. */
	readonly machine: string;
	/** The program that the kernel starts in its place (PT_INTERP); undefined for a static one. */
	readonly loader: string | undefined;
};

/**
 * The header of a program; undefined for what the kernel would not start as an ELF program: the limits are those of its own
 * `load_elf_binary`, so that a damaged file, or a hostile one, costs no more than a sound one.
 */
export function parseElf(read: ReadAt): Elf | undefined {
	const header = read(0, 64);
	const layout = layouts[header[4] ?? 0];
	if (header.toString('latin1', 0, 4) !== magic || header.length < (layout?.header ?? Infinity)) {
		return undefined;
	}

	const isBig = header[5] === bigEndian;
	const field = fieldReader(header, isBig);
	const type = field(16, 2);
	if (layout === undefined || (type !== executable && type !== sharedObject)) {
		return undefined;
	}

	const count =
		field(layout.entrySizeAt, 2) === layout.entry ? field(layout.entrySizeAt + 2, 2) : 0;
	const table = readTable(read, layout, isBig, field(layout.tableAt, layout.word), count);
	const entry = table?.find(({ type }) => type === interpreterSegment);
	const loader = entry === undefined ? undefined : readPath(read, entry);
	if (table === undefined || (entry !== undefined && loader === undefined)) {
		return undefined;
	}

	const machine = field(18, 2);
	return { bits: layout.bits, machine: machines[machine] ?? `machine ${machine}`, loader };
}

const magic = '\x7fELF';
const bigEndian = 2;
const executable = 2;
const sharedObject = 3;
const interpreterSegment = 3;
/** Bytes. */
const longestTable = 65_536;
const longestPath = 4096;

/** Where the two classes keep what we need: offsets and sizes in bytes. */
type Layout = {
	readonly bits: 32 | 64;
	readonly header: number;
	/** The size of an offset. */
	readonly word: 4 | 8;
	readonly tableAt: number;
	readonly entrySizeAt: number;
	readonly entry: number;
	readonly segmentAt: number;
	readonly segmentSizeAt: number;
};

const layouts: Readonly<Partial<Record<number, Layout>>> = {
	1: {
		...{ bits: 32, header: 52, word: 4, tableAt: 28, entrySizeAt: 42 },
		...{ entry: 32, segmentAt: 4, segmentSizeAt: 16 },
	},
	2: {
		...{ bits: 64, header: 64, word: 8, tableAt: 32, entrySizeAt: 54 },
		...{ entry: 56, segmentAt: 8, segmentSizeAt: 32 },
	},
};

/** By the number of elf.h. */
const machines: Readonly<Partial<Record<number, string>>> = {
	3: 'x86',
	20: 'PowerPC',
	21: 'PowerPC 64',
	22: 's390x',
	40: 'arm',
	62: 'x86-64',
	183: 'arm64',
	243: 'RISC-V',
	258: 'LoongArch',
};

type Field = (offset: number, size: 2 | 4 | 8) => number;

function fieldReader(bytes: Buffer, isBig: boolean): Field {
	return (offset, size) => {
		if (size === 8) {
			return Number(isBig ? bytes.readBigUInt64BE(offset) : bytes.readBigUInt64LE(offset));
		}

		return isBig ? bytes.readUIntBE(offset, size) : bytes.readUIntLE(offset, size);
	};
}

type Segment = { readonly type: number; readonly offset: number; readonly size: number };

/** The program headers. Undefined where there are none, or not as many as are announced. */
function readTable(
	read: ReadAt,
	{ entry, word, segmentAt, segmentSizeAt }: Layout,
	isBig: boolean,
	offset: number,
	count: number,
): Segment[] | undefined {
	const table = count * entry > longestTable ? Buffer.alloc(0) : read(offset, count * entry);
	const field = fieldReader(table, isBig);
	return count === 0 || table.length < count * entry
		? undefined
		: Array.from({ length: count }, (_, index) => ({
				type: field(index * entry, 4),
				offset: field(index * entry + segmentAt, word),
				size: field(index * entry + segmentSizeAt, word),
			}));
}

/** It ends with a zero byte. */
function readPath(read: ReadAt, { offset, size }: Segment): string | undefined {
	const bytes = size > longestPath ? Buffer.alloc(0) : read(offset, size);
	const isWhole = bytes.length === size && size > 1 && bytes.at(-1) === 0;
	return isWhole ? bytes.toString('utf8', 0, bytes.indexOf(0)) : undefined;
}
