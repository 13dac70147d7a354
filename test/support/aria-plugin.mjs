/** WTR commands: `aria-snapshot` (Playwright YAML) and `ax-tree` (raw CDP, Chromium only). */
export const ariaPlugin = () => ({
  name: 'aria',
  async executeCommand({command, payload, session}) {
    if (command !== 'aria-snapshot' && command !== 'ax-tree') return undefined;
    const page = session.browser.getPage(session.id);
    if (command === 'aria-snapshot')
      return page.locator(payload?.selector ?? 'body').ariaSnapshot();
    const cdp = await page.context().newCDPSession(page);
    const {nodes} = await cdp.send('Accessibility.getFullAXTree');
    await cdp.detach();
    return nodes
      .filter((n) => !n.ignored)
      .map((n) => ({
        role: n.role?.value,
        name: n.name?.value,
        props: Object.fromEntries((n.properties ?? []).map((p) => [p.name, p.value?.value])),
      }));
  },
});
