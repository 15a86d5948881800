/** Shell that becomes part of a script, as text. */
declare module '*.sh' {
	const text: string;
	export default text;
}
