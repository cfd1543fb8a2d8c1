import type { Statements } from '../statements.ts';

/** The tables of consent, the same in `library.db` and in `computer.db`. */
export interface ConsentTables {
  /** Triggers refuse to change or delete a row; `facts` is the canonical JSON that `hash` is of. */
  readonly consents: {
    readonly sequence: number;
    readonly id: string;
    readonly facts: string;
    readonly hash: string;
  };
  /** One row: what may change, as JSON. */
  readonly consent_marks: { readonly only: number; readonly value: string };
}

/** Typed queries on either file. */
export type ConsentStatements = Statements<ConsentTables>;

/** What SQL makes them. */
export const consentTablesSql = `
  CREATE TABLE consents (
    sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER consents_never_change BEFORE UPDATE ON consents
    BEGIN SELECT RAISE(ABORT, 'the ledger of consent is only added to'); END;
  CREATE TRIGGER consents_never_go BEFORE DELETE ON consents
    BEGIN SELECT RAISE(ABORT, 'the ledger of consent is only added to'); END;
  CREATE TRIGGER consents_only_behind BEFORE INSERT ON consents
    WHEN EXISTS (SELECT 1 FROM consents WHERE sequence >= NEW.sequence OR id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger of consent is only added to'); END;

  CREATE TABLE consent_marks (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    value TEXT NOT NULL
  ) STRICT;
`;
