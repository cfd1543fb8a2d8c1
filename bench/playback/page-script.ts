/** A page with nothing on it. */
export const barePage = '<!doctype html><meta charset="utf-8"><title>bench</title><body></body>';

/**
 * What the bench's pages can do, put into each by `executeJavaScript`; all times are the page's own, in milliseconds. A seek has ended when the
 * element says `seeked` and the frame of that moment has come to the compositor.
 */
export const pageScript = `globalThis.bench = (() => {
  let video = null;
  let failed = null;
  const frame = (isRight) => new Promise((resolve) => {
    const of = video;
    const look = (_now, { mediaTime }) => {
      if (isRight(mediaTime)) resolve(mediaTime);
      else of.requestVideoFrameCallback(look);
    };
    of.requestVideoFrameCallback(look);
  });
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  function leave() {
    if (video === null) return;
    video.removeAttribute('src');
    video.load();
    video.remove();
    video = null;
  }

  async function open(url) {
    leave();
    const startedAt = performance.now();
    video = document.createElement('video');
    video.width = 400;
    video.muted = true;
    video.preload = 'auto';
    document.body.append(video);
    const of = video;
    failed = new Promise((_resolve, reject) => {
      of.addEventListener('error', () => of.error && reject(new Error(of.error.message)));
    });
    failed.catch(() => undefined);
    const shown = frame(() => true);
    video.src = url;
    video.play().catch(() => undefined);
    await Promise.race([shown, failed]);
    const milliseconds = performance.now() - startedAt;
    video.pause();
    return milliseconds;
  }

  async function seek(seconds) {
    const seeked = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    const shown = frame((mediaTime) => Math.abs(mediaTime - seconds) < 0.1);
    const startedAt = performance.now();
    video.currentTime = seconds;
    await Promise.race([Promise.all([seeked, shown]), failed]);
    return performance.now() - startedAt;
  }

  /** Every other seek is not waited for: the next one comes while it is under way. */
  async function scrub(places, pauses) {
    for (const [index, seconds] of places.entries()) {
      if (index % 2 === 0 || index === places.length - 1) await seek(seconds);
      else {
        video.currentTime = seconds;
        await wait(pauses[index]);
      }
    }
    return places.length;
  }

  async function drain(answer) {
    const reader = answer.body.getReader();
    let bytes = 0;
    for (;;) {
      const next = await reader.read();
      if (next.done) return bytes;
      bytes += next.value.byteLength;
    }
  }

  /** Megabytes a second of the whole file: in one answer, or asking 'bytes=N-' again where an answer ended, as the player does. */
  async function fetchAll(url, byRanges) {
    const startedAt = performance.now();
    let bytes = 0;
    for (let sizeBytes = Infinity; bytes < sizeBytes;) {
      const answer = await fetch(url, byRanges ? { headers: { range: 'bytes=' + bytes + '-' } } : {});
      const total = answer.headers.get('content-range')?.split('/')[1] ?? answer.headers.get('content-length');
      sizeBytes = Number(total);
      bytes += await drain(answer);
    }
    return bytes / 1000 / (performance.now() - startedAt);
  }

  return { open, seek, leave, scrub, fetchAll };
})();
null;`;
