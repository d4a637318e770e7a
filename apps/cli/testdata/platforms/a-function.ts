import { definePlatform } from '@outrigger/model';

export default () => definePlatform({ name: 'shop' });
