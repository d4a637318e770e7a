/** What the command's exit code says. One table: `--help` and the documentation print it. */
export const exitCodes = {
  ok: { code: 0, meaning: 'done, and every objective was met' },
  missed: { code: 1, meaning: 'an objective was missed, or a check failed' },
  badInput: { code: 2, meaning: 'what was given cannot be used; nothing was changed' },
  needsApproval: { code: 3, meaning: 'it waits for an approval; the output says how to go on' },
  bug: { code: 70, meaning: 'a bug of Outrigger; the output says what to report' },
  interrupted: { code: 130, meaning: 'interrupted (Ctrl-C), after cleaning up' },
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]['code'];

export function exitCodeTable(): string {
  return Object.values(exitCodes)
    .map(({ code, meaning }) => `  ${String(code).padStart(3)}  ${meaning}`)
    .join('\n');
}
