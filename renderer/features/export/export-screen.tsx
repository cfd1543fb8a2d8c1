import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { ExportContents } from './export-contents.tsx';
import { ImportPart } from './import-part.tsx';
import { SavePart } from './save-part.tsx';

/** Taking everything along in one file, and bringing such a file here. */
export function ExportScreen(): ReactNode {
  return (
    <PrivacyPage place="export">
      <ExportContents />
      <SavePart />
      <ImportPart />
    </PrivacyPage>
  );
}
