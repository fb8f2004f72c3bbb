import { UserRejectedRequestError } from 'viem'
import { createConnector } from 'wagmi'

/** What it emits. */
export const scanUri = `wc:${'7f6e504bfad60b485450578e05678ed3e8e8c4751d3c6160be17160d63ec90f9'}@2?relay-protocol=irn&symKey=587d5484ce2a2a6ee3ba1962fdd7e8588e06200c46823bd18fbd67def96ad303`

/**
 * A connector like wagmi's for WalletConnect: emits a link to scan, then waits for a phone that never answers. With
 * `showQrModal` it first shows its own modal window, and rejects when that is closed.
 */
export const scanConnector = ({ showQrModal }: { showQrModal: boolean }) =>
  createConnector<unknown>((config) => ({
    id: 'walletConnect',
    name: 'Phone wallet',
    type: 'walletConnect',
    async connect() {
      await this.getProvider()
      const closed = showQrModal ? drawWindow() : new Promise<never>(() => {})
      config.emitter.emit('message', { type: 'display_uri', data: scanUri })
      return closed
    },
    disconnect: async () => {},
    getAccounts: async () => [],
    getChainId: async () => 1,
    getProvider: async () => ({ request: () => new Promise(() => {}), rpc: { showQrModal } }),
    isAuthorized: async () => false,
    onAccountsChanged: () => {},
    onChainChanged: () => {},
    onDisconnect: () => {},
  }))

/** Another library's modal. Records whether a dialog was open when it appeared. */
function drawWindow(): Promise<never> {
  const modal = document.createElement('dialog')
  modal.dataset.foundOpen = String(document.querySelectorAll('dialog').length)
  modal.setAttribute('aria-label', 'Their window')
  const close = modal.appendChild(document.createElement('button'))
  close.textContent = 'Their close'
  document.body.append(modal)
  modal.showModal()
  return new Promise((_, reject) => {
    close.addEventListener('click', () => {
      modal.remove()
      reject(new UserRejectedRequestError(new Error('Connection request reset.')))
    })
  })
}
