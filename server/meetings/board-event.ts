import { Arg, Field, ID, Int, ObjectType, Resolver, Root as Source, Subscription } from 'type-graphql';
import { Root } from '#server/database/root';
import { DateTimeScalar } from '#server/database/scalars';
import { Shown } from '#server/database/shape';
import { Session } from './session';

const wall = { contracts: ['display'] } as const;

/**
 * One event of a board. It carries the board as it is when the event is sent, read again for the receiver: what was there before and may
 * no longer be seen is not there any more.
 */
@ObjectType({ description: 'ボードの出来事。届くたびに、受け取る人が見てよい、いまのボードが添えられる。' })
@(Shown('operational', wall) as ClassDecorator)
export class BoardEvent {
  @Field(() => Int, { description: '受け取る側ごとの通し番号。抜けも重なりもない。' })
  @Shown('operational', wall)
  seq!: number;

  @Field(() => String, { description: '種類。SNAPSHOT は、つないだ時点のボード。' })
  @Shown('operational', wall)
  kind!: string;

  @Field(() => DateTimeScalar, { description: '起きた時刻。' })
  @Shown('operational', wall)
  at!: string;

  @Field(() => DateTimeScalar, { description: '送った時刻。受け取る側の時計のずれを見込むために使う。' })
  @Shown('operational', wall)
  sentAt!: string;

  @Field(() => String, { description: '変わったものの型。' })
  @Shown('operational', wall)
  subjectType!: string;

  @Field(() => ID, { nullable: true, description: '変わったものの識別子。' })
  @Shown('operational', wall)
  subjectId!: string | null;

  @Field(() => Session, { nullable: true, description: 'いまのボード。見られなくなったら空。' })
  @Shown('operational', wall)
  session!: Session | null;
}

/** The live board. The hub runs it once for each class of viewers (see hub/live), so there is nothing to resolve here. */
@Resolver()
export class BoardSubscriptions {
  @Subscription(() => BoardEvent, {
    description: '会議のボードを、変わるたびに受け取る。after を添えると、その次の番号から抜けなく届く。',
    subscribe: neverHere,
  })
  @Root({ ...wall })
  board(
    @Source() event: BoardEvent,
    @Arg('session', () => ID, { description: '会議の識別子。' }) _session: string,
    @Arg('after', () => Int, { nullable: true, description: '最後に受け取った番号。' }) _after?: number,
  ): BoardEvent {
    return event;
  }
}

function neverHere(): never {
  throw new Error('live queries are run by the hub');
}
