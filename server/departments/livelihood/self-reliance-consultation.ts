import { ObjectType } from 'type-graphql';
import { Row } from '#server/database/shape';
import { openedTo } from '../opened-to';
import { WindowConsultation } from '../window-consultation';

/** A consultation at the 自立相談支援機関. */
@ObjectType({ description: '自立相談支援機関の相談。' })
@Row('livelihood.self_reliance_consultation', { opened: openedTo('livelihood') })
export class SelfRelianceConsultation extends WindowConsultation {}
