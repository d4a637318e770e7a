import { type Json, jsonOf } from '../action.ts';
import { Announced } from '../announced.ts';
import type { Journal, JournalRecord } from '../journal.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A journal in memory, whose writer can die in the middle of an append. */
export class MemoryJournal implements Journal {
  private readonly runs = new Map<string, JournalRecord[]>();
  readonly announced = new Announced();
  private readonly time: VirtualTime;
  private readonly flushMs: number;
  private readonly onAppended: (records: readonly JournalRecord[]) => void;
  private crashAt: number | null = null;
  private crash: () => void = () => {};
  crashed: Promise<void> = Promise.resolve();

  constructor(
    time: VirtualTime,
    flushMs: number,
    onAppended: (records: readonly JournalRecord[]) => void,
  ) {
    this.time = time;
    this.flushMs = flushMs;
    this.onAppended = onAppended;
  }

  crashAfter(records: number | null): void {
    this.crashAt = records;
    this.crashed = new Promise((resolve) => {
      this.crash = resolve;
    });
  }

  async append(records: readonly JournalRecord[]): Promise<'appended' | 'conflict'> {
    await this.time.wait(this.flushMs);
    const first = records[0];
    if (first === undefined) return 'appended';
    const written = this.runs.get(first.run) ?? [];
    if (first.sequence !== written.length) return 'conflict';
    const limit = this.crashAt ?? Number.POSITIVE_INFINITY;
    const dies = written.length + records.length >= limit;
    const some = records.slice(0, dies ? Math.max(0, limit - written.length) : undefined);
    const copies = some.map(copyOf);
    written.push(...copies);
    this.announced.add(copies);
    this.runs.set(first.run, written);
    this.onAppended(copies);
    if (!dies) return 'appended';
    this.crashAt = null;
    this.crash();
    return new Promise(() => {});
  }

  async read(run: string): Promise<readonly JournalRecord[]> {
    await this.time.wait(this.flushMs);
    return this.all(run);
  }

  all(run: string): readonly JournalRecord[] {
    return [...(this.runs.get(run) ?? [])];
  }
}

/** As a file would give it back. Record 0 is such a copy already, and a large one. */
function copyOf(record: JournalRecord): JournalRecord {
  const { event } = record;
  if (event.type === 'started') return record;
  const copy: { type: string; [field: string]: Json } = { ...event };
  for (const field in copy) copy[field] = jsonOf(copy[field]);
  return { ...record, event: copy };
}
