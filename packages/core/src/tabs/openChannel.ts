import type { Channel, TabMessage } from '../types/Platform.ts'

/** Opens a `BroadcastChannel`; where there is none, tabs notice changes when they come to the front. */
export function openChannel(name: string, onMessage: (message: TabMessage) => void): Channel {
  if (typeof BroadcastChannel === 'undefined') return { post() {}, close() {} }
  const channel = new BroadcastChannel(name)
  channel.onmessage = (event: MessageEvent<TabMessage>) => onMessage(event.data)
  return { post: (message) => channel.postMessage(message), close: () => channel.close() }
}
