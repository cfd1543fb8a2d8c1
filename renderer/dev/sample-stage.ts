import type { WindowFacts } from '../../contract/domain/stage.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';

/** The window as main would tell it; the page itself stays as large as the browser is. */
export function stageAnswers(tell: (facts: WindowFacts) => void): Answers {
  let facts: WindowFacts = { mini: false, screenReader: false };
  return {
    'window.read': () => ({ ok: true, value: facts }),
    'window.mini': ({ on }) => {
      if (facts.mini !== on) {
        facts = { ...facts, mini: on };
        tell(facts);
      }
      return { ok: true, value: facts };
    },
    'stage.playing': () => ({ ok: true, value: null }),
    'stage.artwork': () => ({ ok: true, value: { dataUrl: null } }),
  };
}
