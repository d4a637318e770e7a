import { expect, test } from 'vitest';
import { shop, spoil } from '../testing/shop.ts';
import { resolve } from './index.ts';

function component(name: string, field: string, value: unknown): unknown {
  const resolution = resolve(spoil(shop(), ['components', name, field], value));
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform.components[name];
}

test('nothing stands already, and nothing is patched, unless it is written', () => {
  expect(component('orders', 'needs', ['orders-db'])).toMatchObject({
    existing: null,
    terraform: {},
  });
});

test('an id for each region, or one for what AWS has once', () => {
  const ids = { 'us-east-1': 'orders-east' };
  expect(component('orders-db', 'existing', { id: ids })).toMatchObject({
    existing: { by: 'id', ids },
  });
  expect(component('domain', 'existing', { id: 'Z0123' })).toMatchObject({
    existing: { by: 'id', ids: { 'us-east-1': 'Z0123', 'us-west-2': 'Z0123' } },
  });
});

test('tags are asked in every region', () => {
  const tags = { Name: 'orders' };
  expect(component('orders-db', 'existing', { tags })).toMatchObject({
    existing: { by: 'tags', tags },
  });
});

test('a patch stays as it was written', () => {
  const patch = { 'aws_db_instance.orders_db': { apply_immediately: true, tags: { a: ['b'] } } };
  expect(component('orders-db', 'terraform', patch)).toMatchObject({ terraform: patch });
});

test('a size that was asked for stays beside the one that is used', () => {
  const asked = { asked: 'db.t2.small', used: 'db.r6g.large', source: 'Aurora user guide' };
  expect(component('records-db', 'size', asked)).toMatchObject({
    size: 'db.r6g.large',
    sizeAsked: asked,
  });
});

test('what our tables do not know is taken with who says that AWS offers it', () => {
  const later = (used: string) => ({ used, source: 'AWS, what is new' });
  expect(component('records-db', 'size', later('db.m99.large'))).toMatchObject({
    size: 'db.m99.large',
    sizeAsked: null,
  });
  expect(component('orders-db', 'version', later('21.1'))).toMatchObject({ version: '21.1' });
  expect(component('records-db', 'version', later('9.7'))).toMatchObject({ version: '9.7' });
  expect(component('cluster', 'version', later('1.99'))).toMatchObject({ version: '1.99' });
  const groups = { apps: { instances: [later('m99.large'), 'm7i.large'], min: 1, max: 2 } };
  expect(component('cluster', 'nodeGroups', groups)).toMatchObject({
    nodeGroups: { apps: { instances: ['m99.large', 'm7i.large'] } },
  });
});

test('what stands in for a retired size is still looked up', () => {
  const asked = { asked: 'db.t2.small', used: 'db.m99.large', source: 'Aurora user guide' };
  expect(() => component('records-db', 'size', asked)).toThrow(/size\.used.*m99/);
});
