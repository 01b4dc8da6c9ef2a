import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { appWords as words } from '../words/app-words';

export interface Option {
  readonly id: string;
  readonly name: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  /** How "none" is called: it stands first in the list. Never chosen by merely emptying the field. */
  readonly none: string;
  readonly value: string | null;
  readonly choose: (id: string | null) => void;
  readonly fault?: string;
  /** The label is read out but not drawn, where the row says what it is. */
  readonly hideLabel?: boolean;
  /** Takes the focus as it appears: where one name after another is chosen. */
  readonly autoFocus?: boolean;
}

const NONE = 'none';

/** Chooses one of many by typing a part of its name, by arrow keys or by pointing. */
export function Choice({ label, none, options, value, choose, fault, hideLabel = false, autoFocus = false }: ChoiceProps) {
  return (
    <ComboBox
      className="field"
      // A list that opened by itself would hide the page behind it: here it waits for typing, or for an arrow.
      menuTrigger={autoFocus ? 'input' : 'focus'}
      autoFocus={autoFocus}
      defaultItems={[{ id: NONE, name: none }, ...options]}
      selectedKey={value ?? NONE}
      onSelectionChange={(key) => {
        if (key !== null) choose(key === NONE ? null : String(key));
      }}
      validationBehavior="aria"
      isInvalid={Boolean(fault)}
      allowsEmptyCollection
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label>{label}</Label>}
      <div className="choice">
        <Input className="input" placeholder={words.choose} />
        <Button className="choice-open" aria-label={words.openChoices}>
          ▼
        </Button>
      </div>
      <FieldError className="fault">{fault}</FieldError>
      <Popover className="popover">
        <ListBox<Option> className="listbox" renderEmptyState={() => <p className="hint">{words.noChoice}</p>}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className="option">
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
