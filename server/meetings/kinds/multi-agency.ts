import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** 重層的支援会議(個別): policy, roles and plan of one consented case; the only place that decides, replans, ends or interrupts a plan. */
export const multiAgency: Conference = {
  key: 'JUSOTEKI_CASE',
  name: '重層的支援会議（個別）',
  profile: conferenceProfiles.JUSOTEKI_CASE,
  opening: '本人の同意の範囲で話し合います。同意のない機関は、その議題の間は席を外してください。',
  notes: [
    ['STRENGTH', '強み'],
    ['WISH', '本人ののぞみ'],
    ['WORRY', '課題'],
    ['IDEA', '支援策'],
    ['GAP', '足りない資源'],
  ],
  steps: ['目的とルール', '前回の確認', '事例', '質問', '課題', '支援策', '役割分担', '次回', '読み上げ'],
  closing: ['ROLE', 'ACTION', 'DECISION', 'OUTCOME', 'ATTENDANCE'],
};
