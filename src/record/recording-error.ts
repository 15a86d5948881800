/** Why a file cannot be replayed: sentences for the learner. */
export class RecordingError extends Error {}
