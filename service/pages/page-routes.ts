import { z } from 'zod';
import { externalPagePaths } from '../../contract/api/accounts.ts';
import { externalPages } from '../../contract/domain/account.ts';
import { termsInForce } from '../accounts/terms.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { firstPolicy, type Policies, type PolicyFacts } from '../privacy/policies.ts';
import { pageLanguages, preferredLanguage, type PageLanguage } from './page-language.ts';
import { pageHeaders, renderPage } from './page-layout.ts';
import { english } from './texts/english.ts';
import type { PageTexts } from './texts/page-texts.ts';
import { russian } from './texts/russian.ts';

const texts: Readonly<Record<PageLanguage, PageTexts>> = { en: english, ru: russian };

const PageQuery = z.object({
  language: z.enum(pageLanguages).optional(),
  version: z.string().min(1).max(40).optional(),
});

/** The whole text of a version of the privacy policy, as it is served. */
export function privacyPage(policy: PolicyFacts, language: PageLanguage): string {
  const { footer, pages } = texts[language];
  return renderPage(language, pages.privacy({ terms: termsInForce, policy }), footer);
}

/**
 * `GET /pages/…`: what people read in their browser. `?language=` outranks what the browser likes; `?version=` names a version of the privacy
 * policy, else it is the one in force. Not part of the API's document.
 */
export function pageRoutes(app: ServiceApp, { policies }: { readonly policies: Policies }): void {
  for (const page of externalPages) {
    app.route({
      method: 'GET',
      url: externalPagePaths[page],
      schema: { hide: true, querystring: PageQuery },
      handler: async (request, reply) => {
        const { language = preferredLanguage(request.headers['accept-language']), version } = request.query;
        const policy = page === 'privacy' ? policies.find(version) : firstPolicy;
        if (policy === null) throw new ServiceProblem('not-found');
        const { footer, pages } = texts[language];
        const html =
          page === 'privacy'
            ? privacyPage(policy, language)
            : renderPage(language, pages[page]({ terms: termsInForce, policy }), footer);
        return reply.headers({ ...pageHeaders, 'content-language': language }).send(html);
      },
    });
  }
}
