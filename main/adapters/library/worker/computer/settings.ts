import { defaultSettings, Settings } from '../../../../../contract/domain/settings.ts';
import { parseJson } from './parse-json.ts';
import type { ComputerStatements } from './tables.ts';

/** What was chosen; a setting that is missing or makes no sense has its default, the others keep their value. */
export function readSettings(store: ComputerStatements): Settings {
  let settings = defaultSettings;
  for (const { name, value } of store.all(store.build.selectFrom('settings').selectAll())) {
    const withValue = Settings.safeParse({ ...settings, [name]: parseJson(value) });
    if (withValue.success) settings = withValue.data;
  }
  return settings;
}

/** Keeps every setting; rows of other names (a newer app's) stay. */
export function writeSettings(store: ComputerStatements, settings: Settings): null {
  for (const [name, value] of Object.entries(Settings.parse(settings))) {
    const row = { value: JSON.stringify(value) };
    store.run(
      store.build
        .insertInto('settings')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row)),
    );
  }
  return null;
}
