/** The same JSON with every value of another type: objects and lists keep their shape. */
export function withWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(withWrongTypes);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withWrongTypes(entry)]));
  }
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return String(value);
  return value === null ? 0 : 'yes';
}

/** The same JSON object with some top-level fields changed, where it has them. */
export function withFields(text: string, change: Readonly<Record<string, (value: string) => string>>): string {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return text;
  const entries = Object.entries(parsed as Record<string, unknown>).map(([key, value]) => {
    const changed = change[key];
    return [key, changed === undefined || typeof value !== 'string' ? value : changed(value)];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

/** An ETag that is not this one. */
export function otherEntityTag(etag: string): string {
  return `"changed-${etag.slice(1)}`;
}

/** A digest that is not this one, as hex. */
export function otherDigest(sha256: string): string {
  return sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
}
