import type { Terms } from '../../../contract/api/accounts.ts';
import type { ExternalPage } from '../../../contract/domain/account.ts';
import type { PolicyFacts } from '../../privacy/policies.ts';
import type { PageText } from '../page-layout.ts';

/** What the pages are about. */
export interface PageFacts {
  readonly terms: Terms;
  readonly policy: PolicyFacts;
}

/** All pages in one language. */
export interface PageTexts {
  /** Under every page: whose pages these are. */
  readonly footer: string;
  readonly pages: Readonly<Record<ExternalPage, (facts: PageFacts) => PageText>>;
}
