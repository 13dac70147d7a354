import 'pg-elements/define';
import type {AgentTool, PgTools, ToolRequest} from 'pg-elements';

const files: readonly AgentTool[] = [
  {
    name: 'search_files',
    title: 'Search files',
    group: 'Files',
    effect: 'read',
    description: 'Finds files by their names and by what is in them.',
  },
  {
    name: 'read_file',
    title: 'Read a file',
    group: 'Files',
    effect: 'read',
    description: 'Reads the text of a document, table or presentation.',
  },
  {
    name: 'create_file',
    title: 'Create a file',
    group: 'Files',
    effect: 'write',
    description: 'Adds a file to a folder. It replaces no other file.',
  },
  {
    name: 'move_file',
    title: 'Move a file',
    group: 'Files',
    effect: 'write',
    description: 'Moves a file to another folder, with its history.',
  },
  {
    name: 'delete_file',
    title: 'Delete a file',
    group: 'Files',
    effect: 'delete',
    description: 'Deletes a file and its history for everybody.',
  },
  {
    name: 'list_members',
    title: 'List members',
    group: 'Sharing',
    effect: 'read',
    description: 'Lists who can open a file or folder.',
  },
  {
    name: 'share_file',
    title: 'Share a file',
    group: 'Sharing',
    effect: 'write',
    description: 'Sends an invitation, also to people outside of the company.',
  },
  {
    name: 'remove_member',
    title: 'Remove a member',
    group: 'Sharing',
    effect: 'delete',
    description: 'Takes a person’s access to a file or folder away.',
  },
];

const requests: readonly ToolRequest[] = [
  {
    name: 'move_file',
    policy: 'always',
    reason: 'You asked me to sort 42 invoices into a folder for each month.',
  },
  {name: 'delete_file', reason: 'Four of the invoices are there twice.'},
];

const policies = document.querySelector<PgTools>('#policies');
if (policies) policies.tools = files;

const asked = document.querySelector<PgTools>('#asked');
if (asked) {
  asked.tools = files;
  // Saved before the provider added two tools, which are marked as new.
  asked.value = {
    search_files: 'always',
    read_file: 'always',
    create_file: 'always',
    move_file: 'ask',
    delete_file: 'off',
    list_members: 'always',
  };
  asked.requested = requests;
}

// Your server knows the tools: a function fetches them, and is asked again when a person presses "Try again".
const fetched = document.querySelector<PgTools>('#fetched');
let attempts = 0;
if (fetched) {
  fetched.tools = async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('The first attempt of this example fails.');
    return Promise.resolve(files.slice(0, 3));
  };
}

const form = document.querySelector<HTMLFormElement>('#form');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const sent = document.querySelector('#sent');
  if (sent) sent.textContent = JSON.stringify(Object.fromEntries(new FormData(form)));
});
