import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeProblem, type LabLayout, type Load, readLayout, startLoad } from '@outrigger/lab';
import { openTap, type Tap } from './tap.ts';

const repository = join(import.meta.dirname, '../..');
const outrigger = join(repository, 'apps/cli/bin/outrigger.mjs');

/** A command line as a process of its own. */
export interface Command {
  /** All that it has printed. */
  text(): string;
  /** Resolves when it has printed this; rejects when it ends first. */
  says(words: string): Promise<void>;
  /** Its exit code; -1 when it was killed. */
  readonly ended: Promise<number>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

/** A lab of `examples/eks-failover` under load, with a tap for its controllers. */
export interface Subject {
  /** Begins every key of its load. */
  readonly run: string;
  readonly layout: LabLayout;
  readonly load: Load;
  readonly tap: Tap;
  /** Where the platform is written when all is well, and where to when that is lost. */
  readonly home: string;
  readonly away: string;
  /** Starts a controller. */
  start(...words: readonly string[]): Command;
  /** Runs a controller to its end; throws with what it said when it did not end well. */
  demand(...words: readonly string[]): Promise<void>;
  /** Mends all that was injected. */
  heal(): Promise<void>;
  /** `isKept`: its logs stay, for whoever looks into what went wrong. */
  down(isKept: boolean): Promise<string>;
}

/** Less than a drill's, since every audit reads all of it. */
const rates = { writesPerSecond: 100, readsPerSecond: 50, warmUpMs: 2_000 };
/** A command that takes longer hangs: the longest, a failback, takes some 8 s. */
const commandMsMax = 90_000;

export async function raiseSubject(run: string): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'outrigger-crashes-'));
  // PostgreSQL of root's lab runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  const stateFolder = join(folder, 'lab');
  const lab = (...words: readonly string[]) => start(['lab', ...words, '--state', stateFolder]);
  const raise = async () => {
    await endsWell(lab('up', 'examples/eks-failover', '--json'), ['lab', 'up']);
    const layout = readLayout(stateFolder);
    const started = await startLoad(stateFolder, {
      run,
      runFolder: join(folder, 'load'),
      ...rates,
    });
    if ('problem' in started) throw new Error(describeProblem(started.problem));
    const load = started.value;
    return { layout, load, tap: await openTap(layout) };
  };
  const { layout, load, tap } = await raise().catch(async (error: unknown) => {
    await lab('down').ended;
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const [home, away] = layout.regions.map(({ name }) => name);
  const commands = new Set<Command>();
  const open = (words: readonly string[]): Command => {
    const command = start([...words, '--state', tap.stateFolder]);
    commands.add(command);
    void command.ended.then(() => commands.delete(command));
    return command;
  };
  return {
    run,
    layout,
    load,
    tap,
    home: home ?? '',
    away: away ?? '',
    start: (...words) => open(words),
    demand: (...words) => endsWell(open(words), words),
    heal: () => endsWell(lab('heal', 'all'), ['lab', 'heal', 'all']),
    async down(isKept) {
      for (const command of commands) await command.kill();
      await load.stop().catch(() => null);
      tap.close();
      await lab('down').ended;
      if (!isKept) rmSync(folder, { recursive: true, force: true });
      return folder;
    },
  };
}

/** Waits for its end, for ever if it was killed on purpose; throws when it did not end well. */
export async function endsWell(command: Command, words: readonly string[]): Promise<void> {
  let hung = false;
  const limit = setTimeout(() => {
    hung = true;
    void command.kill();
  }, commandMsMax);
  const code = await command.ended;
  clearTimeout(limit);
  if (code === 0) return;
  if (code === -1 && !hung) return new Promise(() => {});
  const how = hung ? `did not end in ${commandMsMax / 1000} s` : `ended with ${code}`;
  throw new Error(`\`${words.join(' ')}\` ${how}: ${command.text().slice(-1_500)}`);
}

function start(words: readonly string[]): Command {
  const child: ChildProcess = spawn(process.execPath, [outrigger, ...words], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let onText: () => void = () => {};
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      onText();
    });
  }
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => {
    isOver = true;
    onText();
    return signal === null ? Number(code) : -1;
  });
  return {
    text: () => text,
    ended,
    async says(words) {
      while (!text.includes(words)) {
        if (isOver) throw new Error(`it ended before it said "${words}": ${text}`);
        await new Promise<void>((resolve) => {
          onText = resolve;
        });
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
