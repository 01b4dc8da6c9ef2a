import { conferenceProfiles } from '#server/access/conference-profile';
import type { Conference } from './conference';

/** 重層的支援会議(有識者): the yearly PDCA by experts; figures and resource gaps, no cases. */
export const evaluation: Conference = {
  key: 'JUSOTEKI_EVALUATION',
  name: '重層的支援会議（有識者）',
  profile: conferenceProfiles.JUSOTEKI_EVALUATION,
  opening: '年度の実績を見て、事業全体を振り返ります。個別の事例は扱いません。',
  notes: [
    ['STRENGTH', '成果'],
    ['WORRY', '評価での課題'],
    ['IDEA', '次年度への提案'],
    ['GAP', '足りない社会資源'],
  ],
  steps: ['目的とルール', '実績の確認', '評価', '社会資源', '次年度へ', '読み上げ'],
  closing: ['ROLE', 'ACTION', 'DECISION'],
};
