import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** 支援会議 (法106条の6): without consent, secret even in its existence; works towards consent. */
export const supportConference: Conference = {
  key: 'SHIEN_KAIGI',
  name: '支援会議',
  profile: conferenceProfiles.SHIEN_KAIGI,
  opening: '社会福祉法106条の6による会議です。開催そのものを含め、ここで知ったことは外に出せません。',
  secrecy:
    '社会福祉法106条の6第5項により、支援会議の事務に従事する人、または従事していた人は、正当な理由なく、支援会議の事務に関して知り得た秘密を漏らしてはなりません。違反すると、同法159条により罰せられることがあります（条文は市が確認中です）。',
  notes: [
    ['WORRY', '気がかり'],
    ['STRENGTH', 'つながりの糸口'],
    ['IDEA', '関係づくりの案'],
  ],
  steps: ['守秘の確認', '事例', '共有', '支援体制', '関係づくり', '役割分担', '次回', '読み上げ'],
  closing: ['ROLE', 'ACTION', 'DECISION', 'ATTENDANCE'],
};
