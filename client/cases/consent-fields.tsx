import { Checks } from '../ui/checks';
import { Choice } from '../ui/choice';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { consentCodes, consentWords } from '../words/consent-words';
import type { ConsentTerms } from './consent-changes';
import type { Giver } from './consent-dialog';
import type { ConsentFormData, WordingData } from './consents-document';

const words = consentWords.form;
const MOST = { purpose: 200, condition: 500 } as const;

interface FieldsProps {
  readonly data: ConsentFormData;
  /** Who may have agreed; empty where that is settled. */
  readonly people: readonly Giver[];
  readonly person: string;
  readonly choosePerson: (id: string) => void;
  readonly terms: ConsentTerms;
  readonly change: (some: Partial<ConsentTerms>) => void;
  readonly faults: Readonly<Record<string, string>>;
}

const options = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([id, name]) => ({ id, name }));
const named = (all: readonly { readonly id: string; readonly name: string }[]) => Object.fromEntries(all.map(({ id, name }) => [id, name]));

/** The fields of a consent, in the order of the paper: who, to whom, what, how, when. */
export function ConsentFields(props: FieldsProps) {
  return (
    <>
      <Who {...props} />
      <What {...props} />
      <How {...props} />
    </>
  );
}

function Who({ data, people, person, choosePerson, terms, change, faults }: FieldsProps) {
  const teams = named(data.teams);
  return (
    <>
      <div className="consent-pair">
        {people.length > 0 ? (
          <SelectField label={words.person} options={people} value={person} choose={choosePerson} fault={faults.person} />
        ) : null}
        <SelectField
          label={words.giver}
          options={options(words.givers)}
          value={terms.giver}
          choose={(giver) => change({ giver, relation: giver === 'SELF' ? null : (terms.relation ?? 'PARENT') })}
        />
        {terms.giver === 'REPRESENTATIVE' ? (
          <SelectField
            label={words.relation}
            options={options(consentCodes.relation)}
            value={terms.relation ?? 'PARENT'}
            choose={(relation) => change({ relation })}
            fault={faults.relation}
          />
        ) : null}
      </div>
      <Checks
        legend={words.receivers}
        names={teams}
        chosen={terms.receivers}
        choose={(receivers) => change({ receivers })}
        fault={faults.receivers}
      />
      <Checks
        legend={words.exclusions}
        names={teams}
        chosen={terms.exclusions}
        choose={(exclusions) => change({ exclusions })}
        fault={faults.exclusions}
      />
    </>
  );
}

function What({ data, terms, change, faults }: FieldsProps) {
  const wording = data.consentWordings.find(({ id }) => id === terms.wording);
  const items = Object.fromEntries((wording?.items ?? []).map((item) => [item, item]));
  return (
    <>
      <Checks
        legend={words.classes}
        names={consentCodes.classes}
        chosen={terms.classes}
        choose={(classes) => change({ classes })}
        fault={faults.classes}
      />
      <Checks legend={words.items} names={items} chosen={terms.items} choose={(chosen) => change({ items: chosen })} fault={faults.items} />
      <TextField
        label={words.purpose}
        value={terms.purpose}
        onChange={(purpose) => change({ purpose })}
        most={MOST.purpose}
        fault={faults.purpose}
        isRequired
      />
      <TextField
        label={words.condition}
        hint={words.conditionHint}
        value={terms.condition ?? ''}
        onChange={(condition) => change({ condition: condition || null })}
        most={MOST.condition}
        fault={faults.condition}
      />
    </>
  );
}

const wordingName = ({ title, edition, confirmed }: WordingData) =>
  `${title} ${edition}${confirmed ? '' : `（${consentWords.unconfirmed}）`}`;

function How({ data, terms, change, faults }: FieldsProps) {
  const isOral = terms.form === 'ORAL_WITNESSED';
  return (
    <>
      <div className="consent-pair">
        <SelectField
          label={words.form}
          options={options(consentCodes.form)}
          value={terms.form}
          choose={(form) => change({ form })}
          fault={faults.form}
        />
        <SelectField
          label={words.wording}
          options={data.consentWordings.map((each) => ({ id: each.id, name: wordingName(each) }))}
          value={terms.wording}
          choose={(wording) => change({ wording, items: [] })}
          fault={faults.wording}
        />
      </div>
      <div className="consent-pair">
        <Choice
          label={words.explainedBy}
          none={words.nobody}
          options={data.colleagues}
          value={terms.explainedBy}
          choose={(explainedBy) => change({ explainedBy })}
          fault={faults.explainedBy}
        />
        {isOral ? (
          <Choice
            label={words.witnessedBy}
            none={words.nobody}
            options={data.colleagues}
            value={terms.witnessedBy}
            choose={(witnessedBy) => change({ witnessedBy })}
            fault={faults.witnessedBy}
          />
        ) : null}
      </div>
      <div className="consent-pair">
        <TextField
          label={words.givenOn}
          type="date"
          value={terms.givenOn}
          onChange={(givenOn) => change({ givenOn })}
          fault={faults.givenOn}
          isRequired
        />
        <TextField
          label={words.validFrom}
          hint={words.validFromHint}
          type="date"
          value={terms.validFrom ?? ''}
          onChange={(validFrom) => change({ validFrom })}
          fault={faults.validFrom}
        />
        <TextField
          label={words.validUntil}
          hint={words.validUntilHint}
          type="date"
          value={terms.validUntil}
          onChange={(validUntil) => change({ validUntil })}
          fault={faults.validUntil}
          isRequired
        />
      </div>
    </>
  );
}
