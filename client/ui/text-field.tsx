import { FieldError, Input, Label, TextField as RacTextField, Text, type TextFieldProps } from 'react-aria-components';

/** A line of text, or a day (`type="date"`), with its label, hint and fault. Enter that ends an IME composition never reaches the form. */
export function TextField({ label, hint, fault, ...rest }: TextFieldProps & { label: string; hint?: string; fault?: string }) {
  return (
    <RacTextField {...rest} className="field" validationBehavior="aria" isInvalid={Boolean(fault)}>
      <Label>{label}</Label>
      <Input className="input" />
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="fault">{fault}</FieldError>
    </RacTextField>
  );
}
