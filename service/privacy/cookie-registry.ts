import type { BothLanguages, CookieRegistry, RegisteredItem } from '../../contract/api/policies.ts';

const thisService: BothLanguages = {
  en: 'This service alone; no other company.',
  ru: 'Только эта служба; другие компании — нет.',
};

/** Everything the service may set or ask an app to store; what is not named here is not allowed (`GET /v1/cookies`). */
export const cookieRegistry: CookieRegistry = {
  items: [
    item('lr_session_hint', 'cookie', 'essential', null, {
      en: 'Tells that somebody is signed in, so that an answer meant for one person is never given to another.',
      ru: 'Отмечает, что выполнен вход, чтобы ответ для одного человека никогда не достался другому.',
    }),
    item('lr_page_language', 'storage', 'essential', null, {
      en: 'The language you read the pages of the service in.',
      ru: 'Язык, на котором вы читаете страницы службы.',
    }),
    item('lr_preferences', 'cookie', 'functional', 365, {
      en: 'Remembers how you like the pages of the service to look.',
      ru: 'Помнит, какой вид страниц службы вам удобен.',
    }),
    item('lr_usage', 'cookie', 'functional', 30, {
      en: 'Lets the service count which of its parts are used, without your name.',
      ru: 'Позволяет считать, какими частями службы пользуются, — без вашего имени.',
    }),
    item('lr_reading_place', 'storage', 'functional', 180, {
      en: 'Remembers where you stopped reading on a page of the service.',
      ru: 'Помнит, на каком месте страницы вы остановились.',
    }),
    item('lr_interest', 'cookie', 'advertisement', 90, {
      en: 'Remembers which topics interest you, to choose offers by.',
      ru: 'Помнит, какие темы вам интересны, чтобы подбирать по ним предложения.',
    }),
    item('lr_offers_seen', 'storage', 'advertisement', 90, {
      en: 'Remembers which offers you have seen, so that the same one is not shown again.',
      ru: 'Помнит, какие предложения вы уже видели, чтобы не показывать их снова.',
    }),
  ],
};

function item(
  name: string,
  kind: RegisteredItem['kind'],
  category: RegisteredItem['category'],
  retentionDays: number | null,
  purpose: BothLanguages,
): RegisteredItem {
  return { name, kind, category, purpose, retentionDays, reader: thisService };
}
