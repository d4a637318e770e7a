import { runService } from '../service/lifecycle.ts';
import { assembleWeb } from './service.ts';
import { webSettings } from './settings.ts';

await runService('web', webSettings, assembleWeb);
