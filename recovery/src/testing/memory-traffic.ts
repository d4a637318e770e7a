import type { Platform } from '@outrigger/model';
import type { Action } from '../action.ts';
import { isWhereItServes } from '../rebuilding.ts';
import type { PerformContext } from '../world.ts';
import { type Effected, type Facts, wanted } from './memory-store.ts';

/** What traffic asks of the data behind it. */
export interface Behind {
  readonly now: () => number;
  /** The limit of the gateway: a hold that nobody releases ends by itself, at the old side. */
  readonly holdMsMax: number;
  readonly reaches: (region: string) => boolean;
  readonly allWritable: () => boolean;
  /** Why a region that is admitted under this epoch should not have been. */
  readonly notReadyFor: (region: string, epoch: number) => readonly string[];
}

/** Gateways that hold writes, capacity, and which regions the entry may send clients to. */
export class TrafficModel {
  readonly admitted = new Map<string, number>();
  readonly violations: string[] = [];
  private readonly held = new Map<string, { until: number; epoch: number }>();
  private readonly released = new Set<string>();
  /** The highest epoch that a region's gateways were told. */
  private readonly told = new Map<string, number>();
  private readonly capacity = new Map<string, number>();
  /** What was built, and what was led to it. */
  private readonly standing = new Set<string>();
  private readonly platform: Platform;
  private readonly behind: Behind;

  constructor(platform: Platform, behind: Behind) {
    this.platform = platform;
    this.behind = behind;
  }

  effect(action: Action, context: PerformContext): Effected {
    const region = action.region ?? '';
    const at = `${action.component}@${region}`;
    switch (action.verb) {
      case 'hold-writes':
        if (context.epoch < (this.told.get(at) ?? 0)) return { kind: 'refused', why: 'stale' };
        this.told.set(at, context.epoch);
        if (!this.released.has(`${context.run} ${at}`)) {
          this.held.set(at, {
            until: this.behind.now() + this.behind.holdMsMax,
            epoch: context.epoch,
          });
        }
        break;
      case 'release-writes':
        if (context.epoch < (this.told.get(at) ?? 0)) return { kind: 'refused', why: 'stale' };
        this.told.set(at, context.epoch);
        this.released.add(`${context.run} ${at}`);
        this.held.delete(at);
        break;
      case 'scale':
        this.capacity.set(at, wanted(action));
        break;
      case 'admit':
        this.checkAdmitted(region, context.epoch);
        this.admitted.set(region, context.epoch);
        break;
      case 'exclude':
        this.admitted.delete(region);
        break;
      case 'rebuild':
      case 'repoint':
        this.standing.add(`${action.verb} ${at}`);
        break;
      // What a service does by itself is only seen.
      case 'await':
      case 'verify':
        break;
      default:
        return { kind: 'refused', why: `${action.verb} makes no sense for ${action.component}` };
    }
    return { kind: 'done', facts: this.facts(action.component, region) };
  }

  private checkAdmitted(region: string, epoch: number): void {
    this.violations.push(...this.behind.notReadyFor(region, epoch));
    for (const component of Object.values(this.platform.components)) {
      // A group of none by its own figures serves nobody anywhere.
      const serves =
        component.kind === 'service' ||
        (component.kind === 'virtual-machines' && component.active.desired > 0);
      if (!serves || !isWhereItServes(component, this.platform, region)) continue;
      if (this.ready(component.name, region) === 0) {
        this.violations.push(`${region} was admitted before ${component.name} ran there`);
      }
    }
  }

  private ready(component: string, region: string): number {
    const scaled = this.capacity.get(`${component}@${region}`);
    if (scaled !== undefined) return scaled;
    const found = this.platform.components[component];
    const standby = this.platform.regions[region]?.role === 'standby';
    if (found?.kind === 'virtual-machines') return found[standby ? 'standby' : 'active'].desired;
    if (found?.kind !== 'service') return 0;
    return standby ? found.standby.min : found.replicas.min;
  }

  facts(component: string, region: string): Facts {
    const epoch = this.admitted.get(region) ?? null;
    const held = this.isHeld(component, region);
    const served = this.isReady(region) && !this.anyHeld() && this.behind.allWritable();
    const kind = this.platform.components[component]?.kind ?? '';
    const count = this.capacity.get(`${component}@${region}`) ?? this.ready(component, region);
    const scales = ['service', 'kubernetes-cluster', 'virtual-machines'].includes(kind);
    const rehearsed = count > 0;
    const toldEpoch = this.told.get(`${component}@${region}`) ?? 0;
    return {
      ready: scales ? count : epoch !== null,
      epoch,
      toldEpoch,
      served,
      held,
      inFlight: 0,
      rehearsed,
      controllersReady: count > 0,
      ...this.stands(component, region),
    };
  }

  /** Whether it was built there, and led to. */
  stands(component: string, region: string): Facts {
    const at = `${component}@${region}`;
    return {
      built: this.standing.has(`rebuild ${at}`),
      pointed: this.standing.has(`repoint ${at}`),
    };
  }

  /** Its `/readyz` says yes: reached, and not behind the newest epoch that was admitted. */
  isReady(region: string): boolean {
    const newest = Math.max(...this.admitted.values());
    return this.behind.reaches(region) && this.admitted.get(region) === newest;
  }

  private isHeld(component: string, region: string): boolean {
    const hold = this.held.get(`${component}@${region}`);
    return hold !== undefined && hold.until > this.behind.now();
  }

  /** Whether writes wait anywhere now. */
  anyHeld(): boolean {
    return [...this.held.values()].some((hold) => hold.until > this.behind.now());
  }
}
