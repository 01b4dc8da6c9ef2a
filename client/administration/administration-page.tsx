import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useMe } from '../app/use-me';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { administrationWords as words } from '../words/administration-words';
import './administration.css';
import { AdministrationDocument } from './administration-document';
import { ChangesSection } from './changes-section';
import { ContractsSection } from './contracts-section';
import { type Handed, HandedDialog } from './handed-dialog';
import { ServicesSection } from './services-section';
import { SignInsSection } from './sign-ins-section';
import { StaffSection } from './staff-section';

/** Staff, their rights, and the programs of departments. What is shown once stands over the page until it is closed. */
export function AdministrationPage() {
  const { me } = useMe();
  const { data, error, refetch } = useQuery(AdministrationDocument);
  const [handed, hand] = useState<Handed>();
  if (!me?.roles.includes('administrator')) return <p className="note">{words.only}</p>;
  if (error && !data) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const contractors = data.organizations.filter(({ operation }) => operation === '委託');
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {data.staffAccounts.length === 0 ? (
        <p className="note">
          {words.stepUp} <a href="/sign-in">{words.toStepUp}</a>
        </p>
      ) : null}
      <ChangesSection changes={data.accessChanges} me={me.id} hand={hand} />
      <StaffSection staff={data.staffAccounts} teams={data.teams} contractors={contractors} hand={hand} />
      <ServicesSection services={data.serviceAccounts} teams={data.teams} />
      <ContractsSection contracts={data.contracts} choices={{ contractors, programmes: data.programmes, teams: data.teams }} />
      <SignInsSection />
      {handed ? <HandedDialog handed={handed} close={() => hand(undefined)} /> : null}
    </>
  );
}
