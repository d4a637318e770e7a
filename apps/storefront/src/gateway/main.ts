import { runService } from '../service/lifecycle.ts';
import { assembleGateway } from './service.ts';
import { gatewaySettings } from './settings.ts';

await runService('gateway', gatewaySettings, assembleGateway);
