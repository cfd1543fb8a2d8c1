/** The general region of an account: two letters of a country (ISO 3166-1 alpha-2) and nothing finer; null: not said. */
export const regionMigration = `
ALTER TABLE accounts ADD COLUMN region TEXT;
`;
