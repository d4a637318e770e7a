import { resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import netDiagram from '../../../examples/net-diagram/platform.ts';
import { playedPart } from './played-part.ts';
import { smallPlatform } from './testing/small-platform.ts';

test('a platform of kinds that the lab plays stays as it is; a registry is told', () => {
  const platform = smallPlatform();
  expect(playedPart(platform)).toEqual({
    platform,
    told: ['Not played in the lab: images (container-registry)'],
  });
});

test('a document store is left out, and services run without it', () => {
  const resolution = resolve(netDiagram);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const { documents, catalog } = resolution.platform.components;
  expect(documents?.kind).toBe('documentdb');
  expect(catalog).toMatchObject({ needs: expect.arrayContaining(['documents']) });
  const { platform, told } = playedPart(resolution.platform);
  expect(platform.components.documents).toBeUndefined();
  expect(platform.components.catalog).toMatchObject({
    needs: expect.not.arrayContaining(['documents']),
  });
  expect(told.join()).toMatch(/^Not played in the lab: .*documents \(documentdb\)/);
});
