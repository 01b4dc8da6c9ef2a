import { sqlMigration } from '../sql-migration';
import ground from './0001-ground.sql?raw';
import core from './0002-core.sql?raw';
import identity from './0003-identity.sql?raw';
import consent from './0004-consent.sql?raw';
import consentWalls from './0004-consent-walls.sql?raw';
import protection from './0005-protection.sql?raw';
import audit from './0006-audit.sql?raw';
import auditGround from './0006-audit-ground.sql?raw';
import conferences from './0007-conferences.sql?raw';
import claims from './0008-claims.sql?raw';
import walls from './0008-walls.sql?raw';
import wall from './0009-wall.sql?raw';
import policy from './0010-policy.sql?raw';
import closing from './0011-closing.sql?raw';
import proposals from './0011-proposals.sql?raw';
import preparing from './0012-preparing.sql?raw';
import during from './0013-during.sql?raw';
import corrections from './0014-corrections.sql?raw';
import requests from './0014-requests.sql?raw';
import series from './0014-series.sql?raw';
import slides from './0015-slides.sql?raw';
import inbox from './0017-inbox.sql?raw';
import wallProofs from './0018-wall.sql?raw';
import contractEnd from './0019-contract-end.sql?raw';
import contracts from './0019-contracts.sql?raw';
import forgetting from './0019-forgetting.sql?raw';
import sealGround from './0019-seal-ground.sql?raw';
import signIns from './0019-sign-ins.sql?raw';
import reading from './0020-reading.sql?raw';
import answers from './0021-answers.sql?raw';
import secondLook from './0022-second-look.sql?raw';
import asking from './0023-asking.sql?raw';
import lookingBack from './0024-looking-back.sql?raw';
import calledOff from './0025-called-off.sql?raw';
import backups from './0026-backups.sql?raw';
import moments from './0027-moments.sql?raw';

/** What every process that keeps records stands on, a department of its own too. */
export const groundMigrations = [
  sqlMigration('Ground1760000000000', ground),
  sqlMigration('AuditGround1760000000100', auditGround),
  sqlMigration('Claims1760000000200', claims),
];

/** What a department that seals its own audit stands on beside it. */
export const sealMigrations = [sqlMigration('SealGround1760000000300', sealGround)];

/** What the core subgraph's database is made of, in order: a migration that has landed is never edited, the next one changes what it made. */
export const coreMigrations = [
  ...groundMigrations,
  sqlMigration('Core1760000001000', core),
  sqlMigration('Identity1760000001100', identity),
  sqlMigration('Consent1760000001200', consent),
  sqlMigration('ConsentWalls1760000001250', consentWalls),
  sqlMigration('Protection1760000001300', protection),
  sqlMigration('Audit1760000001400', audit),
  sqlMigration('Conferences1760000001500', conferences),
  sqlMigration('Walls1760000001600', walls),
  sqlMigration('Wall1760000001700', wall),
  sqlMigration('Policy1760000001800', policy),
  sqlMigration('Closing1760000001900', closing),
  sqlMigration('Proposals1760000001950', proposals),
  sqlMigration('Preparing1760000002000', preparing),
  sqlMigration('During1760000002100', during),
  sqlMigration('Requests1760000002200', requests),
  sqlMigration('Corrections1760000002210', corrections),
  sqlMigration('Series1760000002220', series),
  sqlMigration('Slides1760000002300', slides),
  sqlMigration('Inbox1760000002450', inbox),
  sqlMigration('WallProofs1760000002500', wallProofs),
  sqlMigration('Contracts1760000002600', contracts),
  sqlMigration('SignIns1760000002650', signIns),
  sqlMigration('Forgetting1760000002660', forgetting),
  sqlMigration('ContractEnd1760000002670', contractEnd),
  sqlMigration('Reading1760000002700', reading),
  sqlMigration('Answers1760000002800', answers),
  sqlMigration('SecondLook1760000002900', secondLook),
  sqlMigration('Asking1760000003000', asking),
  sqlMigration('LookingBack1760000003100', lookingBack),
  sqlMigration('CalledOff1760000003200', calledOff),
  sqlMigration('Backups1760000003300', backups),
  sqlMigration('Moments1760000003400', moments),
];
