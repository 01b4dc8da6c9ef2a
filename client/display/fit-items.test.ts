import { describe, expect, it } from 'vitest';
import { fitItems, fitSentences } from './fit-items';

const ofLength = (length: number, sign = 'あ') => sign.repeat(length);

describe('a row of the wall', () => {
  it('gives two short sentences a line each', () => {
    expect(fitItems(['互いを大切に思っている', '機械の修理が得意'])).toEqual({
      lines: ['互いを大切に思っている', '機械の修理が得意'],
      rest: 0,
    });
    expect(fitItems(['散歩が好き'])).toEqual({ lines: ['散歩が好き'], rest: 0 });
    expect(fitItems([])).toEqual({ lines: [], rest: 0 });
  });
  it('says how many more there are', () => {
    expect(fitItems([ofLength(16), ofLength(15), ofLength(4)])).toEqual({ lines: [ofLength(16), ofLength(15)], rest: 1 });
    expect(fitItems([ofLength(10), ofLength(18), ofLength(9)])).toEqual({ lines: [`${ofLength(10)}、${ofLength(18)}`], rest: 1 });
  });
  it('never shows half a sentence, and never none', () => {
    expect(fitItems([ofLength(20), ofLength(20)])).toEqual({ lines: [ofLength(20)], rest: 1 });
    expect(fitItems([ofLength(60), 'い'])).toEqual({ lines: [ofLength(60)], rest: 1 });
  });
  it('counts Latin letters as half', () => {
    expect(fitItems([ofLength(30, 'a'), ofLength(8)])).toEqual({ lines: [ofLength(30, 'a'), ofLength(8)], rest: 0 });
  });
});

it('a description ends where a sentence ends', () => {
  const text = '移動販売が減りました。通院の足もありません。';
  expect([40, 20, 1].map((room) => fitSentences(text, room))).toEqual([text, '移動販売が減りました。', '移動販売が減りました。']);
});
