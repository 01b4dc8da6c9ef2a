import { FieldError, Input, Label, TextField as RacTextField, Text, type TextFieldProps } from 'react-aria-components';
import { appWords as words } from '../words/app-words';
import { textLength } from './text-length';

interface FieldProps extends TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string;
  /** The most characters that the hub takes: counted while one types, and never cut off, least of all in the middle of a conversion. */
  readonly most?: number;
}

/** A line of text, or a day (`type="date"`), with its label, hint, count and fault. Enter that ends an IME composition never reaches the form. */
export function TextField({ label, hint, fault, most, ...rest }: FieldProps) {
  const length = textLength(rest.value ?? '');
  const over = most ? length - most : 0;
  const wrong = over > 0 ? words.tooLong(over) : fault;
  return (
    <RacTextField {...rest} className="field" validationBehavior="aria" isInvalid={Boolean(wrong)}>
      <Label>{label}</Label>
      <Input className="input" />
      {hint || most ? (
        <Text slot="description" className="hint field-hint">
          <span>{hint}</span>
          {most ? <span className="count">{words.counted(length, most)}</span> : null}
        </Text>
      ) : null}
      <FieldError className="fault">{wrong}</FieldError>
    </RacTextField>
  );
}
