import type { Page } from 'playwright';

/** Asks main through the window's own bridge, as the page's code does; gives the raw `Result`. */
export function askMain(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ({ request, argument }) => {
      const { bridge } = globalThis as unknown as {
        bridge: { request(name: string, input: unknown): Promise<unknown> };
      };
      return bridge.request(request, argument);
    },
    { request: name, argument: input },
  );
}
