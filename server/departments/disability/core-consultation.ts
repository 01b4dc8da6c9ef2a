import { ObjectType } from 'type-graphql';
import { Row } from '#server/database/shape';
import { openedTo } from '../opened-to';
import { WindowConsultation } from '../window-consultation';

/** A consultation at the 基幹相談支援センター. */
@ObjectType({ description: '基幹相談支援センターの相談。' })
@Row('disability.core_consultation', { opened: openedTo('disability') })
export class CoreConsultation extends WindowConsultation {}
