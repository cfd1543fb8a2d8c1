import { expect, it } from 'vitest';
import { receiptPage } from './receipt-page.ts';

it('G4: a receipt is one page that runs nothing, loads nothing, and takes no word for markup', () => {
  const page = receiptPage({
    language: 'ru',
    title: 'Квитанция <script>alert(1)</script>',
    lead: '"Всё" & больше',
    sections: [{ title: 'Что стёрто', rows: [{ label: 'Заметки', value: "<img src='x'>" }], notes: ['Готово'] }],
  });
  expect(page).toContain('<html lang="ru">');
  expect(page).toContain("default-src 'none'");
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('<th scope="row">Заметки</th><td>&lt;img src=&#39;x&#39;&gt;</td>');
  expect(page).toContain('&quot;Всё&quot; &amp; больше');
  expect(page).not.toMatch(/<script|<img|https?:|src="|href=/);
});
