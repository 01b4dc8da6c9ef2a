import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { TopicFilter } from '../ui/topic-filter';
import { resourceWords as words } from '../words/resource-words';
import { ResourceCard, ResourceCard_resource, type ResourceData } from './resource-card';

const MOST = 100;

const ResourcesPageDocument = graphql<{ resources: readonly ResourceData[] }, { topic?: string; limit: number }>`
  query ResourcesPage($topic: String, $limit: Int!) {
    resources(topic: $topic, limit: $limit) {
      id
      ...ResourceCard_resource
    }
  }
  ${ResourceCard_resource}
`;

/** The city's social resources, by the topic they help with. */
export function ResourcesPage() {
  const { topic } = useSearch({ from: '/resources' });
  const navigate = useNavigate({ from: '/resources' });
  const { data, error, refetch } = useQuery(ResourcesPageDocument, { variables: { topic, limit: MOST }, errorPolicy: 'all' });
  const resources = data?.resources;
  return (
    <>
      <title>{`${words.title}｜まるごとハブ`}</title>
      <h1>{words.title}</h1>
      <div className="page-head">
        <TopicFilter
          label={words.topic}
          every={words.everyTopic}
          topic={topic}
          choose={(next) => void navigate({ search: next ? { topic: next } : {} })}
        />
        <p role="status">{resources ? words.count(resources.length) : ''}</p>
      </div>
      {error ? <ProblemNote problem={resources ? { sentence: words.partial } : problemOf(error)} again={() => void refetch()} /> : null}
      {!resources && !error ? <Skeleton lines={8} /> : null}
      {resources?.length === 0 ? <p className="panel">{words.none}</p> : null}
      <ul className="cards">
        {resources?.map((resource) => (
          <ResourceCard key={resource.id} resource={resource} heading="h2" />
        ))}
      </ul>
    </>
  );
}
