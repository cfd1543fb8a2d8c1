import { externalPagePaths } from '../../contract/api/accounts.ts';
import { externalPages } from '../../contract/domain/account.ts';
import { termsInForce } from '../accounts/terms.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { preferredLanguage, type PageLanguage } from './page-language.ts';
import { pageHeaders, renderPage } from './page-layout.ts';
import { english } from './texts/english.ts';
import type { PageTexts } from './texts/page-texts.ts';
import { russian } from './texts/russian.ts';

const texts: Readonly<Record<PageLanguage, PageTexts>> = { en: english, ru: russian };

/** `GET /pages/…`: what people read in their browser. Not part of the API's document. */
export function pageRoutes(app: ServiceApp): void {
  for (const page of externalPages) {
    app.route({
      method: 'GET',
      url: externalPagePaths[page],
      schema: { hide: true },
      handler: async (request, reply) => {
        const language = preferredLanguage(request.headers['accept-language']);
        const { footer, pages } = texts[language];
        return reply
          .headers({ ...pageHeaders, 'content-language': language })
          .send(renderPage(language, pages[page](termsInForce), footer));
      },
    });
  }
}
