import { describe, expect, it } from 'vitest';
import { parseCaptions } from './parse-captions.ts';

const parse = (text: string) => parseCaptions(new TextEncoder().encode(text), () => Promise.resolve());
const textOf = async (payload: string) => (await parse(`WEBVTT\n\n00:00.000 --> 00:01.000\n${payload}\n`))?.[0]?.text;

describe('C4: captions as they come in practice', () => {
  it.each([
    ['line:0', 'top'],
    ['line:10%', 'top'],
    ['position:50% line:1,start align:center', 'top'],
    ['line:90%', undefined],
    ['line:-1', undefined],
    ['line:12', undefined],
    ['position:10%,line-left size:40% align:start', undefined],
    ['nonsense:: line:', undefined],
  ])('C4: of the settings "%s" the place is kept: %s', async (settings, place) => {
    const cue = (await parse(`WEBVTT\n\n00:00.000 --> 00:01.000 ${settings}\nx\n`))?.[0];
    expect(cue?.text).toBe('x');
    expect(cue?.place).toBe(place);
  });

  it.each([
    ['<v.loud Anna>Hello</v> <c.yellow>there</c>', 'Hello there'],
    ['<v Анна>Привет</v>', 'Привет'],
    ['One <00:00:00.500>two <b>three</b><i/>', 'One two three'],
    ['if x < 3 and y > 2', 'if x < 3 and y > 2'],
    ['<i>a</i> <b <c <d', 'a <b <c <d'],
    ['&#1071; &#x42F; &hellip; &unknown; &#0; &#xD800;', 'Я Я … &unknown;'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['a\u0000b\u0007c', 'abc'],
    ['e\u0301', 'é'],
    ['  spaced  \n   ', 'spaced'],
  ])('C4: %j reads as %j', async (payload, text) => {
    expect(await textOf(payload)).toBe(text);
  });

  it('C4: a blank line forgotten between cues, or after the head, loses no cue', async () => {
    const text =
      'WEBVTT\n00:00.000 --> 00:01.000\none\n00:01.000 --> 00:02.000\ntwo\n \n0:00:02.500-->0:00:03.000\nthree';
    expect((await parse(text))?.map((cue) => [cue.startMs, cue.text])).toEqual([
      [0, 'one'],
      [1000, 'two'],
      [2500, 'three'],
    ]);
  });

  it('C4: styles, regions and notes are no cues, and overlapping cues all stay', async () => {
    const text =
      'WEBVTT\nKind: captions\n\nSTYLE\n::cue { color: url(x) }\n\nREGION\nid:a\n\nNOTE\nfor us\n\n00:00.000 --> 00:09.000\nsign\n\n00:01.000 --> 00:02.000\nsaid\n';
    expect((await parse(text))?.map((cue) => cue.text)).toEqual(['sign', 'said']);
  });

  it('C4: a bad cue in the middle takes its own words with it and no others', async () => {
    const text =
      'WEBVTT\n\n00:00.000 --> 00:01.000\none\n\n00:61.000 --> 00:62.000\nbad\n\n00:03.000 --> 00:04.000\ntwo\n';
    expect((await parse(text))?.map((cue) => cue.text)).toEqual(['one', 'two']);
  });

  it('C4: a file of old Mac line ends and a cue without an end of line', async () => {
    expect(await parse('WEBVTT\r\r00:00.000 --> 00:01.000\rlast')).toEqual([{ startMs: 0, endMs: 1000, text: 'last' }]);
  });

  it('C4: what a stranger made enormous is cut', async () => {
    expect((await textOf('x'.repeat(100_000)))?.length).toBe(2000);
    expect((await parse(`WEBVTT\n\n${'00:00.000 --> 00:01.000\nx\n\n'.repeat(20_500)}`))?.length).toBe(20_000);
  });

  it('C4: a long file is read in pieces, so that the app does not stand still', async () => {
    let breathCount = 0;
    const text = `WEBVTT\n\n${'00:00.000 --> 00:01.000\nx\n\n'.repeat(1000)}`;
    const cues = await parseCaptions(new TextEncoder().encode(text), () => {
      breathCount += 1;
      return Promise.resolve();
    });
    expect(cues).toHaveLength(1000);
    expect(breathCount).toBeGreaterThan(10);
  });
});
