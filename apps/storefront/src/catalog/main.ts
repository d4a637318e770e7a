import { runService } from '../service/lifecycle.ts';
import { assembleCatalog } from './service.ts';
import { catalogSettings } from './settings.ts';

await runService('catalog', catalogSettings, assembleCatalog);
