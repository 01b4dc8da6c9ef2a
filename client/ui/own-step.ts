import { useEffect, useState } from 'react';

/** Steps of the wall's text, and each as a factor of the standard one. */
export const textSteps = { STANDARD: 1, LARGE: 1.25, LARGEST: 1.5 } as const;
export type TextStep = keyof typeof textSteps;

const STORED = 'text-step';
const order = Object.keys(textSteps) as TextStep[];

/** The step that was chosen at this machine for this room, if one was: it goes before the session's. */
function ownStep(): TextStep | undefined {
  return order.find((step) => step === localStorage.getItem(STORED));
}

/** Chooses it, or none: then the text is as large as the session says. */
function chooseStep(step: TextStep | undefined): void {
  if (step) localStorage.setItem(STORED, step);
  else localStorage.removeItem(STORED);
}

/** The step after this one; after the largest the session's again. */
export function nextStep(step: TextStep | undefined): TextStep | undefined {
  return order[step ? order.indexOf(step) + 1 : 0];
}

/** The step of this machine, also when another page of it (the check before projection) has just chosen it. */
export function useOwnStep(): readonly [step: TextStep | undefined, choose: (step: TextStep | undefined) => void] {
  const [step, set] = useState(ownStep);
  useEffect(() => {
    const read = () => set(ownStep());
    addEventListener('storage', read);
    return () => removeEventListener('storage', read);
  }, []);
  const choose = (next: TextStep | undefined): void => {
    chooseStep(next);
    set(next);
  };
  return [step, choose];
}
