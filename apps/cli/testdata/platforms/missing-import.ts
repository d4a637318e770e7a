import { definePlatform } from '@outrigger/model';
import { shared } from './shared.ts';

export default definePlatform(shared);
