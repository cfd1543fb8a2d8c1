/** Mono 16-bit PCM in WAV files (RIFF): reading what espeak-ng writes, joining, writing. */

/** @typedef {{ sampleRate: number, samples: Int16Array }} Sound */

/** @param {Buffer} file @returns {Sound} */
export function readWave(file) {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('not a WAV file');
  let sampleRate = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const sizeBytes = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
    if (name === 'fmt ') sampleRate = file.readUInt32LE(at + 12);
    if (name === 'data') {
      const samples = new Int16Array(Math.floor(sizeBytes / 2));
      for (let index = 0; index < samples.length; index += 1) samples[index] = file.readInt16LE(at + 8 + index * 2);
      return { sampleRate, samples };
    }
    at += 8 + sizeBytes + (sizeBytes % 2);
  }
  throw new Error('a WAV file without data');
}

/** @param {Sound} sound @returns {Buffer} */
export function writeWave(sound) {
  const sizeBytes = sound.samples.length * 2;
  const file = Buffer.alloc(44 + sizeBytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + sizeBytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sound.sampleRate, 24);
  file.writeUInt32LE(sound.sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(sizeBytes, 40);
  sound.samples.forEach((sample, index) => file.writeInt16LE(sample, 44 + index * 2));
  return file;
}

/** Without the silence before and after. @param {Sound} sound @returns {Sound} */
export function trimSilence(sound) {
  const threshold = 120;
  const first = sound.samples.findIndex((sample) => Math.abs(sample) > threshold);
  const last = sound.samples.findLastIndex((sample) => Math.abs(sample) > threshold);
  if (first < 0) return { ...sound, samples: new Int16Array(0) };
  const air = Math.round(sound.sampleRate * 0.02);
  return { ...sound, samples: sound.samples.slice(Math.max(0, first - air), last + 1 + air) };
}

/** Puts sounds at their places in one sound of a given length. @param {{ startMs: number, sound: Sound }[]} placed @param {number} durationMs @param {number} sampleRate @returns {Sound} */
export function joinSounds(placed, durationMs, sampleRate) {
  const samples = new Int16Array(Math.round((durationMs * sampleRate) / 1000));
  for (const { startMs, sound } of placed) samples.set(sound.samples, Math.round((startMs * sampleRate) / 1000));
  return { sampleRate, samples };
}

/** @param {Sound} sound */
export function lengthMs(sound) {
  return (sound.samples.length * 1000) / sound.sampleRate;
}
