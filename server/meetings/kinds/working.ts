import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** ワーキング: training with fictional cases only. */
export const working: Conference = {
  key: 'WORKING',
  name: 'ワーキング（研修）',
  profile: conferenceProfiles.WORKING,
  opening: '研修です。架空の事例だけを使います。',
  notes: [
    ['STRENGTH', '見つけた強み'],
    ['WORRY', '見立て'],
    ['IDEA', '支援の案'],
  ],
  steps: ['目的', '事例（架空）', '演習', 'ふりかえり'],
  closing: ['ROLE', 'ACTION', 'DECISION', 'ATTENDANCE'],
};
