/** The text of a shell file, which becomes part of a script. */
declare module '*.sh' {
	const text: string;
	export default text;
}
