import { problemsOfDepartment } from '../graphql/problem';
import { caseWords as words } from '../words/case-words';
import { childrenFacts } from './children-record';
import { councilFacts } from './council-record';
import { DepartmentSection } from './department-section';
import type { DepartmentsData } from './departments-document';
import { disabilityFacts } from './disability-record';
import { elderlyCareFacts } from './elderly-care-record';
import { livelihoodFacts } from './livelihood-record';
import { Why } from './why';

/** Each department's key, as faults name it. */
const keys: Readonly<Record<keyof DepartmentsData, string>> = {
  elderlyCare: 'elderly-care',
  disability: 'disability',
  livelihood: 'livelihood',
  children: 'children',
  council: 'council',
};

/** Every department's own record of the case, each standing or failing by itself. */
export function DepartmentsSection({ records, error, again }: { records: DepartmentsData; error: unknown; again: () => void }) {
  const { elderlyCare, disability, livelihood, children, council } = records;
  const part = (field: keyof DepartmentsData) => ({
    title: words.departments[field],
    record: records[field],
    problems: problemsOfDepartment(error, keys[field], 'case', field),
    again,
  });
  return (
    <section className="panel">
      <h2>{words.sections.departments}</h2>
      <Why section={words.sections.departments} paths={Object.keys(keys)} />
      <div className="departments">
        <DepartmentSection {...part('elderlyCare')} facts={elderlyCareFacts(elderlyCare)} />
        <DepartmentSection {...part('disability')} facts={disabilityFacts(disability)} />
        <DepartmentSection {...part('livelihood')} facts={livelihoodFacts(livelihood)} />
        <DepartmentSection {...part('children')} facts={childrenFacts(children)} />
        <DepartmentSection {...part('council')} facts={councilFacts(council)} />
      </div>
    </section>
  );
}
