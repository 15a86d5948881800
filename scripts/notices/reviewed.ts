import { mit } from './mit.ts';

type Review = {
	/** Where the package.json names none. */
	readonly licence?: string;
	/** Where its authors say what they do not say in a licence file. */
	readonly found: string;
	readonly text: string;
};

/**
 * The packages that have no licence file, and what somebody found in them who looked. It holds for that one version:
 * another is to be looked at anew.
 */
export const reviewed: Readonly<Record<string, Review>> = {
	'format 0.2.2': {
		licence: 'MIT',
		found:
			'It names its licence in an old form, "licenses": MIT. So does its Readme.md, with this copyright:',
		text: mit('Copyright 2010 - 2014 Sami Samhuri sami@samhuri.net'),
	},
	'imurmurhash 0.1.4': {
		found: 'Its README.md has this text:',
		text: mit('Copyright (c) 2013 Gary Court, Jens Taylor'),
	},
	'yoga-layout 3.2.1': {
		found:
			'Its source files say that they are licensed under the MIT license, with this copyright:',
		text: mit('Copyright (c) Meta Platforms, Inc. and affiliates.'),
	},
};
