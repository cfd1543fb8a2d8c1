const statsOf = (origin: string): string => `${origin}/_stats`;

/** Bytes of lectures (not of captions or covers) that the service has sent since it forgot what it sent before. */
export async function sentLectureBytes(origin: string): Promise<number> {
  const stats = (await (await fetch(statsOf(origin))).json()) as { assets: Record<string, { bytesSent: number }> };
  return Object.entries(stats.assets)
    .filter(([id]) => /720p|360p|audio/.test(id))
    .reduce((sum, [, { bytesSent }]) => sum + bytesSent, 0);
}

/** Makes the service forget what it sent. */
export async function forgetSent(origin: string): Promise<void> {
  await fetch(statsOf(origin), { method: 'DELETE' });
}
