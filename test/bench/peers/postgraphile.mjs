// PostGraphile 5 on Node 22, over the tables as they are and with a role that no wall stops.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeJSONPgSmartTagsPlugin } from 'postgraphile/utils';

const { version } = JSON.parse(readFileSync(new URL('node_modules/postgraphile/package.json', import.meta.url)));
const { databaseUrl, sdl } = JSON.parse(process.argv[2]);

// A department's tables hang on a case by its id without a foreign key: PostGraphile is told of the relation.
const departments = [
  ['elderly_care', 'care_certification', 'certifications'],
  ['disability', 'handbook', 'handbooks'],
  ['livelihood', 'debt', 'debts'],
  ['children', 'family', 'families'],
  ['council', 'watch_visit', 'watchVisits'],
];
const foreignKey = (to, name) => ({
  tags: { foreignKey: `(case_id) references ${to}|@foreignFieldName ${name}|@foreignSimpleFieldName ${name}` },
});
const relations = departments.flatMap(([schema, table, name]) => [
  [`${schema}.case_record`, foreignKey('core.support_case (id)', schema)],
  [`${schema}.${table}`, foreignKey(`${schema}.case_record (case_id)`, name)],
]);

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [makeJSONPgSmartTagsPlugin({ version: 1, config: { class: Object.fromEntries(relations) } })],
  // Lists as everybody else answers them, without connections around.
  disablePlugins: ['PgIndexBehaviorsPlugin'], // ordered by whatever column the question asks for, indexed or not
  schema: { defaultBehavior: '-connection +list' },
  pgServices: [
    makePgService({ connectionString: databaseUrl, schemas: ['core', ...departments.map(([schema]) => schema)], poolConfig: { max: 10 } }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false },
  grafast: { explain: false },
};

const instance = postgraphile(preset);
if (sdl) {
  const { printSchema } = await import('graphql');
  console.log(printSchema(await instance.getSchema()));
  process.exit(0);
}
const serv = instance.createServ(grafserv);
const server = http.createServer();
server.on('error', (fault) => console.error(fault));
await serv.addTo(server);
server.listen(0, '127.0.0.1', () => {
  process.send?.({ ready: { address: `http://127.0.0.1:${server.address().port}`, version: `${version} on Node ${process.version}` } });
});
process.on('disconnect', () => process.exit());
