import type { ExternalPage } from '../contract/domain/account.ts';
import { externalPagePaths } from '../contract/api/accounts.ts';
import type { AppAbout } from '../contract/domain/views.ts';
import { assertNever, done, fail } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { Configuration } from './configuration.ts';
import type { EmbeddedService } from './electron/embedded-service.ts';

/** Which service the app speaks to. */
export interface ServiceFacts {
  /** Scheme, host and port; null when there is none to speak to. */
  origin(): Promise<string | null>;
  /** Opens one of its pages for people; `service-unreachable` when there is no service. */
  openPage(page: ExternalPage, open: (url: string) => Promise<void>): Promise<Result<null>>;
  about(): Promise<AppAbout>;
}

/** Makes them from the configuration and, when nothing else is configured, the embedded service. */
export function createServiceFacts(deps: {
  readonly configuration: Pick<Configuration, 'service'>;
  readonly embedded: Promise<EmbeddedService | null>;
  readonly facts: Omit<AppAbout, 'service'>;
}): ServiceFacts {
  const { service } = deps.configuration;

  async function origin(): Promise<string | null> {
    switch (service.kind) {
      case 'embedded':
        return (await deps.embedded)?.origin ?? null;
      case 'remote':
        return service.origin;
      case 'none':
        return null;
      default:
        return assertNever(service);
    }
  }

  async function serviceOfAbout(): Promise<AppAbout['service']> {
    switch (service.kind) {
      case 'embedded':
        return { kind: 'embedded', sampleAccounts: (await deps.embedded)?.sampleAccounts ?? [] };
      case 'remote':
        return { kind: 'remote', host: new URL(service.origin).host };
      case 'none':
        return { kind: 'none' };
      default:
        return assertNever(service);
    }
  }

  return {
    origin,
    async openPage(page, open) {
      const address = await origin();
      if (address === null) return fail('service-unreachable');
      await open(new URL(externalPagePaths[page], address).href);
      return done;
    },
    about: async () => ({ ...deps.facts, service: await serviceOfAbout() }),
  };
}
