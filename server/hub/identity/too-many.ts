import { Unavailable } from '#server/kernel/problem';

/** Equal for an account that exists and a name that does not. */
export function tooMany(): Unavailable {
  return new Unavailable('サインインの失敗が続いたため、しばらく受け付けません。15分ほど待ってから、もう一度お試しください。', {
    tooMany: true,
  });
}
