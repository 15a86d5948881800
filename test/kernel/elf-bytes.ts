/** Numbers of elf.h: ET_EXEC, ET_DYN; EM_AARCH64, EM_S390; PT_LOAD, PT_INTERP. */
export type ElfParts = {
	readonly bits?: 32 | 64;
	readonly bigEndian?: boolean;
	readonly type?: number;
	readonly machine?: number;
	/** With its zero byte, if it is to have one. */
	readonly loader?: string;
	readonly entrySize?: number;
	readonly count?: number;
	readonly tableAt?: bigint;
	readonly loaderAt?: bigint;
	readonly loaderSize?: bigint;
};

/** An ELF program as a linker writes it, but without any code: a header, two segments, a loader. */
export function elfBytes(parts: ElfParts = {}): Buffer {
	const { bits = 64, bigEndian = false, type = 3, machine = 183, loader } = parts;
	const wide = bits === 64;
	const [header, entry] = wide ? [64, 56] : [52, 32];
	const path = Buffer.from(loader ?? '');
	const bytes = Buffer.alloc(header + 2 * entry + path.length);
	const put = (offset: number, size: number, value: bigint | number) => {
		const digits = BigInt(value)
			.toString(16)
			.padStart(size * 2, '0');
		const number = Buffer.from(digits, 'hex');
		(bigEndian ? number : number.reverse()).copy(bytes, offset);
	};
	const word = wide ? 8 : 4;
	bytes.write('\x7fELF', 'latin1');
	put(4, 1, wide ? 2 : 1);
	put(5, 1, bigEndian ? 2 : 1);
	put(16, 2, type);
	put(18, 2, machine);
	put(wide ? 32 : 28, word, parts.tableAt ?? header);
	put(wide ? 54 : 42, 2, parts.entrySize ?? entry);
	put(wide ? 56 : 44, 2, parts.count ?? 2);
	put(header, 4, 1);
	if (loader !== undefined) {
		const second = header + entry;
		put(second, 4, 3);
		put(second + (wide ? 8 : 4), word, parts.loaderAt ?? header + 2 * entry);
		put(second + (wide ? 32 : 16), word, parts.loaderSize ?? path.length);
		path.copy(bytes, header + 2 * entry);
	}

	return bytes;
}
