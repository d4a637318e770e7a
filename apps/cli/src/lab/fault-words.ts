import type { Fault } from '@outrigger/lab';
import { mendName, nearest, parseBytes, parseDuration } from '@outrigger/model';
import { type Refusal, refuseArgument } from '../refusal.ts';

/** What a fault may name. */
export interface Places {
  readonly regions: readonly { readonly name: string; readonly zones: readonly string[] }[];
  /** What runs in a zone; left out where it isn't known yet. */
  readonly processes?: (zone: string) => readonly string[];
}

/** Where a database is written: where a fault falls that names no place. */
export interface WriterPlace {
  readonly region: string;
  readonly zone: string;
  readonly component: string;
}

/** A fault as it was said; its place may have to wait until one knows who writes. */
export interface SaidFault {
  readonly kind: Fault['kind'];
  readonly needsWriter: boolean;
  at(writer: WriterPlace): Fault;
}

interface Form {
  /** How it is written, for help and for messages. */
  readonly form: string;
  readonly partsMax: number;
  read(parts: readonly string[], names: Names): SaidFault['at'];
}

const slowMsDefault = 200;

const forms: { readonly [Kind in Fault['kind']]: Form } = {
  'zone-loss': {
    form: 'zone-loss:<zone>',
    partsMax: 1,
    read: ([zone], names) => {
      if (zone !== undefined) names.zone(zone);
      return (writer) => ({ kind: 'zone-loss', zone: zone ?? writer.zone });
    },
  },
  'region-loss': {
    form: 'region-loss:<region>',
    partsMax: 1,
    read: ([region], names) => {
      if (region !== undefined) names.region(region);
      return (writer) => ({ kind: 'region-loss', region: region ?? writer.region });
    },
  },
  partition: {
    form: 'partition:<region>',
    partsMax: 1,
    read: ([region], names) => {
      if (region !== undefined) names.region(region);
      return (writer) => ({ kind: 'partition', region: region ?? writer.region });
    },
  },
  'witness-loss': {
    form: 'witness-loss',
    partsMax: 0,
    read: () => () => ({ kind: 'witness-loss' }),
  },
  cut: {
    form: 'cut:<site>:<site>[:one-way]',
    partsMax: 3,
    read: (parts, names) => {
      const [from, to] = names.link(parts);
      const [, , way] = parts;
      if (way !== undefined && way !== 'one-way') {
        throw names.refuse(`'${way}' is no way to cut a link`, 'write one-way, or leave it out');
      }
      return () => ({ kind: 'cut', from, to, oneWay: way === 'one-way' });
    },
  },
  'slow-link': {
    form: 'slow-link:<site>:<site>[:<delay>[:<bytes a second>]]',
    partsMax: 4,
    read: (parts, names) => {
      const [from, to] = names.link(parts);
      const [, , delay, width] = parts;
      const delayMs = delay === undefined ? slowMsDefault : names.amount(delay, parseDuration);
      const bandwidthBytesPerSecond = width === undefined ? null : names.amount(width, parseBytes);
      return () => ({ kind: 'slow-link', from, to, delayMs, bandwidthBytesPerSecond });
    },
  },
  'process-crash': {
    form: 'process-crash:<zone>:<process>',
    partsMax: 2,
    read: ([zone, process], names) => {
      if (zone !== undefined) names.zone(zone);
      if (zone !== undefined && process !== undefined) names.process(zone, process);
      return (writer) => ({
        kind: 'process-crash',
        zone: zone ?? writer.zone,
        process: process ?? writer.component,
      });
    },
  },
  frozen: {
    form: 'frozen:<zone or region>',
    partsMax: 1,
    read: ([place], names) => {
      if (place === undefined) return (writer) => ({ kind: 'frozen', zone: writer.zone });
      if (names.isRegion(place)) return () => ({ kind: 'frozen', region: place });
      names.zone(place, 'zone or region');
      return () => ({ kind: 'frozen', zone: place });
    },
  },
};

export const faultForms: readonly string[] = Object.values(forms).map(({ form }) => form);

/**
 * `region-loss:us-east-1` and its like, for `lab inject` and `drill --failure`. Most may leave
 * their place out: then it is where the first database is written. `option` is what messages call
 * it.
 */
