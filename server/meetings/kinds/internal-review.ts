import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** 庁内等検討会議: drafts and follows the plan; aggregates only. */
export const internalReview: Conference = {
  key: 'CHONAI',
  name: '庁内等検討会議',
  profile: conferenceProfiles.CHONAI,
  opening: '実施計画の策定と進み具合を、庁内と社会福祉協議会で確かめます。',
  notes: [
    ['WORRY', '論点'],
    ['IDEA', '検討の案'],
  ],
  steps: ['前回の確認', '進み具合', '検討', '次回', '読み上げ'],
  closing: ['ROLE', 'ACTION', 'DECISION'],
};
