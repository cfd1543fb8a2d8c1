import type { Statements } from '../../main/adapters/library/worker/statements.ts';

/** One query that was run, as SQLite got it. */
export interface RecordedQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Statements that tell what they ran and how long SQLite took for it. */
export function recorded<Tables>(statements: Statements<Tables>): {
  readonly statements: Statements<Tables>;
  readonly queries: RecordedQuery[];
  tookMs(): number;
} {
  const queries: RecordedQuery[] = [];
  let tookMs = 0;
  function timed<Query extends { compile(): { sql: string; parameters: readonly unknown[] } }, Answer>(
    query: Query,
    run: (compiled: Query) => Answer,
  ): Answer {
    const compiled = query.compile();
    queries.push(compiled);
    const startedAtMs = performance.now();
    const answer = run({ ...query, compile: () => compiled });
    tookMs += performance.now() - startedAtMs;
    return answer;
  }
  return {
    queries,
    tookMs: () => tookMs,
    statements: {
      ...statements,
      all: (query) => timed(query, statements.all),
      first: (query) => timed(query, statements.first),
    },
  };
}
