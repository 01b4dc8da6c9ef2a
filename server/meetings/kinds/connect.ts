import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** コネクト会議: people found by 栄養パトロール; consent only until the city confirms a basis (RULES 3). */
export const connect: Conference = {
  key: 'CONNECT',
  name: 'コネクト会議',
  profile: conferenceProfiles.CONNECT,
  opening: '栄養パトロールで気づいた方の支援を、同意のもとで話し合います（根拠は市に確認中です）。',
  notes: [
    ['WORRY', '把握した課題'],
    ['IDEA', '支援策'],
    ['GAP', '足りない資源'],
  ],
  steps: ['目的とルール', '把握した課題', '支援策', '役割分担', '次回'],
  closing: ['ROLE', 'ACTION', 'DECISION', 'OUTCOME'],
};
