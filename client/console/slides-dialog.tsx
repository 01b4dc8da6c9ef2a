import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/select-field';
import { slideWords as words } from '../words/slide-words';
import type { SessionData } from './session-data';
import type { Turning } from './use-focus';

const SlideIndicators = graphql<{ indicators: readonly { id: string; number: number; name: string; organizationName: string }[] }>`
  query SlideIndicators {
    indicators {
      id
      number
      name
      organizationName
    }
  }
`;

/** What the wall can be turned to in this kind of conference; each is one press away. */
export function SlidesDialog({ session, turn, close }: { session: SessionData; turn: Turning['turn']; close: () => void }) {
  const { focus, slides, frontItem } = session;
  const show = (...order: Parameters<Turning['turn']>): void => {
    turn(...order);
    close();
  };
  return (
    <Dialog title={words.title} close={close}>
      {frontItem ? null : <p className="hint">{words.needsItem}</p>}
      <ul className="rows">
        {slides
          .filter((slide) => slide !== 'INDICATOR')
          .map((slide, index) => (
            <li key={slide} className="row">
              <span className="line">
                <strong>{words.slides[slide].name}</strong>
                <span className="hint">{slide === focus ? words.now : words.slides[slide].what}</span>
              </span>
              <Button autoFocus={index === 0} isIdle={!frontItem} onPress={() => (frontItem ? show(slide) : undefined)}>
                {words.show(words.slides[slide].name)}
              </Button>
            </li>
          ))}
      </ul>
      {slides.includes('INDICATOR') ? <IndicatorChoice session={session} show={(id) => show('INDICATOR', id)} /> : null}
      <div className="dialog-buttons">
        <Button onPress={close}>{words.close}</Button>
      </div>
    </Dialog>
  );
}

function IndicatorChoice({ session, show }: { session: SessionData; show: (id: string) => void }) {
  const { data } = useQuery(SlideIndicators, { fetchPolicy: 'cache-first' });
  const [picked, pick] = useState(session.indicator?.id);
  const indicators = data?.indicators ?? [];
  const value = picked ?? indicators[0]?.id ?? '';
  return (
    <form
      className="slide-indicator"
      onSubmit={(event) => {
        event.preventDefault();
        if (value) show(value);
      }}
    >
      <SelectField
        label={words.indicator}
        options={indicators.map(({ id, number, name, organizationName }) => ({ id, name: `${number}　${organizationName}　${name}` }))}
        value={value}
        choose={pick}
      />
      <Button type="submit">{words.showIndicator}</Button>
    </form>
  );
}
