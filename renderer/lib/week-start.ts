/** What engines know of a locale's week (tc39.es/ecma402, Intl.Locale.prototype.getWeekInfo); the types do not have it yet. */
interface LocaleWithWeek extends Intl.Locale {
  getWeekInfo?(): { readonly firstDay: number };
}

/**
 * The weekday that a week begins with, 1 for Monday to 7 for Sunday: as the system's region has it when the system speaks the language of
 * the app, else as is usual in that language.
 */
export function weekStart(language: string, systemLanguage: string): number {
  const isSame = systemLanguage.split('-')[0]?.toLowerCase() === language;
  try {
    const locale: LocaleWithWeek = new Intl.Locale(isSame ? systemLanguage : language);
    return locale.getWeekInfo?.().firstDay ?? 1;
  } catch {
    // What a system calls its language need not be one.
    return 1;
  }
}
