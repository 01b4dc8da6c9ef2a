import { ObjectType } from 'type-graphql';
import { Row } from '#server/database/shape';
import { openedTo } from '../opened-to';
import { WindowConsultation } from '../window-consultation';

/** A consultation at the 地域包括支援センター. */
@ObjectType({ description: '地域包括支援センターの相談。' })
@Row('elderly_care.center_consultation', { opened: openedTo('elderly-care') })
export class CenterConsultation extends WindowConsultation {}
