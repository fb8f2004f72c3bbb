import type { Channel, Platform, TabMessage } from '../types/Platform.ts'

/** The channel to the other tabs. It is closed while the page is in the back/forward cache. */
export interface TabChannel extends Channel {
  open: () => void
}

export function createTabChannel(
  platform: Platform,
  name: string,
  onMessage: (message: TabMessage) => void,
): TabChannel {
  let channel: Channel | undefined
  return {
    open() {
      channel ??= platform.openChannel(name, onMessage)
    },
    close() {
      channel?.close()
      channel = undefined
    },
    post(message) {
      // A page that is being left still tells the other tabs that it signed out.
      const open = channel ?? platform.openChannel(name, () => {})
      open.post(message)
      if (!channel) open.close()
    },
  }
}
