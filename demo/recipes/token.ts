/** Asks your server, which knows who is logged in. On this page the sandbox plays your server. */
export async function getUserToken(): Promise<string> {
  const response = await fetch(`/sandbox/token${location.search}`, {method: 'POST'});
  if (!response.ok) throw new Error(`No token: status ${response.status}.`);
  const {token} = (await response.json()) as {readonly token: string};
  return token;
}
