import { createHash } from 'node:crypto';
import { PolicyVersion, type PolicyList } from '../../contract/api/policies.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import type { PageLanguage } from '../pages/page-language.ts';

const PolicyFacts = PolicyVersion.omit({ textSha256: true });
/** What a version of the policy says about itself; its text says it too, so the hashes come last. */
export type PolicyFacts = Omit<PolicyVersion, 'textSha256'>;

/** A version to be published; without dates it is published, and in force, from today on by the service's clock. */
export interface NewPolicy {
  readonly version: string;
  readonly change: 'major' | 'minor';
  readonly publishedOn?: string;
  readonly inForceFrom?: string;
  readonly changes?: PolicyFacts['changes'];
}

/** The versions of the privacy and cookie policy. */
export interface Policies {
  /** Newest first. */
  list(): PolicyList;
  /** Throws when a version of this name was published already, or a date is none. */
  publish(policy: NewPolicy): void;
  /** The version of this name; without one, that in force by the service's clock. Null: there is none of this name. */
  find(version?: string): PolicyFacts | null;
}

/** The version the sample begins with; as old as its Terms, so that it is in force wherever a clock stands. */
export const firstPolicy: PolicyFacts = {
  version: '2026-01',
  publishedOn: '2026-01-12',
  inForceFrom: '2026-01-12',
  change: 'first',
  changes: [],
};

const usualChanges: PolicyFacts['changes'] = [
  {
    en: 'The text says more plainly what is kept, and for how long.',
    ru: 'В тексте яснее сказано, что хранится и как долго.',
  },
];

/** Keeps in the database what was published after the first version. */
export function createPolicies(deps: {
  readonly database: ServiceDatabase;
  readonly clock: Clock;
  /** The whole text of a version as it is served. */
  readonly textOf: (policy: PolicyFacts, language: PageLanguage) => string;
}): Policies {
  const { database, clock, textOf } = deps;
  const read = database.prepare<[], string>('SELECT facts FROM policy_versions ORDER BY place DESC').pluck();
  const write = database.prepare('INSERT INTO policy_versions (version, facts) VALUES (?, ?)');
  const today = (): string => new Date(clock.nowMs()).toISOString().slice(0, 10);

  function all(): readonly PolicyFacts[] {
    return [...read.all().map((text) => PolicyFacts.parse(JSON.parse(text))), firstPolicy];
  }

  const digest = (policy: PolicyFacts, language: PageLanguage) =>
    createHash('sha256').update(textOf(policy, language)).digest('hex');

  return {
    list: () => ({
      privacy: all().map((policy) => ({
        ...policy,
        textSha256: { en: digest(policy, 'en'), ru: digest(policy, 'ru') },
      })),
    }),
    publish({ version, change, publishedOn = today(), inForceFrom = publishedOn, changes = usualChanges }) {
      if (version === firstPolicy.version) throw new Error('this version was published already');
      const facts = PolicyFacts.parse({ version, change, publishedOn, inForceFrom, changes });
      write.run(facts.version, JSON.stringify(facts));
    },
    find(version) {
      const now = today();
      const wanted = (policy: PolicyFacts) =>
        version === undefined ? policy.inForceFrom <= now : policy.version === version;
      return all().find(wanted) ?? (version === undefined ? firstPolicy : null);
    },
  };
}
