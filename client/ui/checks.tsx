/** Several of a few, each with its box. */
export function Checks({
  legend,
  names,
  chosen,
  choose,
  fault,
}: {
  legend: string;
  names: Readonly<Record<string, string>>;
  chosen: readonly string[];
  choose: (chosen: readonly string[]) => void;
  fault?: string | undefined;
}) {
  const turn = (key: string, isOn: boolean): void => choose(isOn ? [...chosen, key] : chosen.filter((each) => each !== key));
  return (
    <fieldset className="checks">
      <legend>{legend}</legend>
      {Object.entries(names).map(([key, name]) => (
        <label key={key} className="check">
          <input type="checkbox" checked={chosen.includes(key)} onChange={(event) => turn(key, event.target.checked)} />
          {name}
        </label>
      ))}
      {fault ? <p className="fault">{fault}</p> : null}
    </fieldset>
  );
}
