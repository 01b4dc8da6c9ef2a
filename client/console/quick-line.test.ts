import { describe, expect, it } from 'vitest';
import { organizationsLike, readLine } from './quick-line';

const today = '2026-11-28';
const council = { id: 'o1', name: '山梨市社会福祉協議会' };
const yui = { id: 'o2', name: 'オアシスやまなし 結(架空)' };
const watch = { id: 'o3', name: '民生委員児童委員協議会' };
const all = [yui, watch, council];
const read = (line: string) => readLine(line, all, today);

describe('one line of the recorder', () => {
  it('is who, what and until when in one go', () => {
    const whole = { title: '見守りを週1回', organization: council, unclear: null, dueOn: '2026-12-10' };
    expect(read('@社協 見守りを週1回 12/10')).toEqual(whole);
    expect(read('＠社会福祉　見守りを週1回　令和8年12月10日')).toEqual(whole);
    expect(read('見守りを週1回 12/10まで @社協')).toEqual(whole);
    expect(read('社会福祉：見守りを週1回：12/10')).toEqual(whole);
  });

  it('may leave out who, or until when', () => {
    expect(read('見守りを週1回')).toEqual({ title: '見守りを週1回', organization: null, unclear: null, dueOn: null });
    expect(read('見守り：来週金曜')).toMatchObject({ title: '見守り', organization: null, dueOn: '2026-12-04' });
    expect(read('社会福祉：見守り')).toMatchObject({ title: '見守り', organization: council, dueOn: null });
  });

  it('takes a whole name with a space in it, as the list puts it in', () => {
    expect(read('@オアシスやまなし 結(架空) 声かけ 明日')).toEqual({
      title: '声かけ',
      organization: yui,
      unclear: null,
      dueOn: '2026-11-29',
    });
  });

  it('asks when the name may be several, or nobody’s', () => {
    expect(read('@協議会 声かけ')).toMatchObject({ organization: null, unclear: '協議会' });
    expect(read('@どこか 声かけ')).toMatchObject({ organization: null, unclear: 'どこか' });
  });

  it('keeps a clock, a share and a colon that are part of the words', () => {
    expect(read('10:30に集まる')).toMatchObject({ title: '10:30に集まる', dueOn: null });
    expect(read('持ち物：名札と水筒')).toMatchObject({ title: '持ち物：名札と水筒', organization: null, dueOn: null });
  });
});

it('offers the likeliest organisation first', () => {
  expect(organizationsLike('社協', all)).toEqual([council]);
  expect(organizationsLike('協議会', all)).toEqual([council, watch]);
  expect(organizationsLike('', all)).toHaveLength(3);
});