export function readFault(words: string, places: Places, option: string): SaidFault {
  const [kind = '', ...parts] = words.split(':');
  const names = namesIn(words, places, option);
  if (!isKind(kind)) {
    const near = nearest(kind, Object.keys(forms));
    const known = `known are ${faultForms.join(', ')}`;
    const mend = near === null ? known : `write ${forms[near as Fault['kind']].form}; ${known}`;
    throw names.refuse('the lab cannot inject this', mend);
  }
  const { form, partsMax, read } = forms[kind];
  if (parts.length > partsMax || parts.includes('')) {
    throw names.refuse('it has a part too many, or an empty one', `write ${form}`);
  }
  const at = read(parts, names);
  const needed = kind === 'process-crash' ? 2 : kind === 'witness-loss' ? 0 : 1;
  return { kind, needsWriter: parts.length < needed, at };
}

function isKind(word: string): word is Fault['kind'] {
  return Object.hasOwn(forms, word);
}

type Names = ReturnType<typeof namesIn>;

/** The names that there are; whatever is none of them is refused with those that would do. */
function namesIn(words: string, places: Places, option: string) {
  const regions = places.regions.map((region) => region.name);
  const zones = places.regions.flatMap((region) => region.zones);
  const refuse = (wrong: string, mend: string): Refusal =>
    refuseArgument(option, words, wrong, mend);
  const demand = (what: string, name: string, known: readonly string[]): void => {
    if (!known.includes(name)) throw refuse(`there is no ${what} '${name}'`, mendName(name, known));
  };
  const sites = [...regions, 'witness'];
  return {
    refuse,
    isRegion: (name: string) => regions.includes(name),
    region: (name: string) => demand('region', name, regions),
    zone: (name: string, what = 'zone') =>
      demand(what, name, what === 'zone' ? zones : [...zones, ...regions]),
    process: (zone: string, name: string) => {
      const known = places.processes?.(zone);
      if (known !== undefined) demand(`process in ${zone} called`, name, known);
    },
    link([from, to]: readonly string[]): readonly [string, string] {
      if (from === undefined || to === undefined || from === to) {
        throw refuse('a link is between two sites', `name two of ${sites.join(', ')}`);
      }
      for (const site of [from, to]) demand('site', site, sites);
      return [from, to];
    },
    amount(text: string, parse: typeof parseDuration): number {
      const amount = parse(text);
      if (!amount.ok) throw refuse(`'${text}' ${amount.wrong}`, amount.mend);
      return amount.value;
    },
  };
}

/** As a person would write it: what `lab status` lists and `lab heal` takes. */
export function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'witness-loss':
      return fault.kind;
    case 'cut':
      return `cut:${fault.from}:${fault.to}${fault.oneWay ? ':one-way' : ''}`;
    case 'slow-link': {
      const { from, to, delayMs, bandwidthBytesPerSecond: width } = fault;
      return `slow-link:${from}:${to}:${delayMs}ms${width === null ? '' : `:${width}B`}`;
    }
    case 'process-crash':
      return `process-crash:${fault.zone}:${fault.process}`;
    default:
      return `${fault.kind}:${'zone' in fault ? fault.zone : fault.region}`;
  }
}

/** What has happened, in a few words. */
export function faultSentence(fault: Fault): string {
  switch (fault.kind) {
    case 'zone-loss':
      return `${fault.zone} killed, all of it`;
    case 'region-loss':
      return `${fault.region} killed, all of it`;
    case 'partition':
      return `${fault.region} cut off from all other sites; clients still reach it`;
    case 'witness-loss':
      return 'the witness killed';
    case 'cut':
      return fault.oneWay
        ? `the link from ${fault.from} to ${fault.to} cut, that way only`
        : `the link from ${fault.from} to ${fault.to} cut`;
    case 'slow-link':
      return `the link from ${fault.from} to ${fault.to} slowed to ${fault.delayMs} ms each way`;
    case 'process-crash':
      return fault.process === 'agent'
        ? `the agent of ${fault.zone} killed; nobody starts it again before it is healed`
        : `${fault.process} in ${fault.zone} killed; its agent starts it again`;
    case 'frozen':
      return `${'zone' in fault ? fault.zone : fault.region} stands still, agents and all`;
  }
}
