import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One step of the tour: what was done, how it ended, and its picture. */
export interface TourStep {
  readonly title: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly screenshot: string | null;
  readonly note: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Writes the one-page report beside the screenshots; gives its path. */
export async function writeReport(folder: string, runtime: string, steps: readonly TourStep[]): Promise<string> {
  const passed = steps.filter((step) => step.passed).length;
  const sections = steps.map(
    (step, index) => `<section>
<h2>${index + 1}. ${escaped(step.title)} <small>${step.passed ? '✓' : '✗'} ${step.seconds.toFixed(1)} s</small></h2>
<p>${escaped(step.note)}</p>
${step.screenshot === null ? '' : `<img src="${escaped(step.screenshot)}" alt="${escaped(step.title)}" loading="lazy">`}
</section>`,
  );
  const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>LECTOROOM guided tour</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1.5rem; }
h1 { font-weight: 600; } h2 { font-size: 1.15rem; margin-top: 3rem; } small { font-weight: 400; opacity: 0.7; }
img { width: 100%; border: 1px solid #8884; border-radius: 8px; }
</style>
<h1>LECTOROOM: the main job</h1>
<p>${passed} of ${steps.length} steps went well. ${escaped(runtime)}. ${new Date().toISOString()}</p>
${sections.join('\n')}
</html>
`;
  const path = join(folder, 'index.html');
  await writeFile(path, page);
  return path;
}
