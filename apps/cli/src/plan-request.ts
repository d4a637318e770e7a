import type { Platform } from '@outrigger/model';
import { type Intent, intents, type Loss, type PlanRequest } from '@outrigger/recovery';
import { type Refusal, refuseArgument } from './refusal.ts';

/** What a user says about the plan that they want. */
export interface PlanWords {
  /** `region-loss:us-east-1` */
  readonly failure?: string;
  readonly intent?: string;
  readonly from?: string;
  readonly to?: string;
}

const inRegion = ['region-loss', 'partition'] as const;
const inZone = ['zone-loss', 'process-crash'] as const;

export function readRequest(words: PlanWords, platform: Platform): PlanRequest {
  const { failure, intent, from = null, to = null } = words;
  if (failure === undefined && intent === undefined) {
    const [region = ''] = Object.keys(platform.regions);
    throw refuseArgument(
      '--failure',
      null,
      'a plan needs to know what it is for',
      `add --failure region-loss:${region}, or --intent switchover`,
    );
  }
  for (const [option, region] of Object.entries({ '--from': from, '--to': to })) {
    if (region !== null && !Object.hasOwn(platform.regions, region)) {
      throw noSuchRegion(option, region, platform);
    }
  }
  const loss = failure === undefined ? null : readLoss(failure, platform);
  return { intent: readIntent(intent, loss), failure: loss, from, to };
}

function readIntent(intent: string | undefined, loss: Loss | null): Intent {
  if (intent === undefined) return 'failover';
  const known = intents.find((candidate) => candidate === intent);
  if (known === undefined) {
    throw refuseArgument('--intent', intent, 'no intent has this name', listed(intents));
  }
  if (known === 'failover' && loss === null) {
    const mend = 'add --failure, such as --failure region-loss:<region>';
    throw refuseArgument('--intent', intent, 'a failover needs to know what is lost', mend);
  }
  if (known === 'switchover' && loss !== null) {
    const mend = 'leave --failure out, or use --intent failover';
    throw refuseArgument('--failure', null, 'a switchover is for healthy regions', mend);
  }
  return known;
}

export function readLoss(failure: string, platform: Platform): Loss {
  const [name = '', place = '', ...more] = failure.split(':');
  const regional = inRegion.find((kind) => kind === name);
  const zonal = inZone.find((kind) => kind === name);
  if (regional === undefined && zonal === undefined) {
    const mend = `${listed([...inRegion, ...inZone])}, each followed by : and a place`;
    throw refuseArgument(
      '--failure',
      failure,
      'no failure that is planned for has this name',
      mend,
    );
  }
  const regions = Object.values(platform.regions);
  if (regional !== undefined && more.length === 0) {
    if (!Object.hasOwn(platform.regions, place)) throw noSuchRegion('--failure', failure, platform);
    return { kind: regional, region: place, zone: null };
  }
  const region = regions.find(({ zones }) => zones.some((zone) => zone.name === place));
  if (zonal === undefined || region === undefined || more.length > 0) {
    const zones = regions.flatMap((candidate) => candidate.zones.map((zone) => zone.name));
    const mend = `write ${name}: and one of ${zones.join(', ')}`;
    throw refuseArgument('--failure', failure, `${platform.name} has no such zone`, mend);
  }
  return { kind: zonal, region: region.name, zone: place };
}

function noSuchRegion(option: string, value: string, platform: Platform): Refusal {
  const mend = `the regions are ${Object.keys(platform.regions).join(', ')}`;
  return refuseArgument(option, value, `${platform.name} has no such region`, mend);
}

function listed(names: readonly string[]): string {
  return `known are ${names.join(', ')}`;
}
