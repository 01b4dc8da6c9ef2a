import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** 支援会議 (法106条の6): without consent, secret even in its existence; works towards consent. */
export const supportConference: Conference = {
  key: 'SHIEN_KAIGI',
  name: '支援会議',
  profile: conferenceProfiles.SHIEN_KAIGI,
  opening: '社会福祉法106条の6による会議です。開催そのものを含め、ここで知ったことは外に出せません。',
  steps: ['守秘の確認', '事例', '共有', '支援体制', '関係づくり', '役割分担', '次回', '読み上げ'],
};
