import { expect, test } from 'vitest';
import { type DatabaseLayout, type LabLayout, votersOf } from './layout.ts';
import { testLayout } from './test-layout.ts';

function layoutOf(...regions: readonly string[]): LabLayout {
  const zones = (region: string) =>
    ['a', 'b'].map((letter) => ({
      name: `${region}${letter}`,
      loadBalancerPort: 0,
      servicePort: 0,
    }));
  return testLayout({
    stateFolder: '/nowhere',
    regions: Object.fromEntries(regions.map((region) => [region, zones(region)])),
    entryPort: 0,
    entryControlPort: 0,
    linksControlPort: 0,
  });
}

function databaseIn(...regions: readonly string[]): DatabaseLayout {
  const members = regions.map((region) => ({
    id: `orders-db@${region}a`,
    region,
    zone: `${region}a`,
    proxyPort: 0,
    postgresPort: 0,
    atStart: true,
  }));
  return {
    component: 'orders-db',
    kind: 'postgres',
    members,
    writerAtStart: members[0]?.id ?? '',
    standbyAtStart: null,
  };
}

const votes = (layout: LabLayout, region: string) =>
  votersOf(layout, region, `${region}a`).map(({ site, zone }) => [site, zone]);

test('one region: two of its zones and the witness', () => {
  expect(votes(layoutOf('north'), 'north')).toEqual([
    ['witness', null],
    ['north', 'northb'],
  ]);
});

test('three regions: the one with a copy votes, though another one is named before it', () => {
  const layout = { ...layoutOf('north', 'east', 'west'), databases: [databaseIn('north', 'west')] };
  expect(votes(layout, 'north')).toEqual([
    ['witness', null],
    ['west', 'westa'],
  ]);
  // It moved there: the region that it left has the other copy.
  expect(votes(layout, 'west')).toEqual([
    ['witness', null],
    ['north', 'northa'],
  ]);
});

test('three regions with a copy each: the one that the platform names first votes', () => {
  const databases = [databaseIn('north', 'east', 'west')];
  const layout = { ...layoutOf('north', 'east', 'west'), databases };
  const others = ['north', 'east', 'west'].map((region) => votes(layout, region)[1]?.[0]);
  expect(others).toEqual(['east', 'north', 'north']);
});
