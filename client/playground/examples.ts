/** An example query of the playground. */
export interface Example {
  /** What it answers, in the words of someone who does not read GraphQL. */
  title: string;
  /** The narrowest audience whose contract holds it: the analysts' examples run for staff too, the staff's for staff only. */
  audience: 'staff' | 'analyst';
  query: string;
  variables: Record<string, unknown>;
  /** Variables whose value is found on the spot, since ids differ from city to city. */
  found?: Record<string, Found>;
}

/** What is looked up among what the person sees (`fillIn`). */
export type Found = 'case' | 'sharedCase' | 'agreedCase' | 'board';

/** Every example, in the order in which they are offered. A test runs each one as its audience. */
export const examples: readonly Example[] = [
  {
    title: '評価指標18項目と各年度の値',
    audience: 'analyst',
    variables: {},
    query: `query Indicators {
  indicators {
    number
    name
    unit
    organizationName
    cells { fiscalYear kind raw value }
  }
}`,
  },
  {
    title: '評価指標の定義と読み方',
    audience: 'analyst',
    variables: {},
    query: `query IndicatorNotes {
  indicators {
    number
    name
    nature          # REFERENCE は参考値(良し悪しを表さない)
    subProgramme
    definition
    readingNote
  }
}`,
  },
  {
    title: '社会資源の一覧(場所と空き状況つき)',
    audience: 'analyst',
    variables: { limit: 30 },
    query: `query Resources($limit: Int) {
  resources(limit: $limit) {
    name
    category
    topics
    district
    eligibility
    fees
    organization { name }
    locations { name district }
    capacity { available maximum asOf }
    updatedOn
  }
}`,
  },
  {
    title: '「住まい」に役立つ社会資源',
    audience: 'analyst',
    variables: { topic: '住まい' },
    query: `query ResourcesByTopic($topic: String) {
  resources(topic: $topic) {
    name
    description
    eligibility
    organization { name }
  }
}`,
  },
  {
    title: '第1号〜第5号の事業と、担う機関',
    audience: 'analyst',
    variables: {},
    query: `query Programmes {
  programmes {
    number
    name
    projects { name }
    organizations { projectName field baseName organization { name } }
  }
}`,
  },
  {
    title: '計画に載る統計',
    audience: 'analyst',
    variables: {},
    query: `query Statistics {
  statistics {
    name
    fiscalYear
    raw
    value
    unit
    source
  }
}`,
  },
  {
    title: '自分の役割と担当',
    audience: 'staff',
    variables: {},
    query: `query Me {
  me {
    name
    audience
    roles
    team { name field }
    organization { name }
  }
}`,
  },
  {
    title: '自分に見える事例の一覧',
    audience: 'staff',
    variables: { limit: 20 },
    query: `query Cases($limit: Int) {
  cases(limit: $limit) {
    code
    stage
    topics
    openedOn
    standing        # OWN は自分の担当、CONSENTED は本人の同意による
    leadTeam { name }
    withheld { field reason }
  }
}`,
  },
  {
    title: '事例1件を世帯・相談・プランまで',
    audience: 'staff',
    variables: {},
    found: { id: 'case' },
    query: `query Case($id: ID!) {
  case(id: $id) {
    code
    stage
    summary
    person {
      ageBand
      district
      identity { name nameKana birthDate }   # 見えないときは null。理由は withheld に
      withheld { field reason }
    }
    household { composition members { relationship } }
    consultations { receivedOn route topics urgency outcome }
    plan { edition state longGoal shortGoal nextMonitoringOn }
    withheld { field reason }
  }
}`,
  },
  {
    title: '事例1件の役割・次にやること・使える社会資源',
    audience: 'staff',
    variables: {},
    found: { id: 'agreedCase' },
    query: `query CaseSupport($id: ID!) {
  case(id: $id) {
    code
    roles { title organization { name } }
    actionItems { title dueOn status organization { name } }
    resources(limit: 5) { name category organization { name } }
  }
}`,
  },
  {
    title: '事例1件を五つの担当の記録と並べて',
    audience: 'staff',
    variables: {},
    found: { id: 'sharedCase' },
    query: `query CaseAcrossDepartments($id: ID!) {
  case(id: $id) {
    code
    standing
    elderlyCare { openedOn careLevel certifications { level certifiedOn validUntil } }
    disability { openedOn mainDisability }
    livelihood { openedOn incomeBand }
    children { openedOn childrenCount }
    council { openedOn concern }
  }
}`,
  },
  {
    title: '会議の一覧',
    audience: 'staff',
    variables: { limit: 20 },
    query: `query Sessions($limit: Int) {
  sessions(limit: $limit) {
    id
    kindName
    number
    title
    heldOn
    place
    status
    facilitator { name }
  }
}`,
  },
  {
    title: '会議ボードの中身(議題・役割・次にやること)',
    audience: 'staff',
    variables: {},
    found: { id: 'board' },
    query: `query Board($id: ID!) {
  session(id: $id) {
    title
    status
    step
    steps
    agenda {
      letter
      state
      card { title ageBand district strengths wishes worries }
      issue { title description }
      roles { title organization { name } }
      actionItems { title dueOn status organization { name } }
    }
    withheld { field reason }
  }
}`,
  },
  {
    title: '承認済みの事例カード',
    audience: 'staff',
    variables: { limit: 20 },
    query: `query CaseCards($limit: Int) {
  cards(state: APPROVED, limit: $limit) {
    title
    ageBand
    district
    strengths
    wishes
    worries
    approvedBy { name }
  }
}`,
  },
  {
    title: '地域課題と関係する事例の数',
    audience: 'staff',
    variables: {},
    query: `query CommunityIssues {
  communityIssues {
    title
    description
    topics
    state
    caseCount
  }
}`,
  },
  {
    title: '会議ボードの変化をその場で受け取る',
    audience: 'staff',
    variables: {},
    found: { session: 'board' },
    query: `subscription BoardLive($session: ID!, $after: Int) {
  board(session: $session, after: $after) {
    seq             # 途切れたら after に最後の seq を入れると続きから届く
    kind
    at
    subjectType
    subjectId
    session { step frontItem { letter } }
  }
}`,
  },
];

/** The examples that `audience` may run, in order: whoever is no staff gets the analysts' only. */
export function examplesFor(audience: string): Example[] {
  return examples.filter((example) => audience === 'staff' || example.audience === 'analyst');
}
