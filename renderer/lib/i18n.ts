import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../locales/en.json' with { type: 'json' };
import ru from '../locales/ru.json' with { type: 'json' };

/** The languages the app speaks. */
export type AppLanguage = 'en' | 'ru';

/** The language to speak: what the person chose, or the system's, or English. */
export function chooseLanguage(chosen: 'system' | AppLanguage, systemLanguage: string): AppLanguage {
  if (chosen !== 'system') return chosen;
  return systemLanguage.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** The message catalogues, ready at once: no loading, no network. */
export function createI18n(language: AppLanguage): I18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { en: { translation: en }, ru: { translation: ru } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
