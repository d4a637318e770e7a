/** Each line of the design, on the resolved platform. */
import { testRequirements } from '../testing.ts';
import written from './platform.ts';
import { ours, requirements } from './requirements.ts';

testRequirements(written, requirements, ours);
