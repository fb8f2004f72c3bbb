import type { PendingRequest } from '../types/PendingRequest.ts'
import type { TestWallet } from '../types/TestWallet.ts'
import { createElement as h } from './createElement.ts'

/** The window's content for one request. */
export function renderRequest(wallet: TestWallet, request: PendingRequest): HTMLElement[] {
  const { info, controls } = wallet
  const waiting = controls.pending.length - 1
  return [
    h(
      'header',
      {},
      h('img', { src: info.icon, alt: '', width: '28', height: '28' }),
      h('span', { class: 'name' }, info.name),
      ...(waiting > 0 ? [h('span', { class: 'more' }, `+${waiting} more`)] : []),
      h('button', {
        type: 'button',
        class: 'close',
        'aria-label': 'Close',
        onclick: () => controls.close(request.id),
      }),
    ),
    h(
      'div',
      { class: 'body' },
      h(
        'h2',
        { id: 'title' },
        request.kind === 'connect' ? 'Connect to this site?' : 'Sign this message?',
      ),
      h(
        'dl',
        { id: 'facts' },
        h('dt', {}, 'Site'),
        h('dd', {}, siteOf(request)),
        h('dt', {}, 'Account'),
        h('dd', { title: request.account }, shorten(request.account)),
      ),
      ...(request.kind === 'sign' ? renderMessage(request.message) : renderConnectNotes()),
    ),
    h(
      'footer',
      {},
      h(
        'button',
        { type: 'button', class: 'reject', onclick: () => controls.reject(request.id) },
        'Reject',
      ),
      h(
        'button',
        { type: 'button', class: 'approve', onclick: () => controls.approve(request.id) },
        'Approve',
      ),
      h('p', {}, 'A test wallet. Never send it anything of value.'),
    ),
  ]
}

function renderMessage(message: string) {
  // Focusable, because keyboard users must be able to scroll it.
  const attributes = { class: 'message', tabindex: '0', role: 'region', 'aria-label': 'Message' }
  return [h('pre', attributes, message)]
}

function renderConnectNotes() {
  return [
    h(
      'ul',
      {},
      h('li', {}, 'It will see the address of this account.'),
      h('li', {}, 'It can ask you to sign. Each time, you decide.'),
    ),
  ]
}

function siteOf(request: PendingRequest): string {
  return request.origin.replace(/^https:\/\//, '') || 'Unknown'
}

function shorten(address: string): string {
  return `${address.slice(0, 8)}…${address.slice(-6)}`
}
