import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { appWords as words } from '../words/app-words';
import { isComposing } from './is-typing';
import { OptionList } from './option-list';

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

/**
 * Chooses one of many by typing a part of its name, by arrow keys or by pointing: the combobox of the ARIA practices, with nothing chosen before
 * one says so. What is typed and not chosen gives way to what stands. An Enter that ends a conversion chooses nothing.
 */
export function Choice({ label, none, options, value, choose, fault, hideLabel = false, autoFocus = false }: ChoiceProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, type] = useState<string>();
  const [isOpen, open] = useState(false);
  const [active, move] = useState(-1);
  const all: readonly Option[] = [{ id: NONE, name: none }, ...options];
  const offered = typed === undefined ? all : all.filter(({ name }) => plain(name).includes(plain(typed)));
  const chosen = all.find((option) => option.id === (value ?? NONE));
  // A list that opened by itself would hide the page behind it: there it waits for typing, or for an arrow.
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);

  const close = (): void => {
    open(false);
    move(-1);
  };
  const leave = (): void => {
    close();
    type(undefined);
  };
  const take = (option: Option): void => {
    leave();
    choose(option.id === NONE ? null : option.id);
  };
  const step = (by: number): void => {
    open(true);
    if (offered.length > 0)
      move(isOpen ? (active + by + offered.length + (active < 0 && by < 0 ? 1 : 0)) % offered.length : by > 0 ? 0 : offered.length - 1);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const option = isOpen ? offered[active] : undefined;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && isOpen) option ? take(option) : leave();
    else if (event.key === 'Escape' && isOpen) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="field" data-invalid={fault ? true : undefined}>
      {hideLabel ? null : <label htmlFor={id}>{label}</label>}
      <div className="choice">
        <input
          ref={field}
          id={id}
          className="input"
          role="combobox"
          aria-label={hideLabel ? label : undefined}
          aria-autocomplete="list"
          aria-expanded={isOpen && offered.length > 0}
          aria-controls={isOpen && offered.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={isOpen && offered[active] ? `${id}-${active}` : undefined}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          autoComplete="off"
          placeholder={words.choose}
          value={typed ?? chosen?.name ?? ''}
          onChange={(event) => {
            type(event.target.value);
            open(true);
            move(-1);
          }}
          onFocus={(event) => {
            event.target.select();
            if (!autoFocus) open(true);
          }}
          onClick={() => open(true)}
          onBlur={leave}
          onKeyDown={press}
        />
        <button
          type="button"
          className="choice-open"
          tabIndex={-1}
          aria-label={words.openChoices}
          // The focus stays in the field: its leaving would close the list before it opens.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            field.current?.focus();
            if (isOpen) close();
            else open(true);
          }}
        >
          ▼
        </button>
      </div>
      {isOpen ? (
        <OptionList id={id} label={label} field={field} offered={offered} chosen={chosen} active={active} take={take} close={close} />
      ) : null}
      {fault ? (
        <span id={`${id}-fault`} className="fault">
          {fault}
        </span>
      ) : null}
    </div>
  );
}

/** Full and half width, capitals and small letters are one. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
