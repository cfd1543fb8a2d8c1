import type { Terms } from '../../../contract/api/accounts.ts';
import type { ExternalPage } from '../../../contract/domain/account.ts';
import type { PageText } from '../page-layout.ts';

/** All pages in one language. */
export interface PageTexts {
  /** Under every page: whose pages these are. */
  readonly footer: string;
  readonly pages: Readonly<Record<ExternalPage, (terms: Terms) => PageText>>;
}
