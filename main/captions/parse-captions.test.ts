import { describe, expect, it } from 'vitest';
import { parseCaptions } from './parse-captions.ts';

const parse = (text: string) => parseCaptions(new TextEncoder().encode(text), () => Promise.resolve());

describe('C4: WebVTT captions', () => {
  it('C4: reads cues with ids, settings, tags, entities and several lines', async () => {
    const text =
      'WEBVTT - a title\n\nNOTE not shown\n\n1\n00:01.000 --> 00:02.500 line:90%\n<v Anna>Hello &amp; <i>welcome</i>\nsecond line\n\n01:00:00.000 --> 01:00:01.000\nAn hour in\n';
    expect(await parse(text)).toEqual([
      { startMs: 1000, endMs: 2500, text: 'Hello & welcome\nsecond line' },
      { startMs: 3_600_000, endMs: 3_601_000, text: 'An hour in' },
    ]);
  });
  it('C4: reads Windows line ends, a byte order mark and Cyrillic', async () => {
    expect(await parse('\uFEFFWEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nЗдравствуйте\r\n')).toEqual([
      { startMs: 0, endMs: 1000, text: 'Здравствуйте' },
    ]);
  });
  it('C4: skips what is no cue and keeps the rest, in order of time', async () => {
    const text =
      'WEBVTT\n\n00:09.000 --> 00:10.000\nlater\n\n99:99 --> nonsense\nbad\n\n00:05.000 --> 00:04.000\nbackwards\n\n00:01.000 --> 00:02.000\nsooner\n\n00:03.000 --> 00:04.000\n\n';
    expect((await parse(text))?.map((cue) => cue.text)).toEqual(['sooner', 'later']);
  });
  it('C4: markup from a stranger stays text', async () => {
    expect(
      (await parse('WEBVTT\n\n00:00.000 --> 00:01.000\n&lt;img src=x onerror=alert(1)&gt;<script>x</script>'))?.[0]
        ?.text,
    ).toBe('<img src=x onerror=alert(1)>x');
  });
  it.each(['', 'not captions', 'WEBVTTX\n\n00:00.000 --> 00:01.000\nx', '1\n00:00:00,000 --> 00:00:01,000\nSubRip'])(
    'refuses %j',
    async (text) => {
      expect(await parse(text)).toBeNull();
    },
  );
});
