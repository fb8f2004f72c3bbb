/** A tab as it is called in the panel. */
export function tabName(tab: string, own: string): string {
  return tab === own ? 'this tab' : `tab ${tab.slice(0, 6)}`
}
