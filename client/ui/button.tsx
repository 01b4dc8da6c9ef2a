import { type ButtonProps, Button as RacButton } from 'react-aria-components';

/** main: the one thing to do here. plain: the rest. quiet: beside a row. */
export type ButtonWeight = 'main' | 'plain' | 'quiet';

interface HouseButtonProps extends ButtonProps {
  readonly weight?: ButtonWeight;
  /** Nothing to do just now: drawn pale, and still where the keyboard left it. */
  readonly isIdle?: boolean;
}

/** Every button of the console. While its work runs it is `isPending`, never disabled: that would take the keyboard's focus away. */
export function Button({ weight = 'plain', isIdle, ...rest }: HouseButtonProps) {
  return <RacButton {...rest} className={`button button-${weight}`} data-idle={isIdle || undefined} />;
}
