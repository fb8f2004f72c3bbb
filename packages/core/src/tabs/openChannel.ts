import type { Channel, TabMessage } from '../types/Platform.ts'

/**
 * Opens a `BroadcastChannel`. Where it is absent or forbidden by a policy (Firefox with site data blocked), tabs notice changes
 * when they become visible.
 */
export function openChannel(name: string, onMessage: (message: TabMessage) => void): Channel {
  try {
    const channel = new BroadcastChannel(name)
    channel.onmessage = (event: MessageEvent<TabMessage>) => onMessage(event.data)
    return { post: (message) => channel.postMessage(message), close: () => channel.close() }
  } catch {
    return { post() {}, close() {} }
  }
}
