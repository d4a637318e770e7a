import { runService } from '../service/lifecycle.ts';
import { assemblePictures } from './service.ts';
import { picturesSettings } from './settings.ts';

await runService('pictures', picturesSettings, assemblePictures);
