import { FieldResolver, Resolver } from 'type-graphql';
import { Case } from '#server/casework/case';
import { Shown } from '#server/database/shape';
import { ActionItem } from './action-item';
import { Role } from './role';

/** What conferences add to a case: who does what, and until when. */
@Resolver(() => Case)
export class CaseMatters {
  @FieldResolver(() => [Role], { description: 'この事例の役割。' })
  @Shown('operational', { many: 'case_id', order: (u) => `${u}.position, ${u}.id` })
  roles(): Role[] {
    return [];
  }

  @FieldResolver(() => [ActionItem], { description: 'この事例の次にやること。' })
  @Shown('operational', { many: 'case_id', order: (u) => `${u}.created_at, ${u}.id` })
  actionItems(): ActionItem[] {
    return [];
  }
}
