import { expect, test } from 'vitest';
import { repositoryOf } from './index.ts';

test.each([
  ['web', 'web'],
  ['web:1.0', 'web'],
  ['shop/web', 'shop/web'],
  ['shop/web:1.0', 'shop/web'],
  ['shop.web', 'shop.web'],
  ['shop/web.api', 'shop/web.api'],
  ['ghcr.io/shop/web', null],
  ['localhost/web', null],
  ['localhost:5000/web:1', null],
  ['123456789012.dkr.ecr.us-east-1.amazonaws.com/web', null],
])('the repository of %s is %s', (image, repository) => {
  expect(repositoryOf(image)).toBe(repository);
});
