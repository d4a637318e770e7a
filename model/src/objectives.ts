/** Objectives: what was promised, checked against the best that a strategy and a kind can do. */
import { writerRegion } from './data.ts';
import type { Fill, Surroundings } from './kind.ts';
import { isWrittenData } from './kinds.ts';
import { type KindLimit, kindLimits, strategyLimits } from './limits.ts';
import type { Approval, Objective, Objectives, Strategy } from './platform.ts';
import { strategies } from './platform.ts';
import { formatDuration } from './quantities.ts';
import type { TellAt } from './read.ts';
import type { WrittenObjectives } from './schema.ts';

export function checkObjectives(
  written: WrittenObjectives,
  regions: number,
  strategy: Strategy | null,
  around: Surroundings | null,
  tell: TellAt,
): void {
  if (regions > 1 && written['region-loss'] === undefined) {
    tell(
      ['objectives', 'region-loss'],
      'is missing, and the platform has more than one region',
      "add 'region-loss': { rpo, rto }: what the loss of a region may cost",
    );
  }
  if (regions > 1 && strategy !== null) checkStrategy(written, strategy, tell);
  if (around !== null) checkKinds(written, around, tell);
}

function checkStrategy(written: WrittenObjectives, strategy: Strategy, tell: TellAt): void {
  const limit = strategyLimits.find((candidate) => candidate.strategy === strategy);
  if (limit === undefined) return;
  for (const scope of ['region-loss', 'partition'] as const) {
    const rtoMs = written[scope]?.rto;
    if (rtoMs === undefined || rtoMs >= limit.rtoMinMs) continue;
    const faster = strategies.find((candidate) =>
      strategyLimits.some(
        ({ strategy: name, rtoMinMs }) => name === candidate && rtoMinMs <= rtoMs,
      ),
    );
    const least = `write '${short(limit.rtoMinMs)}' or more`;
    tell(
      ['objectives', scope, 'rto'],
      beyond(strategy, limit.rtoMinMs, limit),
      faster === undefined ? least : `${least}, or use strategy: '${faster}'`,
    );
  }
}

function checkKinds(written: WrittenObjectives, around: Surroundings, tell: TellAt): void {
  for (const limit of kindLimits) {
    const { scope, figure } = limit;
    const figures: { readonly rpo?: number; readonly rto?: number } = written[scope] ?? {};
    const writtenMs = figures[figure];
    const name = limitedBy(limit, around);
    if (writtenMs === undefined || writtenMs >= limit.minMs || name === null) continue;
    tell(
      ['objectives', scope, figure],
      beyond(name, limit.minMs, limit),
      `write '${short(limit.minMs)}' or more`,
    );
  }
  if (written['zone-loss'].rpo > 0) return;
  checkZones(around, tell);
}

/** An RPO of 0 for a zone loss needs a second zone, and a copy in it. */
function checkZones(around: Surroundings, tell: TellAt): void {
  const told = new Set<string>();
  for (const [name, component] of around.components) {
    if (!isWrittenData(component)) continue;
    const writer = writerRegion(component, around);
    const zones = around.regions.find((region) => region.name === writer)?.zones;
    if (component.multiZone === undefined && zones === 1 && !told.has(writer)) {
      told.add(writer);
      tell(
        ['regions', writer, 'zones'],
        `is one zone, so its loss would lose writes of ${name}: the objective is to lose nothing`,
        'write zones: 2 or more, or a longer rpo under objectives.zone-loss',
      );
    }
    if (component.multiZone !== false) continue;
    tell(
      ['components', name, 'multiZone'],
      'is false, but the objective for a zone loss is to lose nothing (rpo 0 s)',
      'write multiZone: true, or a longer rpo under objectives.zone-loss',
    );
  }
}

/** The first store of the limit's kind that a service needs: others take no acknowledged write. */
function limitedBy(limit: KindLimit, around: Surroundings): string | null {
  if (limit.scope !== 'zone-loss' && around.regions.length < 2) return null;
  const needed = [...around.components.values()].flatMap((component) =>
    'needs' in component && Array.isArray(component.needs) ? component.needs.map(String) : [],
  );
  for (const [name, component] of around.components) {
    if (component.kind === limit.kind && needed.includes(name)) return name;
  }
  return null;
}

function beyond(name: string, ms: number, limit: { source: string; basis: string }): string {
  const best = `${formatDuration(ms)} at best`;
  return `is shorter than ${name} can meet: ${best} (${limit.source}; ${limit.basis})`;
}

/** As it is written in a platform: `4h`, `10m`, `30s`. */
function short(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  return ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1_000}s`;
}

export function resolveObjectives(
  written: WrittenObjectives,
  regions: number,
  fill: Fill,
): Objectives {
  const { 'zone-loss': zoneLoss, 'region-loss': regionLoss, partition, switchover } = written;
  const corruption = written['data-corruption'];
  const asked = 'a person decides what may be lost';
  const objective = (
    scope: string,
    figures: { rpo: number; rto: number; approval?: Approval | undefined },
    approval: Approval,
    reason: string,
  ): Objective => ({
    rpoMs: figures.rpo,
    rtoMs: figures.rto,
    approval: fill([scope, 'approval'], figures.approval, approval, reason),
  });
  const loss =
    regionLoss === undefined ? null : objective('region-loss', regionLoss, 'always', asked);
  const cut = loss === null ? null : partitionOf(partition, loss, regions, fill);
  return {
    'zone-loss': objective(
      'zone-loss',
      zoneLoss,
      'when data may be lost',
      'a copy in another zone has every acknowledged write, so nobody need be woken',
    ),
    ...(loss && { 'region-loss': loss }),
    ...(cut && { partition: cut }),
    ...(corruption && {
      'data-corruption': objective('data-corruption', corruption, 'always', asked),
    }),
    switchover: {
      rpoMs: 0,
      rtoMs: switchover?.rto ?? null,
      approval: fill(
        ['switchover', 'approval'],
        switchover?.approval,
        'when data may be lost',
        'a planned move loses nothing; somebody asked for it already',
      ),
    },
  };
}

/** Who is cut off can't be told from who is gone: the one who is asked must be the same. */
function partitionOf(
  written: WrittenObjectives['partition'],
  loss: Objective,
  regions: number,
  fill: Fill,
): Objective | null {
  if (written === undefined && regions < 2) return null;
  const as = 'as for region-loss';
  return {
    rpoMs: fill.duration(['partition', 'rpo'], written?.rpo, loss.rpoMs, as),
    rtoMs: fill.duration(['partition', 'rto'], written?.rto, loss.rtoMs, as),
    approval: fill(
      ['partition', 'approval'],
      undefined,
      loss.approval,
      "a region that is cut off can't be told from one that is lost",
    ),
  };
}
