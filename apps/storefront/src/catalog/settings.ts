import { commonSettings, databaseSettings, type Settings } from '../service/configuration.ts';

export const catalogSettings = {
  ...commonSettings,
  ...databaseSettings,
} as const satisfies Settings;
