import type { Sink } from './context.ts';
import { columns } from './layout.ts';

/** Lines that stay, and on a terminal one beneath that is written over while something runs. */
export interface LiveLines extends Disposable {
  write(line: string): void;
  /** What stands beneath from now on, plain, asked for again and again; '' is nothing. */
  beneath(words: () => string): void;
  /** While a person is asked, nothing is written over what they read and type. */
  held<T>(question: () => Promise<T>): Promise<T>;
}

/** Often enough to be read as it changes, seldom enough to take nothing from what is measured. */
const everyMs = 250;

/** In a pipe or a file there is no line that could be written over: only what stays is written. */
export function liveLines(out: Sink): LiveLines {
  let words = (): string => '';
  let isShown = false;
  let isHeld = false;
  const clear = (): void => {
    if (isShown) out.write('\r\u001b[K');
    isShown = false;
  };
  const show = (): void => {
    clear();
    if (!out.isTerminal || isHeld) return;
    // In the last column a terminal goes on to the next line, which can't be taken back.
    const text = [...words()].slice(0, columns - 1).join('');
    if (text !== '') out.write(text);
    isShown = text !== '';
  };
  const timer = out.isTerminal ? setInterval(show, everyMs).unref() : null;
  return {
    write(line) {
      clear();
      out.write(`${line}\n`);
      show();
    },
    beneath(next) {
      words = next;
      show();
    },
    async held(question) {
      isHeld = true;
      clear();
      try {
        return await question();
      } finally {
        isHeld = false;
      }
    },
    [Symbol.dispose]() {
      if (timer !== null) clearInterval(timer);
      clear();
    },
  };
}
