import { commonSettings, databaseSettings, type Settings, text } from '../service/configuration.ts';

export const picturesSettings = {
  ...commonSettings,
  ...databaseSettings,
  FILE_STORE_FOLDER: text("this region's file store: a folder that the zones of the region share"),
} as const satisfies Settings;
