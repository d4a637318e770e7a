/** Of every command that expects durations. */
export const timingsFlag = '--timings <file>';
export const timingsHelp = 'your own durations (JSON), over those of the world';
