import 'pg-elements/define';
import type {PgInstallFlow} from 'pg-elements';

const flow = document.querySelector<PgInstallFlow>('#own');
document.querySelector('#own-start')?.addEventListener('click', () => flow?.start());
