import type { App } from '../../main/app.ts';

/** The ways in, after which a person is asked whose account has not chosen yet. */
const waysIn = [
  'account.signIn',
  'account.create',
  'account.unlock',
  'account.chooseProfile',
  'account.retry',
] as const;

/** The app with somebody who refuses whatever they are asked about privacy, at the start and after coming in. */
export function answeringConsent(app: App): App {
  const { routes } = app;
  async function answer(): Promise<void> {
    const view = await routes['consent.read'](null);
    if (!view.ok || view.value.question === null) return;
    const refusal = { action: 'reject-all', functional: false, advertisement: false } as const;
    await routes['consent.decide']({ ...refusal, place: 'sheet', language: 'en' });
  }
  const answering = <In, Out>(request: (input: In) => Promise<Out>) => {
    return async (input: In): Promise<Out> => {
      const entered = await request(input);
      await answer();
      return entered;
    };
  };
  return {
    ...app,
    routes: {
      ...routes,
      ...Object.fromEntries(
        waysIn.map((name) => [name, answering(routes[name] as (input: unknown) => Promise<unknown>)]),
      ),
    },
    async start() {
      await app.start();
      await answer();
    },
  };
}
