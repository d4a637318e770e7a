/** Each line of the design: on the resolved platform, and on the Terraform that is built of it. */
import { testBuilt } from '../testing/built.ts';
import { built } from '../testing/ec2-monitored.ts';
import { testRequirements } from '../testing.ts';
import written from './platform.ts';
import { ours, requirements } from './requirements.ts';

testRequirements(written, requirements, ours);
testBuilt(written, requirements, built);
