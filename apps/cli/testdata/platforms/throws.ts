import { definePlatform } from '@outrigger/model';

function size(environment: string | undefined): number {
  if (environment === undefined) throw new Error('set SIZE first');
  return Number(environment);
}

export default definePlatform({ name: 'shop', size: size(undefined) });
