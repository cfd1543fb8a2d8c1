const windowMs = 4000;

/** Measures bytes a second over the last four seconds of one download. */
export interface Speed {
  add(receivedBytes: number, atMs: number): void;
  /** Null until two samples half a second apart are known. */
  bytesPerSecond(): number | null;
}

/** Makes a speed meter. */
export function createSpeed(): Speed {
  let samples: { readonly bytes: number; readonly atMs: number }[] = [];
  return {
    add(bytes, atMs) {
      samples = [...samples.filter((sample) => atMs - sample.atMs <= windowMs), { bytes, atMs }];
    },
    bytesPerSecond() {
      const first = samples[0];
      const last = samples.at(-1);
      if (first === undefined || last === undefined || last.atMs - first.atMs < 500) return null;
      return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs));
    },
  };
}
