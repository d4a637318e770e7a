import { type Style, styleFor, wantsColours } from './style.ts';

/** Where a command reads and writes: an argument, so that tests need no process. */
export interface Context {
  /** Paths that the user writes count from here. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Whether a person can be asked. */
  readonly canAsk: boolean;
}

export interface Sink {
  readonly isTerminal: boolean;
  write(text: string): void;
}

export function styleOf(context: Context, sink: Sink): Style {
  return styleFor(wantsColours(context.environment, sink.isTerminal));
}

export function processContext(): Context {
  return {
    folder: process.cwd(),
    environment: process.env,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    canAsk: process.stdin.isTTY === true && process.stderr.isTTY === true,
  };
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  // `outrigger … | head` closes the pipe early: that is no fault.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return { isTerminal: stream.isTTY === true, write: (text) => stream.write(text) };
}
