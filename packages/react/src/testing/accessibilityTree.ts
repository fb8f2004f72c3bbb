import { cdp } from 'vitest/browser'

/** A node as Chromium exposes it to assistive technology. */
export interface AccessibleNode {
  role: string
  name: string
  description: string
  /** Names of the set properties, such as `disabled` or `busy`. */
  states: Record<string, unknown>
  parents: string[]
}

interface AxValue {
  value?: unknown
}
interface AxNode {
  nodeId: string
  parentId?: string
  ignored: boolean
  role?: AxValue
  name?: AxValue
  description?: AxValue
  properties?: { name: string; value: AxValue }[]
}
interface FrameTree {
  frame: { id: string; url: string }
  childFrames?: FrameTree[]
}

// The command types come with Playwright's provider, which this package does not depend on.
const send = async <answer>(method: string, parameters: object = {}): Promise<answer> =>
  (cdp() as unknown as { send: (method: string, parameters: object) => Promise<answer> }).send(
    method,
    parameters,
  )

/** The accessibility tree of this page as a list, without ignored nodes. */
export async function accessibilityTree(): Promise<AccessibleNode[]> {
  const { frameTree } = await send<{ frameTree: FrameTree }>('Page.getFrameTree')
  const here = (tree: FrameTree): FrameTree | undefined =>
    tree.frame.url.split('#')[0] === location.href.split('#')[0]
      ? tree
      : tree.childFrames?.map(here).find(Boolean)
  const frameId = here(frameTree)?.frame.id
  await send('Accessibility.enable')
  const { nodes } = await send<{ nodes: AxNode[] }>('Accessibility.getFullAXTree', { frameId })
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const clean = (value: AxValue | undefined) =>
    String(value?.value ?? '').replace(/[\u2068\u2069]/g, '')
  const parentsOf = (node: AxNode): string[] => {
    const parent = byId.get(node.parentId ?? '')
    return parent ? [clean(parent.role), ...parentsOf(parent)] : []
  }
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      role: clean(node.role),
      name: clean(node.name),
      description: clean(node.description),
      states: Object.fromEntries(
        (node.properties ?? []).map(({ name, value }) => [name, value.value]),
      ),
      parents: parentsOf(node),
    }))
}
