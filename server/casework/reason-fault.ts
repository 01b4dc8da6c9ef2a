import { textFault } from '#server/kernel/text-fault';
import { protectionLimits } from './protection-orders';

const { reason: most, leastReason: least } = protectionLimits;

/** What is wrong with a reason that others must be able to judge by. */
export function reasonFault(reason: string): string | undefined {
  return (
    textFault(reason, most) ??
    ([...reason.trim()].length < least ? `${least}文字以上で、あとから確かめられるように書いてください。` : undefined)
  );
}
