/** What a component makes, and what is left of a platform without it. */
import { terraformFacets } from '@outrigger/components';
import { isKind, type Kind, kinds, type Platform, resolve } from '@outrigger/model';
import { startState } from '@outrigger/recovery';
import type { Fragment, TerraformFacet } from '@outrigger/terraform';

/** Every resource that a component makes, `us-east-1/network aws_vpc.main`. */
export function madeBy(platform: Platform, name: string): Set<string> {
  const component = platform.components[name];
  if (component === undefined) throw new Error(`${platform.name} has no ${name}`);
  const facet = terraformFacets[component.kind];
  if ('none' in facet) return new Set();
  // Each facet takes its own kind only, and is only ever given components of that kind.
  const own = facet as TerraformFacet<Kind>;
  const input = { component, platform, state: startState(platform) };
  const addresses = (folder: string, { blocks }: Fragment) =>
    blocks
      .filter(({ type }) => type === 'resource')
      .map(({ labels }) => `${folder} ${labels.join('.')}`);
  const regional = component.regions.flatMap((region) => {
    const place = platform.regions[region];
    const fragments = place === undefined ? [] : (own.region?.({ ...input, region: place }) ?? []);
    return fragments.flatMap((fragment) => addresses(`${region}/${fragment.layer}`, fragment));
  });
  return new Set([
    ...regional,
    ...(own.global?.(input) ?? []).flatMap((fragment) => addresses('global', fragment)),
    ...(own.peering?.(input) ?? []).flatMap((fragment) => addresses('peering', fragment)),
  ]);
}

/** A platform before anything is checked or filled. */
export interface Written {
  readonly regions?: { readonly [name: string]: object };
  readonly components?: { readonly [name: string]: object };
}

/** The platform where no region follows another: AWS makes the passwords of its databases. */
export function withBackupsOnly(written: Written): Platform {
  const regions = Object.entries(written.regions ?? {}).map(([name, region], index) => [
    name,
    { ...region, role: index === 0 ? 'primary' : 'standby' },
  ]);
  const components = Object.entries(written.components ?? {}).map(([name, component]) => {
    const { replicaIn: _, ...left } = { replicaIn: undefined, ...component };
    // Nobody is led by geography where one region serves.
    const isGeo = Reflect.get(left, 'routing') === 'geo';
    return [name, isGeo ? { ...left, routing: 'simple', geo: undefined } : left];
  });
  const resolution = resolve({
    ...written,
    strategy: 'backup-restore',
    objectives: {
      'zone-loss': { rpo: '0s', rto: '10m' },
      'region-loss': { rpo: '24h', rto: '24h' },
    },
    regions: Object.fromEntries(regions),
    components: Object.fromEntries(components),
  });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  return resolution.platform;
}

/**
 * The platform without one of its components, and without what others say of it. Where they can't
 * do without, or every platform has one, it stands already instead: then nothing of it is made.
 */
export function without(written: Written, name: string): Platform {
  const { [name]: gone, ...others } = written.components ?? {};
  const rest = Object.entries(others).map(([other, component]) => [other, cut(component, name)]);
  const resolution = resolve({ ...written, components: Object.fromEntries(rest) });
  if (resolution.ok && resolution.platform.components[name] === undefined) {
    return resolution.platform;
  }
  const existing = { tags: { Name: 'theirs' } };
  const standing = { ...(gone ?? { kind: 'network' }), existing };
  const kept = resolve({ ...written, components: { ...others, [name]: standing } });
  if (!kept.ok) throw new Error(JSON.stringify(kept.problems, null, 2));
  return kept.platform;
}

/** Only fields that refer to components: `web` may be an image as well. */
function cut(component: object, name: string): object {
  const kind: unknown = Reflect.get(component, 'kind');
  const references = isKind(kind) ? Object.keys(kinds[kind].references) : [];
  return Object.fromEntries(
    Object.entries(component).flatMap(([field, value]) => {
      if (!references.includes(field)) return [[field, value]];
      const left = withoutName(value, name);
      return left === undefined ? [] : [[field, left]];
    }),
  );
}

function withoutName(value: unknown, name: string): unknown {
  if (value === name) return undefined;
  if (Array.isArray(value)) return value.filter((item) => item !== name);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== name));
}
