import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** 地域まるごと支援会議: citizens in the room; de-identified case cards and community issues only. */
export const wholeCommunity: Conference = {
  key: 'MARUGOTO',
  name: '地域まるごと支援会議',
  profile: conferenceProfiles.MARUGOTO,
  opening: '市民のみなさんと、地域の困りごとと支え合いを考えます。事例は個人が分からない形にしてあります。',
  notes: [
    ['IDEA', 'アイデア'],
    ['STRENGTH', '地域のつよみ'],
    ['WISH', 'こうなるといい'],
    ['WORRY', '困りごと'],
    ['GAP', '足りないもの'],
  ],
  steps: ['目的とルール', '前回の確認', '事例と課題', '話し合い', '役割', '次にやること', '読み上げ'],
  easy: {
    steps: ['今日すること', '前に決めたこと', '困っていること', '話す時間', 'だれがするか', '次にすること', '読んで確かめる'],
    notes: ['考え', '地域のよいところ', 'こうなるとうれしい', '困っていること', 'あるとよいもの'],
  },
  closing: ['ROLE', 'ACTION', 'DECISION'],
};
