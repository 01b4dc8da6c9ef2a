import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** Open Talking Bar: network of those who support; no case data. */
export const openTalkingBar: Conference = {
  key: 'OPEN_TALKING_BAR',
  name: '支援関係者ネットワーク会議（Open Talking Bar）',
  profile: conferenceProfiles.OPEN_TALKING_BAR,
  opening: '支援に関わる団体どうしが知り合う場です。個人の事例は話しません。',
  notes: [
    ['STRENGTH', '得意なこと'],
    ['WISH', 'いっしょにしたいこと'],
    ['GAP', '足りないもの'],
  ],
  steps: ['はじめに', '近況', '語らい', 'おしらせ'],
  closing: ['ROLE', 'ACTION', 'DECISION'],
};
