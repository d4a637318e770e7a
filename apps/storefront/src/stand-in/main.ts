import { runService } from '../service/lifecycle.ts';
import { assembleStandIn } from './service.ts';
import { standInSettings } from './settings.ts';

await runService('stand-in', standInSettings, assembleStandIn);
