import { commonSettings, type Settings } from '../service/configuration.ts';

export const webSettings = commonSettings satisfies Settings;
